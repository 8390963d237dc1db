using Registry.Data;
using Registry.Identifiers;

namespace Registry.Search;

/// <summary>
/// The search as pages and API ask it. The one place where an IIN finds its sole proprietor: the exact number is exchanged for
/// his register number before the search sees it, and is neither logged nor answered.
/// </summary>
public sealed class CompanyFinder(ICompanySearch search, PersonDirectory persons)
{
    /// <summary>Finds a page of companies with facets; a text that is an IIN finds its proprietor or nothing.</summary>
    public async Task<CompanyPage> FindAsync(CompanyQuery query, CancellationToken cancel)
    {
        if (!Iin.TryParse(query.Text, out var iin))
            return await search.FindAsync(query, cancel);
        var number = await persons.RegisterNumberOfAsync(iin, cancel);
        return number is null
            ? new CompanyPage(0, null, [], new Dictionary<string, IReadOnlyList<FacetCount>>(StringComparer.Ordinal), 0)
            : await search.FindAsync(query with { Text = number }, cancel);
    }

    /// <summary>Hits while somebody types; knows no IIN.</summary>
    public async Task<IReadOnlyList<CompanyHit>> SuggestAsync(string? text, int limit, CancellationToken cancel) =>
        string.IsNullOrWhiteSpace(text) || Iin.TryParse(text, out _) ? [] : await search.SuggestAsync(text, limit, cancel);
}
