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
        if (!IsIin(query.Text, out var iin))
            return await search.FindAsync(query, cancel);
        var number = await persons.RegisterNumberOfAsync(iin, cancel);
        return number is null
            ? new CompanyPage(0, null, [], new Dictionary<string, IReadOnlyList<FacetCount>>(StringComparer.Ordinal), 0)
            : await search.FindAsync(query with { Text = number }, cancel);
    }

    /// <summary>Hits while somebody types; knows no IIN.</summary>
    public async Task<IReadOnlyList<CompanyHit>> SuggestAsync(string? text, int limit, CancellationToken cancel) =>
        string.IsNullOrWhiteSpace(text) || IsIin(text, out _) ? [] : await search.SuggestAsync(text, limit, cancel);

    /// <summary>Companies that can be found.</summary>
    public Task<long> CountAsync(CancellationToken cancel) => search.CountAsync(cancel);

    /// <summary>Only the whole number counts: a shorter one is a fragment of something else, not an IIN that lost its zeros.</summary>
    private static bool IsIin(string? text, out Iin iin) =>
        Iin.TryParse(text, out iin) && text.Count(char.IsAsciiDigit) == DigitText.Length;
}
