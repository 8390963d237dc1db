using Registry.Certification;
using Registry.Data;
using Registry.Search;
using Registry.Sources;

namespace Registry.Web.Search;

/// <summary>What the register holds, as its first page says it.</summary>
/// <param name="Companies">Companies and sole proprietors that can be found.</param>
/// <param name="Rated">Those with a value of each of the three indices; null while the search is degraded.</param>
/// <param name="ValidLabels">Labels that are valid today; null while the search is degraded.</param>
/// <param name="Newest">Day of the newest data of any source; null before the first load.</param>
/// <param name="Oldest">Day of the newest data of the source that was loaded longest ago.</param>
public sealed record HomeFigures(long Companies, long? Rated, long? ValidLabels, DateOnly? Newest, DateOnly? Oldest);

/// <summary>Counts the figures of the first page, at most once in a while for all its visitors.</summary>
public sealed class HomeFigureReader(CompanyFinder search, FactReader facts, BusinessClock clock, TimeProvider time)
{
    /// <summary>Nobody on the first page waits for a count that another visitor had a moment ago.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private static readonly IReadOnlyList<string> Bands = ["A", "B", "C", "D", "E"];

    private static readonly CompanyQuery WithAllIndices = new()
    {
        Filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [Facets.Tax] = Bands, [Facets.Financial] = Bands, [Facets.Payment] = Bands },
        Limit = 1,
    };

    private static readonly CompanyQuery WithLabel = new()
    {
        Filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [Facets.Label] = [nameof(LabelState.Valid)] },
        Limit = 1,
    };

    private Counted? last;

    /// <summary>The figures, not older than half a minute.</summary>
    public async Task<HomeFigures> ReadAsync(CancellationToken cancel)
    {
        if (last is { } kept && time.GetElapsedTime(kept.At) < Kept)
            return kept.Figures;
        var figures = await CountAsync(cancel);
        last = new Counted(figures, time.GetTimestamp());
        return figures;
    }

    private async Task<HomeFigures> CountAsync(CancellationToken cancel)
    {
        var companies = await search.CountAsync(cancel);
        var calendar = await facts.CalendarAsync(clock.Today, cancel);
        var days = SourceCatalog.All.Select(source => calendar.LatestOf(source.Source)).OfType<DateOnly>().ToList();
        return new HomeFigures(
            companies,
            await TotalAsync(WithAllIndices, cancel),
            await TotalAsync(WithLabel, cancel),
            days.Count == 0 ? null : days.Max(),
            days.Count == 0 ? null : days.Min());
    }

    private async Task<long?> TotalAsync(CompanyQuery query, CancellationToken cancel)
    {
        var page = await search.FindAsync(query, cancel);
        return page.Degraded ? null : page.Total;
    }

    private sealed record Counted(HomeFigures Figures, long At);
}
