using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Registry.Search;

namespace Registry.Web.Search;

/// <summary>
/// The search as its address says it: <c>/?q=&amp;region=75,79&amp;tax=A,B&amp;sort=name&amp;cursor=</c>.
/// The address is the whole state of the page.
/// </summary>
public sealed record SearchUrl
{
    public const int PageSize = 20;
    private const string Path = "/";

    /// <summary>What was typed, trimmed; empty to browse.</summary>
    public string Text { get; init; } = "";

    /// <summary>Chosen values by facet id, without empty ones.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
    public CompanySort Sort { get; init; }
    public string? Cursor { get; init; }

    /// <summary>Nothing asked yet: the first page is shown.</summary>
    public bool IsEmpty => Text.Length == 0 && Filters.Count == 0 && Cursor is null && !Browse;

    /// <summary>All companies, without a question.</summary>
    public bool Browse { get; init; }

    /// <summary>Reads an address; repeated parameters and comma lists mean the same.</summary>
    public static SearchUrl Parse(string uri)
    {
        var mark = uri.IndexOf('?', StringComparison.Ordinal);
        var query = QueryHelpers.ParseQuery(mark < 0 ? "" : uri[mark..]);
        var filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var facet in Facets.All)
        {
            var values = query.TryGetValue(facet, out var given) ? Values(given) : [];
            if (values.Count > 0)
                filters[facet] = values;
        }
        var text = query.TryGetValue("q", out var q) ? q.ToString().Trim() : "";
        return new SearchUrl
        {
            Text = text.Length > CompanyQuery.LongestText ? text[..CompanyQuery.LongestText] : text,
            Filters = filters,
            Sort = query.TryGetValue("sort", out var sort) && Enum.TryParse<CompanySort>(sort, ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : default,
            Cursor = query.TryGetValue("cursor", out var cursor) && cursor.ToString() is { Length: > 0 } place ? place : null,
            Browse = query.ContainsKey("sort"),
        };
    }

    /// <summary>The question to the search.</summary>
    public CompanyQuery ToQuery() => new()
    {
        Text = Text.Length == 0 ? null : Text,
        Filters = Filters,
        Sort = Sort,
        Cursor = Cursor,
        Limit = PageSize,
    };

    /// <summary>Whether a value of a facet is chosen.</summary>
    public bool Has(string facet, string value) => Filters.TryGetValue(facet, out var values) && values.Contains(value, StringComparer.Ordinal);

    /// <summary>The same search from its first page, without one value of a facet.</summary>
    public SearchUrl Without(string facet, string value)
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>(Filters, StringComparer.Ordinal);
        if (filters.TryGetValue(facet, out var values))
        {
            var rest = values.Where(v => !string.Equals(v, value, StringComparison.Ordinal)).ToList();
            if (rest.Count == 0)
                filters.Remove(facet);
            else
                filters[facet] = rest;
        }
        return this with { Filters = filters, Cursor = null };
    }

    /// <summary>The same search from its first page, without a facet.</summary>
    public SearchUrl Without(string facet) => this with
    {
        Filters = Filters.Where(f => !string.Equals(f.Key, facet, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal),
        Cursor = null,
        Browse = Browse || Text.Length == 0,
    };

    /// <summary>The address.</summary>
    public override string ToString()
    {
        var address = new StringBuilder(Path);
        var separator = '?';
        void Add(string name, string value)
        {
            address.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal));
            separator = '&';
        }
        if (Text.Length > 0)
            Add("q", Text);
        foreach (var facet in Facets.All)
        {
            if (Filters.TryGetValue(facet, out var values))
                Add(facet, string.Join(',', values));
        }
        if (Sort != CompanySort.Relevance || Browse)
            Add("sort", SortName(Sort));
        if (Cursor is not null)
            Add("cursor", Cursor);
        return address.ToString();
    }

    /// <summary>An order as the address spells it.</summary>
    public static string SortName(CompanySort sort) => char.ToLowerInvariant(sort.ToString()[0]) + sort.ToString()[1..];

    private static List<string> Values(IEnumerable<string?> given) =>
        [.. given.SelectMany(v => (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal)];
}
