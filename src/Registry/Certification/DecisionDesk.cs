using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Audit;
using Registry.Data;

namespace Registry.Certification;

/// <summary>What somebody proposes to decide.</summary>
/// <param name="Subject">Number of the certificate or label; of a grant the id of the application.</param>
/// <param name="Reason">Why, in words that the public log may show.</param>
/// <param name="Deadline">Of a review: day by which it is to be decided.</param>
public sealed record Proposal(DecisionKind Kind, string Subject, string Reason, DateOnly? Deadline = null);

/// <summary>
/// Four eyes: staff propose, somebody else decides. Whether the decision is open is asked when it is proposed and again when it is decided,
/// because the world moves in between.
/// </summary>
public sealed class DecisionDesk
{
    private const int ShortestReason = 5;
    private const int LongestReason = 2000;
    private readonly DeskWork work;
    private readonly DecisionEffects effects;

    internal DecisionDesk(DeskWork work, DecisionEffects effects) => (this.work, this.effects) = (work, effects);

    /// <summary>Proposes a decision.</summary>
    public async Task<DeskOutcome> ProposeAsync(Actor actor, Proposal proposal, CancellationToken cancel)
    {
        if (actor.Require(Permission.ProposeLabelDecisions) is { } refusal)
            return new DeskOutcome.Denied(refusal.Missing);
        if (Check(proposal) is { } problem)
            return new DeskOutcome.Invalid([problem]);
        return await work.RunAsync(
            async db =>
            {
                if (await OpenAsync(db, proposal, cancel))
                    return DeskOutcome.Wrong("", "underDecision");
                var (decision, missing) = await DraftAsync(db, actor, proposal, cancel);
                if (decision is null)
                    return missing;
                if (await CompanyClaims.SpeaksForAsync(db, actor, decision.Bin, cancel))
                    return DeskOutcome.Wrong("", "ownCompany");
                if (await effects.ProblemsAsync(db, decision, cancel) is { Count: > 0 } problems)
                    return new DeskOutcome.Invalid(problems);
                db.Decisions.Add(decision);
                work.Trace(db, actor, new AuditNote("decision.proposed", SubjectOf(decision))
                {
                    After = new { decision.Id, decision.Kind, decision.Deadline },
                    Reason = proposal.Reason,
                });
                return new DeskOutcome.Done(decision.Id.ToString());
            },
            cancel);
    }

    /// <summary>Approves or rejects what somebody else proposed.</summary>
    /// <param name="version">Version of the proposal that was read.</param>
    /// <param name="answer">Required for a rejection.</param>
    public async Task<DeskOutcome> DecideAsync(Actor actor, Guid id, bool approve, long version, string? answer, CancellationToken cancel)
    {
        if (actor.Require(Permission.DecideLabels) is { } refusal)
            return new DeskOutcome.Denied(refusal.Missing);
        if (!approve && string.IsNullOrWhiteSpace(answer))
            return DeskOutcome.Wrong(nameof(Decision.Answer), "required");
        return await work.RunAsync(
            async db =>
            {
                if (await db.Decisions.FirstOrDefaultAsync(d => d.Id == id, cancel) is not { } decision)
                    return new DeskOutcome.NotFound();
                if (decision.Version != version || decision.State is not DecisionState.Proposed)
                    return new DeskOutcome.Stale([new("State", DecisionState.Proposed.ToString(), decision.State.ToString(), approve ? "Approved" : "Rejected")]);
                if (await IsPartyAsync(db, decision, actor, cancel))
                    return DeskOutcome.Wrong("", "fourEyes");
                return approve ? await ApproveAsync(db, actor, decision, answer, cancel) : await RejectAsync(db, actor, decision, answer, cancel);
            },
            cancel);
    }

    private async Task<DeskOutcome> ApproveAsync(RegistryDbContext db, Actor actor, Decision decision, string? answer, CancellationToken cancel)
    {
        if (await effects.ProblemsAsync(db, decision, cancel) is { Count: > 0 } problems)
            return new DeskOutcome.Invalid(problems);
        decision.Number = await NextNumberAsync(db, work.Today.Year, cancel);
        decision.DecidedOn = work.Today;
        Close(decision, actor, DecisionState.Approved, answer);
        await effects.ApplyAsync(db, actor, decision, cancel);
        return new DeskOutcome.Done(decision.Subject);
    }

    private async Task<DeskOutcome> RejectAsync(RegistryDbContext db, Actor actor, Decision decision, string? answer, CancellationToken cancel)
    {
        Close(decision, actor, DecisionState.Rejected, answer);
        if (decision.ApplicationId is { } application && await db.LabelApplications.FirstOrDefaultAsync(a => a.Id == application, cancel) is { } filed)
            (filed.State, filed.Answer, filed.Version) = (ApplicationState.Rejected, decision.Answer, filed.Version + 1);
        work.Trace(db, actor, new AuditNote("decision.rejected", SubjectOf(decision)) { After = new { decision.Id, decision.Kind }, Reason = answer });
        return new DeskOutcome.Done(decision.Id.ToString());
    }

    private void Close(Decision decision, Actor actor, DecisionState state, string? answer)
    {
        decision.State = state;
        decision.DecidedBy = actor.Id;
        decision.DecidedAt = work.Now;
        decision.Answer = string.IsNullOrWhiteSpace(answer) ? null : answer.Trim();
        decision.Version++;
    }

    /// <summary>Who proposed, who applied and who speaks for the company does not decide.</summary>
    private static async Task<bool> IsPartyAsync(RegistryDbContext db, Decision decision, Actor actor, CancellationToken cancel) =>
        decision.ProposedBy == actor.Id
        || await CompanyClaims.SpeaksForAsync(db, actor, decision.Bin, cancel)
        || (decision.ApplicationId is { } application && await db.LabelApplications.AnyAsync(a => a.Id == application && a.AppliedBy == actor.Id, cancel));

    private async Task<(Decision? Decision, DeskOutcome Missing)> DraftAsync(RegistryDbContext db, Actor actor, Proposal proposal, CancellationToken cancel)
    {
        string? bin;
        LabelApplication? application = null;
        if (proposal.Kind is DecisionKind.GrantLabel)
        {
            application = Guid.TryParse(proposal.Subject, out var id) ? await db.LabelApplications.FirstOrDefaultAsync(a => a.Id == id, cancel) : null;
            bin = application?.Bin;
        }
        else
        {
            bin = DecisionKinds.IsAboutCertificate(proposal.Kind)
                ? (await DeskWork.CertificateAsync(db, proposal.Subject, cancel))?.Bin
                : await db.Labels.Where(l => l.Number == proposal.Subject && l.KnownTo == null).Select(l => l.Bin).FirstOrDefaultAsync(cancel);
        }
        if (bin is null)
            return (null, new DeskOutcome.NotFound());
        if (application is { State: not ApplicationState.Filed })
            return (null, DeskOutcome.Wrong("", "notOpen"));
        if (application is not null)
            (application.State, application.Version) = (ApplicationState.Proposed, application.Version + 1);
        return (new Decision
        {
            Id = Guid.CreateVersion7(work.Now),
            Kind = proposal.Kind,
            Subject = application is null ? proposal.Subject : "",
            Bin = bin,
            ApplicationId = application?.Id,
            Deadline = proposal.Kind is DecisionKind.FreezeLabel ? proposal.Deadline : null,
            Reason = proposal.Reason.Trim(),
            ProposedBy = actor.Id,
            ProposedAt = work.Now,
            Version = 1,
        }, new DeskOutcome.NotFound());
    }

    /// <summary>What is wrong with a reason, or null.</summary>
    internal static FieldProblem? ReasonProblem(string reason) =>
        reason.Trim().Length < ShortestReason ? new(nameof(Proposal.Reason), "required")
        : reason.Length > LongestReason ? new(nameof(Proposal.Reason), "tooLong")
        : null;

    private FieldProblem? Check(Proposal proposal)
    {
        if (ReasonProblem(proposal.Reason) is { } problem)
            return problem;
        if (proposal.Kind is not DecisionKind.FreezeLabel)
            return null;
        return proposal.Deadline switch
        {
            null => new(nameof(proposal.Deadline), "required"),
            { } deadline when deadline <= work.Today => new(nameof(proposal.Deadline), "notAhead"),
            { } deadline when deadline > work.Today.AddMonths(LabelRules.MonthsOfReview) => new(nameof(proposal.Deadline), "tooFar"),
            _ => null,
        };
    }

    private static Task<bool> OpenAsync(RegistryDbContext db, Proposal proposal, CancellationToken cancel) =>
        proposal.Kind is DecisionKind.GrantLabel
            ? Task.FromResult(false)
            : db.Decisions.AnyAsync(d => d.Subject == proposal.Subject && d.State == DecisionState.Proposed, cancel);

    /// <summary>Numbers run on within a year; nobody else writes meanwhile.</summary>
    private static async Task<string> NextNumberAsync(RegistryDbContext db, int year, CancellationToken cancel)
    {
        var prefix = year.ToString("D4", CultureInfo.InvariantCulture) + "-";
        var used = await db.Decisions.Where(d => d.Number != null && d.Number.StartsWith(prefix)).Select(d => d.Number).ToListAsync(cancel);
        var last = used.Select(n => int.Parse(n.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
        return prefix + (last + 1).ToString("D4", CultureInfo.InvariantCulture);
    }

    internal static string SubjectOf(Decision decision) => decision switch
    {
        { ApplicationId: { } application, Subject.Length: 0 } => $"application:{application}",
        _ when DecisionKinds.IsAboutCertificate(decision.Kind) => $"certificate:{decision.Subject}",
        _ => $"label:{decision.Subject}",
    };
}
