using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Audit;
using Registry.Facts;

namespace Registry.Certification;

/// <summary>A surveillance audit as staff record it.</summary>
public sealed record AuditInput
{
    public DateOnly? PlannedOn { get; init; }

    /// <summary>Null for a plan.</summary>
    public DateOnly? HeldOn { get; init; }

    /// <summary>Free text; required for an audit held. <see cref="AuditOutcome"/> says what counts as not passed.</summary>
    public string Outcome { get; init; } = "";
}

/// <summary>What one member of staff may do to certificates: enter and correct drafts, hand them in, record audits. The rest takes two, see <see cref="DecisionDesk"/>.</summary>
public sealed class CertificateDesk
{
    private const int MostDaysAhead = 3 * 366;
    private readonly DeskWork work;

    internal CertificateDesk(DeskWork work) => this.work = work;

    /// <summary>Enters a draft.</summary>
    public async Task<DeskOutcome> EnterAsync(Actor actor, CertificateInput input, CancellationToken cancel)
    {
        if (actor.Require(Permission.EditCertificates) is { } refusal)
            return new DeskOutcome.Denied(refusal.Missing);
        if (CertificateRules.Check(input, work.Today) is { Count: > 0 } problems)
            return new DeskOutcome.Invalid(problems);
        var fact = input.ToFact(CertificateState.Draft);
        return await work.RunAsync(
            async db =>
            {
                if (await db.Certificates.AnyAsync(c => c.Number == fact.Number, cancel))
                    return DeskOutcome.Wrong(nameof(input.Number), "taken");
                if (!await db.Companies.AnyAsync(c => c.Bin == fact.Bin, cancel))
                    return DeskOutcome.Wrong(nameof(input.Bin), "companyUnknown");
                await work.LearnAsync(db, actor, fact, Note("certificate.entered", fact.Number, null, input), cancel);
                return new DeskOutcome.Done(fact.Number);
            },
            cancel);
    }

    /// <summary>Corrects a draft.</summary>
    /// <param name="seen">The fields as the writer had read them: what stands must still be the same.</param>
    public async Task<DeskOutcome> EditAsync(Actor actor, CertificateInput seen, CertificateInput input, CancellationToken cancel)
    {
        if (actor.Require(Permission.EditCertificates) is { } refusal)
            return new DeskOutcome.Denied(refusal.Missing);
        if (CertificateRules.Check(input, work.Today) is { Count: > 0 } problems)
            return new DeskOutcome.Invalid(problems);
        if (input.Number != seen.Number)
            return DeskOutcome.Wrong(nameof(input.Number), "fixed");
        return await work.RunAsync(
            async db =>
            {
                if (await DeskWork.CertificateAsync(db, seen.Number, cancel) is not { } standing)
                    return new DeskOutcome.NotFound();
                var now = CertificateInput.Of(standing);
                if (now != seen)
                    return new DeskOutcome.Stale(Conflicts(seen.Fields(), now.Fields(), input.Fields()));
                if (standing.State is not CertificateState.Draft)
                    return DeskOutcome.Wrong("", "notADraft");
                await work.LearnAsync(db, actor, input.ToFact(CertificateState.Draft), Note("certificate.edited", seen.Number, now, input), cancel);
                return new DeskOutcome.Done(seen.Number);
            },
            cancel);
    }

    /// <summary>Hands a draft in, or back.</summary>
    public async Task<DeskOutcome> MoveAsync(Actor actor, string number, CertificateMove move, string? reason, CancellationToken cancel)
    {
        if (actor.Require(Permission.EditCertificates) is { } refusal)
            return new DeskOutcome.Denied(refusal.Missing);
        if (!CertificateMoves.TakesOne(move))
            return DeskOutcome.Wrong("", "takesTwo");
        return await work.RunAsync(
            async db =>
            {
                if (await DeskWork.CertificateAsync(db, number, cancel) is not { } standing)
                    return new DeskOutcome.NotFound();
                if (CertificateMoves.Next(standing.StateOn(work.Today), move) is not { } next)
                    return DeskOutcome.Wrong("", "notOpen");
                if (await db.Decisions.AnyAsync(d => d.Subject == number && d.State == DecisionState.Proposed, cancel))
                    return DeskOutcome.Wrong("", "underDecision");
                var what = move is CertificateMove.Submit ? "certificate.submitted" : "certificate.returned";
                var note = Note(what, number, new { standing.State }, new { State = next }) with { Reason = reason };
                await work.LearnAsync(db, actor, standing with { State = next }, note, cancel);
                return new DeskOutcome.Done(number);
            },
            cancel);
    }

    /// <summary>Plans an audit, or records that it was held.</summary>
    public async Task<DeskOutcome> RecordAuditAsync(Actor actor, string number, AuditInput input, CancellationToken cancel)
    {
        if (actor.Require(Permission.EditCertificates) is { } refusal)
            return new DeskOutcome.Denied(refusal.Missing);
        if (Check(input) is { } problem)
            return new DeskOutcome.Invalid([problem]);
        var planned = input.PlannedOn ?? default;
        return await work.RunAsync(
            async db =>
            {
                if (await DeskWork.CertificateAsync(db, number, cancel) is not { } certificate)
                    return new DeskOutcome.NotFound();
                if (certificate.StateOn(work.Today) is not (CertificateState.Active or CertificateState.Suspended))
                    return DeskOutcome.Wrong("", "notInForce");
                if (planned < certificate.IssuedOn || input.HeldOn < certificate.IssuedOn)
                    return DeskOutcome.Wrong(nameof(input.PlannedOn), "beforeIssuedOn");
                var standing = await db.Surveillance.AsNoTracking().FirstOrDefaultAsync(a => a.Number == number && a.PlannedOn == planned && a.KnownTo == null, cancel);
                var fact = new Surveillance
                {
                    Source = "surveillance",
                    Bin = "",
                    Number = number,
                    PlannedOn = planned,
                    HeldOn = input.HeldOn,
                    Outcome = string.IsNullOrWhiteSpace(input.Outcome) ? null : input.Outcome.Trim(),
                    Failed = AuditOutcome.IsFailure(input.Outcome),
                };
                var what = fact.HeldOn is null ? "surveillance.planned" : "surveillance.held";
                await work.LearnAsync(db, actor, fact, Note(what, number, standing, fact), cancel);
                return new DeskOutcome.Done(number);
            },
            cancel);
    }

    /// <summary>The fields that somebody else changed, each with the three values.</summary>
    internal static IReadOnlyList<FieldConflict> Conflicts(
        IReadOnlyList<(string Field, string Text)> seen, IReadOnlyList<(string Field, string Text)> theirs, IReadOnlyList<(string Field, string Text)> mine) =>
        [.. seen.Select((field, i) => new FieldConflict(field.Field, field.Text, theirs[i].Text, mine[i].Text)).Where(c => c.Seen != c.Theirs)];

    private FieldProblem? Check(AuditInput input)
    {
        if (input.PlannedOn is not { } planned)
            return new(nameof(input.PlannedOn), "required");
        if (planned > work.Today.AddDays(MostDaysAhead))
            return new(nameof(input.PlannedOn), "tooFar");
        if (input.HeldOn > work.Today)
            return new(nameof(input.HeldOn), "inTheFuture");
        if (input.HeldOn is not null && string.IsNullOrWhiteSpace(input.Outcome))
            return new(nameof(input.Outcome), "required");
        if (input.HeldOn is null && planned < work.Today)
            return new(nameof(input.HeldOn), "required");
        return input.Outcome.Length > 400 ? new(nameof(input.Outcome), "tooLong") : null;
    }

    private static AuditNote Note(string what, string number, object? before, object? after) =>
        new(what, $"certificate:{number}") { Before = before, After = after };
}
