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

    /// <summary>All snapshots of an entity's indices, oldest first; null for an unknown number.</summary>
    public async Task<IReadOnlyList<HistoryPoint>?> HistoryAsync(string bin, CancellationToken cancel)
    {
        if ((await rows.ReadAsync([bin], cancel)).Count == 0)
            return null;
        return [.. (await rows.HistoryAsync([bin], DateOnly.MinValue, cancel))[bin]];
    }

    /// <summary>BINs of the register that are one slip away from a mistyped one.</summary>
    public async Task<IReadOnlyList<string>> NearAsync(Bin bin, CancellationToken cancel) =>
        [.. (await rows.ReadAsync([.. NearBins.Of(bin)], cancel)).Keys.Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Referred(EntityFacts known) =>
        known.Owners.Select(o => o.EntityBin).Concat(known.Certificates.Select(c => c.BodyBin)).OfType<string>();
}
