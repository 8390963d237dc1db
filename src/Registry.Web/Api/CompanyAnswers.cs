using Registry.Companies;
using Registry.Indices;
using Registry.Search;

namespace Registry.Web.Api;

/// <summary>A page of found companies.</summary>
/// <param name="Total">Companies found.</param>
/// <param name="Next">Cursor of the next page, or null on the last.</param>
/// <param name="Facets">By filter: its values among the found companies, with counts.</param>
/// <param name="TookMs">Milliseconds of the search.</param>
/// <param name="Degraded">The search server did not answer; the page comes from a fallback.</param>
/// <param name="Near">BINs one slip away from the number asked for, where that one is unknown.</param>
public sealed record CompanyAnswer(
    long Total,
    string? Next,
    IReadOnlyList<CompanyHit> Items,
    IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets,
    double TookMs,
    bool Degraded,
    IReadOnlyList<string>? Near)
{
    /// <summary>The search's page as an answer.</summary>
    public static CompanyAnswer Of(CompanyPage page) =>
        new(page.Total, page.Next, page.Items, page.Facets, page.TookMs, page.Degraded, page.Near);
}

/// <summary>Suggestions while typing.</summary>
/// <param name="Degraded">The search server did not answer; only exact numbers and names are suggested.</param>
public sealed record SuggestAnswer(IReadOnlyList<CompanyHit> Items, bool Degraded);

/// <summary>The three indices of an entity on a day.</summary>
public sealed record IndicesAnswer(string Bin, DateOnly AsOf, IReadOnlyList<IndexResult> Indices);

/// <summary>History of an entity: its indices as computed, and what its sources said over time.</summary>
public sealed record HistoryAnswer(
    string Bin,
    IReadOnlyList<HistoryPoint> Indices,
    IReadOnlyList<CardName> Names,
    IReadOnlyList<CardAddress> Addresses,
    IReadOnlyList<CardHead> Heads,
    IReadOnlyList<CardStatus> Statuses);

/// <summary>A list about one entity, whole: <paramref name="Next"/> is null.</summary>
public sealed record ListAnswer<T>(string Bin, int Total, string? Next, IReadOnlyList<T> Items);
