using Registry.Companies;
using Registry.Indices;

namespace Registry.Search;

/// <summary>A question to the search: text, filters, order, page. Empty text browses.</summary>
public sealed record CompanyQuery
{
    /// <summary>Letters that a text may have: the longest registered names have some 500; longer texts are pasted by mistake or malice.</summary>
    public const int LongestText = 600;

    /// <summary>Name in any script, BIN, register number; null or blank to browse.</summary>
    public string? Text { get; init; }

    /// <summary>Filters by facet id (see <see cref="Facets"/>): any of the values within one, all of them together.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    public CompanySort Sort { get; init; } = CompanySort.Relevance;

    /// <summary>Opaque place after the last hit of the page before; null for the first page.</summary>
    public string? Cursor { get; init; }

    /// <summary>1-100.</summary>
    public int Limit { get; init; } = 20;
}

/// <summary>Order of hits.</summary>
public enum CompanySort
{
    Relevance,
    Name,
    RegisteredOn,
    TaxpayerIntegrity,
    FinancialStability,
    PaymentDiscipline,
}

/// <summary>Ids of filters and facets, as the HTTP parameters spell them.</summary>
public static class Facets
{
    public const string Region = "region";
    public const string Oked = "oked";
    public const string Status = "status";
    public const string Size = "size";
    public const string Certificate = "certificate";
    public const string Label = "label";
    public const string RatingClass = "ratingClass";
    public const string Tax = "tax";
    public const string Financial = "financial";
    public const string Payment = "payment";
    public const string Stops = "stops";

    public static readonly IReadOnlyList<string> All =
        [Region, Oked, Status, Size, Certificate, Label, RatingClass, Tax, Financial, Payment, Stops];
}

/// <summary>Why a hit was found.</summary>
/// <param name="Field"><c>bin</c>, <c>nameRu</c>, <c>nameKk</c>, <c>nameEn</c>, <c>formerName</c>, <c>head</c> or <c>address</c>.</param>
/// <param name="Kind"><c>exact</c>, <c>letters</c>, <c>sound</c>, <c>typo</c>, <c>prefix</c> or <c>layout</c>.</param>
/// <param name="Text">The text that matched, as stored.</param>
/// <param name="Marks">Matched parts of <paramref name="Text"/> as pairs of start and length.</param>
public sealed record Matched(string Field, string Kind, string Text, IReadOnlyList<int[]> Marks);

/// <summary>A value of a facet and how many companies of the result have it.</summary>
public sealed record FacetCount(string Value, long Count);

/// <summary>Number of an index in a hit.</summary>
public sealed record HitIndex(double? Value, string? Band, IndexState? State);

/// <summary>Certificate in a hit.</summary>
public sealed record HitCertificate(string Standard, Certification.CertificateState State);

/// <summary>Label in a hit.</summary>
public sealed record HitLabel(string Number, string State);

/// <summary>Rating in a hit.</summary>
public sealed record HitRating(double? Value, string? Class, string State);

/// <summary>A fact that stops a deal by itself.</summary>
/// <param name="Id">One of the stop ids of the contract, e.g. <c>bankrupt</c>.</param>
public sealed record Stop(string Id, DateOnly Since, string Source);

/// <summary>A found company, as lists, suggestions and the API show it.</summary>
public record CompanyHit
{
    public required string Bin { get; init; }
    public string? NameRu { get; init; }
    public string? NameKk { get; init; }
    public string? NameEn { get; init; }
    public CompanyStatus Status { get; init; }
    public string? Region { get; init; }
    public string? Oked { get; init; }

    /// <summary>0..1: how well the text fits; 1 for an exact BIN, null when browsing.</summary>
    public double? Score { get; init; }
    public Matched? Matched { get; init; }

    /// <summary>By index id in camelCase, always the three.</summary>
    public required IReadOnlyDictionary<string, HitIndex> Indices { get; init; }
    public HitRating? Rating { get; init; }
    public IReadOnlyList<HitCertificate> Certificates { get; init; } = [];
    public HitLabel? Label { get; init; }
    public IReadOnlyList<Stop> Stops { get; init; } = [];
}

/// <summary>A page of hits.</summary>
/// <param name="Next">Cursor of the next page, or null on the last.</param>
/// <param name="Degraded">The search server did not answer; the page comes from a fallback.</param>
/// <param name="Near">BINs that are one slip away from the number asked for, where that one is unknown.</param>
public sealed record CompanyPage(
    long Total,
    string? Next,
    IReadOnlyList<CompanyHit> Items,
    IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets,
    double TookMs,
    bool Degraded = false,
    IReadOnlyList<string>? Near = null);

/// <summary>
/// What the index holds of a company. Built from the database by one reader, the same for every engine.
/// </summary>
public sealed record CompanyDocument
{
    public required CompanyHit Hit { get; init; }
    public IReadOnlyList<string> FormerNames { get; init; } = [];
    public string? Head { get; init; }

    /// <summary>Address as far as it may be searched; a sole proprietor's only to the district.</summary>
    public string? Address { get; init; }
    public string? Section { get; init; }
    public string? Krp { get; init; }
    public DateOnly? RegisteredOn { get; init; }
    public required long Version { get; init; }
}

/// <summary>The search for companies, in domain types only: Lucene in process or a search server behind it.</summary>
public interface ICompanySearch
{
    /// <summary>Finds a page of companies with facets.</summary>
    Task<CompanyPage> FindAsync(CompanyQuery query, CancellationToken cancel);

    /// <summary>Up to <paramref name="limit"/> hits while somebody types; no facets.</summary>
    Task<IReadOnlyList<CompanyHit>> SuggestAsync(string text, int limit, CancellationToken cancel);

    /// <summary>Adds or replaces companies; an older <see cref="CompanyDocument.Version"/> never overwrites a newer one.</summary>
    Task IndexAsync(IReadOnlyCollection<CompanyDocument> documents, CancellationToken cancel);

    /// <summary>Takes companies out.</summary>
    Task RemoveAsync(IReadOnlyCollection<string> bins, CancellationToken cancel);

    /// <summary>Makes what was indexed visible to searches.</summary>
    Task RefreshAsync(CancellationToken cancel);

    /// <summary>Builds a new index aside from all documents and switches to it; searches see the old one until then.</summary>
    Task RebuildAsync(IAsyncEnumerable<CompanyDocument> documents, CancellationToken cancel);

    /// <summary>Number of companies in the index.</summary>
    Task<long> CountAsync(CancellationToken cancel);
}
