using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Audit;
using Registry.Data;
using Registry.Facts;
using Registry.Sources;

namespace Registry.Certification;

/// <summary>What stands against a decision, and what an approved one does. In the caller's transaction.</summary>
internal sealed class DecisionEffects(DeskWork work)
{
    private const string LabelSource = "labels";

    /// <summary>What stands against the decision now; nothing where it may be made.</summary>
    public async Task<IReadOnlyList<FieldProblem>> ProblemsAsync(RegistryDbContext db, Decision decision, CancellationToken cancel)
    {
        if (DecisionKinds.MoveOf(decision.Kind) is { } move)
        {
            var certificate = await DeskWork.CertificateAsync(db, decision.Subject, cancel);
            return certificate is not null && CertificateMoves.Next(certificate.StateOn(work.Today), move) is not null ? [] : [new("", "notOpen")];
        }
        var facts = (await FactReader.CertificationAsync(db, [decision.Bin], cancel))[0];
        if (DecisionKinds.EventOf(decision.Kind) is not { } kind)
            return await AgainstGrantAsync(db, decision, facts, cancel);
        var now = PositionOf(decision.Subject, facts);
        var renewed = kind is LabelEventKind.Renew && now.Label is not null
            ? PositionOf(decision.Subject, facts with { LabelEvents = [.. facts.LabelEvents, EventOf(decision, kind, now)] })
            : now;
        return LabelRules.Against(kind, now, renewed, work.Today);
    }

    /// <summary>Does what was approved and writes the trace's line.</summary>
    public async Task ApplyAsync(RegistryDbContext db, Actor actor, Decision decision, CancellationToken cancel)
    {
        if (DecisionKinds.MoveOf(decision.Kind) is { } move)
        {
            await MoveAsync(db, actor, decision, move, cancel);
            return;
        }
        var facts = (await FactReader.CertificationAsync(db, [decision.Bin], cancel))[0];
        Fact fact;
        if (DecisionKinds.EventOf(decision.Kind) is { } kind)
        {
            fact = EventOf(decision, kind, PositionOf(decision.Subject, facts));
        }
        else
        {
            var application = await db.LabelApplications.FirstAsync(a => a.Id == decision.ApplicationId, cancel);
            var label = LabelOf(decision, application, facts) with { Number = await NextNumberAsync(db, cancel) };
            (decision.Subject, application.Label, application.State) = (label.Number, label.Number, ApplicationState.Granted);
            application.Version++;
            fact = label;
        }
        await work.LearnAsync(db, actor, fact, Note(decision, null, fact), cancel);
    }

    private async Task MoveAsync(RegistryDbContext db, Actor actor, Decision decision, CertificateMove move, CancellationToken cancel)
    {
        var standing = await DeskWork.CertificateAsync(db, decision.Subject, cancel) ?? throw new InvalidOperationException("The certificate was there a moment ago.");
        var next = CertificateMoves.Next(standing.StateOn(work.Today), move) ?? throw new InvalidOperationException("The move was open a moment ago.");
        await work.LearnAsync(db, actor, standing with { State = next }, Note(decision, new { standing.State }, new { State = next }), cancel);
    }

    private async Task<IReadOnlyList<FieldProblem>> AgainstGrantAsync(RegistryDbContext db, Decision decision, EntityFacts facts, CancellationToken cancel)
    {
        if (await db.LabelApplications.FirstOrDefaultAsync(a => a.Id == decision.ApplicationId, cancel) is not { } application)
            return [new("", "applicationUnknown")];
        var running = LabelPosition.AllOf(facts, NoLoads(), work.Today).Any(l => l.State is not (LabelState.Expired or LabelState.Revoked));
        if (running)
            return [new("", "hasLabel")];
        var label = LabelOf(decision, application, facts);
        return LabelRules.Unmet(PositionOf(label.Number, facts with { Labels = [label] }));
    }

    private Label LabelOf(Decision decision, LabelApplication application, EntityFacts facts)
    {
        var ends = facts.Certificates.FirstOrDefault(c => c.Number == application.Certificate && c.KnownTo is null)?.ExpiresOn ?? DateOnly.MaxValue;
        return new Label
        {
            Source = LabelSource,
            Bin = application.Bin,
            Number = "new",
            Certificate = application.Certificate,
            GrantedOn = work.Today,
            ValidUntil = LabelPosition.TermFrom(work.Today, ends),
            ObligationsSignedOn = application.ObligationsSignedOn,
            Products = application.Products,
            Decision = decision.Number,
            KnownFrom = work.Today,
        };
    }

    private LabelEvent EventOf(Decision decision, LabelEventKind kind, LabelPosition now) => new()
    {
        Source = LabelSource,
        Bin = decision.Bin,
        Number = decision.Subject,
        Entry = decision.Number ?? "~",
        Kind = kind,
        DecidedOn = work.Today,
        Date = kind is LabelEventKind.Renew ? RenewedUntil(now) : decision.Deadline,
        Reason = decision.Reason,
        KnownFrom = work.Today,
    };

    private DateOnly RenewedUntil(LabelPosition now)
    {
        var begins = now.Until >= work.Today ? now.Until.Value.AddDays(1) : work.Today;
        return LabelPosition.TermFrom(begins, now.Certificate?.Certificate.ExpiresOn ?? DateOnly.MaxValue);
    }

    private LabelPosition PositionOf(string number, EntityFacts facts) => LabelPosition.Of(number, facts, NoLoads(), work.Today);

    /// <summary>Which lists are loaded changes no state.</summary>
    private SourceCalendar NoLoads() => new(work.Today, new Dictionary<string, DateOnly>());

    private static async Task<string> NextNumberAsync(RegistryDbContext db, CancellationToken cancel) =>
        LabelNumber.Next(await db.Labels.Select(l => l.Number).Distinct().ToListAsync(cancel));

    private static AuditNote Note(Decision decision, object? before, object? after) =>
        new($"decision.{char.ToLowerInvariant(decision.Kind.ToString()[0])}{decision.Kind.ToString()[1..]}", DecisionDesk.SubjectOf(decision))
        {
            Before = before,
            After = after,
            Reason = decision.Reason,
        };
}
