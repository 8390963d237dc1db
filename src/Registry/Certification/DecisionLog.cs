using Microsoft.EntityFrameworkCore;
using Registry.Companies;
using Registry.Data;
using Registry.Facts;

namespace Registry.Certification;

/// <summary>A line of the public log. It names no people: only that two decided.</summary>
/// <param name="Number">Number of the decision; for one taken over its number there, or none.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="Subject">Number of the label or certificate.</param>
/// <param name="DecidedOn">Day from which it holds.</param>
/// <param name="Reason">Why; null for a grant taken over.</param>
/// <param name="Date">Of a review: its deadline. Of a grant or renewal: the last day.</param>
/// <param name="TakenOver">Whether it was decided before the register kept decisions.</param>
public sealed record DecisionView(
    string? Number, DecisionKind Kind, string Subject, string Bin, string? NameRu, string? NameKk, string? NameEn,
    DateOnly DecidedOn, string? Reason, DateOnly? Date, bool TakenOver);

/// <summary>The public log of decisions about labels and certificates.</summary>
public sealed class DecisionLog(IDbContextFactory<RegistryDbContext> contexts, CompanyRows companies, BusinessClock clock)
{
    /// <summary>All decisions that hold or held, the newest first; of one label or certificate where asked.</summary>
    public async Task<IReadOnlyList<DecisionView>> ReadAsync(string? subject, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var labels = await db.Labels.AsNoTracking().Where(l => l.KnownTo == null && (subject == null || l.Number == subject)).ToListAsync(cancel);
        var events = await db.LabelEvents.AsNoTracking().Where(e => e.KnownTo == null && (subject == null || e.Number == subject)).ToListAsync(cancel);
        var made = await db.Decisions.AsNoTracking()
            .Where(d => d.State == DecisionState.Approved && (subject == null || d.Subject == subject)).ToListAsync(cancel);
        var names = await companies.ReadAsync(
            [.. labels.Select(l => l.Bin).Concat(events.Select(e => e.Bin)).Concat(made.Select(d => d.Bin)).Distinct()], cancel);
        var numbers = made.Select(d => d.Number).ToHashSet(StringComparer.Ordinal);
        var lines = made.Select(d => Line(names, d.Number, d.Kind, d.Subject, d.Bin, d.DecidedOn ?? default, d.Reason, DateOf(d, labels, events), false))
            .Concat(labels.Where(l => l.Decision is null || !numbers.Contains(l.Decision))
                .Select(l => Line(names, l.Decision, DecisionKind.GrantLabel, l.Number, l.Bin, l.GrantedOn, null, l.ValidUntil, true)))
            .Concat(events.Where(e => !numbers.Contains(e.Entry))
                .Select(e => Line(names, e.Entry, KindOf(e.Kind), e.Number, e.Bin, e.DecidedOn, e.Reason, e.Date, true)));
        return
        [
            .. lines.Where(l => l.DecidedOn <= clock.Today)
                .OrderByDescending(l => l.DecidedOn).ThenByDescending(l => l.Number, StringComparer.Ordinal).ThenBy(l => l.Subject, StringComparer.Ordinal),
        ];
    }

    private static DateOnly? DateOf(Decision decision, List<Label> labels, List<LabelEvent> events) =>
        decision.Kind is DecisionKind.GrantLabel
            ? labels.Find(l => l.Decision == decision.Number)?.ValidUntil
            : decision.Deadline ?? events.Find(e => e.Entry == decision.Number)?.Date;

    private static DecisionView Line(
        IReadOnlyDictionary<string, Company> names, string? number, DecisionKind kind, string subject, string bin, DateOnly on, string? reason,
        DateOnly? date, bool takenOver)
    {
        var company = names.GetValueOrDefault(bin);
        return new(number, kind, subject, bin, company?.NameRu, company?.NameKk, company?.NameEn, on, reason, date, takenOver);
    }

    private static DecisionKind KindOf(LabelEventKind kind) => kind switch
    {
        LabelEventKind.Freeze => DecisionKind.FreezeLabel,
        LabelEventKind.Lift => DecisionKind.LiftReview,
        LabelEventKind.Revoke => DecisionKind.RevokeLabel,
        _ => DecisionKind.RenewLabel,
    };
}
