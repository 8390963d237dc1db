using Registry.Data;
using Registry.Facts;
using Registry.Identifiers;
using Registry.Indices;

namespace Registry.Companies;

/// <summary>Reads companies for people and programs: everything public, nothing personal.</summary>
public sealed class CompanyReader(CompanyRows rows, FactReader facts, ScoringContexts scoring, BusinessClock clock)
{
    private const int TrendMonths = 24;

    /// <summary>The card as it stands today, or null for a number that the register does not have.</summary>
    /// <param name="bin">Canonical BIN or register number.</param>
    public async Task<CompanyCard?> CardAsync(string bin, CancellationToken cancel) => (await CardsAsync([bin], cancel))[0];

    /// <summary>Cards in the order asked, null where the register has none; a fixed number of queries for all of them.</summary>
    public async Task<IReadOnlyList<CompanyCard?>> CardsAsync(IReadOnlyList<string> bins, CancellationToken cancel)
    {
        var distinct = bins.Distinct(StringComparer.Ordinal).ToList();
        var companies = await rows.ReadAsync(distinct, cancel);
        var known = (await facts.ReadAsync([.. companies.Keys], cancel)).ToDictionary(f => f.Bin, StringComparer.Ordinal);
        var context = await scoring.ForAsync(clock.Today, known.Values, cancel);
        var history = await rows.HistoryAsync([.. companies.Keys], context.AsOf.AddMonths(-TrendMonths), cancel);
        var names = await rows.NamesAsync([.. known.Values.SelectMany(Referred).Distinct(StringComparer.Ordinal)], cancel);
        return [.. bins.Select(bin => companies.TryGetValue(bin, out var company)
            ? new CardBuilder(company, known[bin], context, names).Build([.. history[bin]])
            : null)];
    }

    /// <summary>The three indices as of a past or the present day, from the facts known then; null for an unknown number.</summary>
    public async Task<IReadOnlyList<IndexResult>?> IndicesAsync(string bin, DateOnly? asOf, CancellationToken cancel)
    {
        if ((await rows.ReadAsync([bin], cancel)).Count == 0)
            return null;
        var all = await facts.ReadAsync([bin], cancel);
        var context = await scoring.ForAsync(asOf ?? clock.Today, all, cancel);
        return IndexCalculator.Compute(all[0].KnownOn(context.AsOf), context);
    }

    /// <summary>
    /// The index section of the card on a day: what the register knew then, and nothing later; null for an unknown number.
    /// </summary>
    /// <param name="asOf">A past day, or null for today.</param>
    /// <param name="lot">The lot to run the procurement test for, or null for none.</param>
    public async Task<IndexDay?> IndexDayAsync(string bin, DateOnly? asOf, ProcurementLot? lot, CancellationToken cancel)
    {
        if ((await rows.ReadAsync([bin], cancel)).Count == 0)
            return null;
        var all = await facts.ReadAsync([bin], cancel);
        var context = await scoring.ForAsync(asOf ?? clock.Today, all, cancel);
        var known = all[0].KnownOn(context.AsOf);
        var history = (await rows.HistoryAsync([bin], context.AsOf.AddMonths(-TrendMonths), cancel))[bin];
        return new IndexDay(
            context.AsOf,
            IndexCalculator.Compute(known, context),
            FinancialModels.Compute(known.Statements),
            [.. history.Where(point => point.AsOf <= context.AsOf)],
            lot is null ? null : ProcurementTest.Run(known, lot.Amount, lot.Subject, context.AsOf, context.Methodology));
    }

    /// <summary>All snapshots of an entity's indices, oldest first; null for an unknown number.</summary>
    public async Task<IReadOnlyList<HistoryPoint>?> HistoryAsync(string bin, CancellationToken cancel)
    {
        if ((await rows.ReadAsync([bin], cancel)).Count == 0)
            return null;
        return [.. (await rows.HistoryAsync([bin], DateOnly.MinValue, cancel))[bin]];
    }

    /// <summary>A page of an entity's facts, every version with both its times; null for an unknown number.</summary>
    /// <exception cref="FormatException">The cursor is not one that was given out.</exception>
    public async Task<PublicFactPage?> FactsAsync(string bin, PublicFactQuery query, CancellationToken cancel)
    {
        FactCursor? after = null;
        if (!string.IsNullOrEmpty(query.Cursor) && !FactCursor.TryParse(query.Cursor, out after))
            throw new FormatException("The cursor is not one that this list gave out.");
        if ((await rows.ReadAsync([bin], cancel)).Count == 0)
            return null;
        var all = PublicFacts.Of((await facts.ReadAsync([bin], cancel))[0], clock.Today)
            .Where(f => (query.Kind is null || f.Kind == query.Kind) && (query.Source is null || f.Source == query.Source)).ToList();
        var start = after?.Start(all) ?? 0;
        var items = all.Skip(start).Take(query.Limit).ToList();
        var end = start + items.Count;
        return new PublicFactPage(all.Count, end < all.Count && items.Count > 0 ? FactCursor.After(all, end - 1).ToString() : null, items);
    }

    /// <summary>BINs of the register that are one slip away from a mistyped one.</summary>
    public async Task<IReadOnlyList<string>> NearAsync(Bin bin, CancellationToken cancel) =>
        [.. (await rows.ReadAsync([.. NearBins.Of(bin)], cancel)).Keys.Order(StringComparer.Ordinal)];

    /// <summary>The main name of each entity that the register has, by number.</summary>
    public Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> bins, CancellationToken cancel) => rows.NamesAsync(bins, cancel);

    private static IEnumerable<string> Referred(EntityFacts known) =>
        known.Owners.Select(o => o.EntityBin).Concat(known.Certificates.Select(c => c.BodyBin)).OfType<string>();
}
