using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Registry.Certification;
using Registry.Companies;
using Registry.Search;

namespace Registry.Web.Api;

/// <summary>What <c>GET /companies</c> is asked with; text as it came, so that an error can name its field.</summary>
public sealed record CompanyListParameters
{
    private const int LargestPage = 100;
    private const string Bands = "letters A-E, or none";

    [FromQuery(Name = "q"), Description("Name in any script, BIN or register number; empty browses.")]
    public string? Q { get; init; }

    [FromQuery(Name = "region"), Description("Regions, first two digits of KATO, separated by commas.")]
    public string? Region { get; init; }

    [FromQuery(Name = "oked"), Description("OKED sections, letters A-U.")]
    public string? Oked { get; init; }

    [FromQuery(Name = "status"), Description("Statuses, e.g. Active,Bankrupt.")]
    public string? Status { get; init; }

    [FromQuery(Name = "size"), Description("KRP size codes.")]
    public string? Size { get; init; }

    [FromQuery(Name = "certificate"), Description("Standards of active certificates, e.g. ISO 37001:2025.")]
    public string? Certificate { get; init; }

    [FromQuery(Name = "label"), Description("Label states, e.g. Valid.")]
    public string? Label { get; init; }

    [FromQuery(Name = "ratingClass"), Description("Rating classes A-F.")]
    public string? RatingClass { get; init; }

    [FromQuery(Name = "tax"), Description("Bands of the Taxpayer Integrity Index, e.g. A,B; none for those without.")]
    public string? Tax { get; init; }

    [FromQuery(Name = "financial"), Description("Bands of the Financial Stability Index.")]
    public string? Financial { get; init; }

    [FromQuery(Name = "payment"), Description("Bands of the Payment Discipline Index.")]
    public string? Payment { get; init; }

    [FromQuery(Name = "sort"), Description("relevance, name, registeredOn, taxpayerIntegrity, financialStability or paymentDiscipline.")]
    public string? Sort { get; init; }

    [FromQuery(Name = "cursor"), Description("The next of the page before.")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "limit"), Description("Hits per page, 1-100; 20 unless told.")]
    public string? Limit { get; init; }

    /// <summary>The question to the search, or the field that is wrong.</summary>
    public (CompanyQuery? Query, FieldError? Error) Read()
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var error = ReadFilters(filters) ?? ReadText() ?? ReadSort(out var sort) ?? ReadLimit(out var limit);
        if (error is not null)
            return (null, error);
        ReadSort(out sort);
        ReadLimit(out limit);
        return (new CompanyQuery { Text = Q, Filters = filters, Sort = sort, Cursor = Cursor, Limit = limit }, null);
    }

    private FieldError? ReadFilters(Dictionary<string, IReadOnlyList<string>> filters) =>
        Filter(filters, Facets.Region, Region, Digits(2), "two digits each, e.g. 75")
        ?? Filter(filters, Facets.Oked, Oked, Letters('U'), "sections, letters A-U")
        ?? Filter(filters, Facets.Status, Status, OneOf(Enum.GetNames<CompanyStatus>()), string.Join(", ", Enum.GetNames<CompanyStatus>()))
        ?? Filter(filters, Facets.Size, Size, Digits(3), "KRP codes of up to three digits")
        ?? Filter(filters, Facets.Certificate, Certificate, Token, "standards, e.g. ISO 37001:2025")
        ?? Filter(filters, Facets.Label, Label, OneOf(Enum.GetNames<LabelState>()), string.Join(", ", Enum.GetNames<LabelState>()))
        ?? Filter(filters, Facets.RatingClass, RatingClass, Letters('F'), "letters A-F")
        ?? Filter(filters, Facets.Tax, Tax, Band, Bands)
        ?? Filter(filters, Facets.Financial, Financial, Band, Bands)
        ?? Filter(filters, Facets.Payment, Payment, Band, Bands);

    private static FieldError? Filter(
        Dictionary<string, IReadOnlyList<string>> filters, string field, string? text, Func<string, string?> canonical, string allowed)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var values = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(canonical).ToList();
        if (values.Count == 0 || values.Contains(null))
            return new FieldError(field, $"must be {allowed}, separated by commas.");
        filters[field] = [.. values.OfType<string>().Distinct(StringComparer.Ordinal)];
        return null;
    }

    private FieldError? ReadText() =>
        Q?.Length > CompanyQuery.LongestText ? new FieldError("q", $"must have at most {CompanyQuery.LongestText} characters.") : null;

    private FieldError? ReadSort(out CompanySort sort)
    {
        sort = CompanySort.Relevance;
        if (string.IsNullOrWhiteSpace(Sort))
            return null;
        var isKnown = char.IsAsciiLetter(Sort[0]) && Enum.TryParse(Sort, ignoreCase: true, out sort);
        return isKnown ? null : new FieldError("sort", $"must be one of {string.Join(", ", Enum.GetNames<CompanySort>().Select(CamelCase))}.");
    }

    private FieldError? ReadLimit(out int limit)
    {
        limit = new CompanyQuery().Limit;
        if (string.IsNullOrWhiteSpace(Limit))
            return null;
        var isNumber = int.TryParse(Limit, NumberStyles.None, CultureInfo.InvariantCulture, out limit);
        return isNumber && limit is >= 1 and <= LargestPage ? null : new FieldError("limit", $"must be a whole number from 1 to {LargestPage}.");
    }

    private static Func<string, string?> Digits(int most) => text => text.Length <= most && text.All(char.IsAsciiDigit) ? text : null;

    private static Func<string, string?> Letters(char last) => text =>
        text.Length == 1 && char.ToUpperInvariant(text[0]) is var letter && letter >= 'A' && letter <= last ? letter.ToString() : null;

    private static Func<string, string?> OneOf(IReadOnlyList<string> names) => text =>
        names.FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase));

    private static string? Band(string text) =>
        text.Equals(FacetValues.Unrated, StringComparison.OrdinalIgnoreCase) ? FacetValues.Unrated : Letters('E')(text);

    private static string? Token(string text) => text.Length <= 64 ? text : null;

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

/// <summary>A field of a request and what is wrong with it.</summary>
public sealed record FieldError(string Field, string What);
