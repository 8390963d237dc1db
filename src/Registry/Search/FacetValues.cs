using Registry.Certification;

namespace Registry.Search;

/// <summary>Which value or values a company has in each facet, the same for every engine.</summary>
public static class FacetValues
{
    /// <summary>Value of a band facet for an index without a band.</summary>
    public const string Unrated = "none";

    /// <summary>Values of <paramref name="facet"/>; none where the register does not know.</summary>
    public static IReadOnlyList<string> Of(CompanyDocument document, string facet)
    {
        var hit = document.Hit;
        return facet switch
        {
            Facets.Region => One(hit.Region),
            Facets.Oked => One(document.Section),
            Facets.Status => One(hit.Status.ToString()),
            Facets.Size => One(document.Krp),
            Facets.Certificate => Many(hit.Certificates.Where(c => c.State == CertificateState.Active).Select(c => c.Standard)),
            Facets.Label => One(hit.Label?.State),
            Facets.RatingClass => One(hit.Rating?.Class),
            Facets.Tax => Band(hit, "taxpayerIntegrity"),
            Facets.Financial => Band(hit, "financialStability"),
            Facets.Payment => Band(hit, "paymentDiscipline"),
            Facets.Stops => Many(hit.Stops.Select(s => s.Id)),
            _ => [],
        };
    }

    private static string[] One(string? value) => string.IsNullOrWhiteSpace(value) ? [] : [value];

    private static string[] Many(IEnumerable<string> values) =>
        [.. values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string[] Band(CompanyHit hit, string index) =>
        [hit.Indices.TryGetValue(index, out var found) && found.Band is { Length: > 0 } band ? band : Unrated];
}
