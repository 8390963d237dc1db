using Registry.Companies;
using Registry.Names;

namespace Registry.Search;

/// <summary>What an engine is asked: companies that a query finds, in an order, from a place on.</summary>
/// <param name="Query">Which companies.</param>
/// <param name="Order">
/// <see cref="CompanySort.Relevance"/>: greatest weight, then shortest name (<see cref="SearchTerms.Length"/>); every order ends with the number.
/// </param>
/// <param name="Limit">Companies wanted.</param>
internal sealed record FindRequest(TermQuery Query, CompanySort Order, int Limit)
{
    /// <summary>The <see cref="Candidate.Place"/> after which to go on, or null.</summary>
    public string? After { get; init; }

    /// <summary>Filters as in <see cref="CompanyQuery.Filters"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Whether facets are to be counted.</summary>
    public bool WithFacets { get; init; }

    /// <summary>
    /// Companies looked at at most: while a first letter is typed half the register matches, and nobody waits for the best of it.
    /// The total is then the number looked at.
    /// </summary>
    public int Most { get; init; } = int.MaxValue;
}

/// <summary>What an engine found.</summary>
/// <param name="Items">In the order asked for, as many as asked for.</param>
/// <param name="Total">All that query and filters let pass.</param>
/// <param name="Facets">All of <see cref="Facets.All"/> where asked for (a facet's own filter does not restrict its counts), else empty.</param>
internal sealed record FoundCompanies(
    IReadOnlyList<Candidate> Items, long Total, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets)
{
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> NoFacets = new Dictionary<string, IReadOnlyList<FacetCount>>();
}

/// <summary>The texts of a company that a query is compared with (see <see cref="SearchTerms.Names"/>), each made comparable once.</summary>
internal sealed class CandidateNames(IReadOnlyList<NameText> texts)
{
    private readonly NormalisedName?[] normalised = new NormalisedName?[texts.Count];

    public int Count => texts.Count;

    public NameText this[int name] => texts[name];

    public NormalisedName Normalised(int name) => normalised[name] ??= NormalisedName.Of(texts[name].Text);
}

/// <summary>A company that an engine found; what it holds is read only where it is looked at.</summary>
internal abstract class Candidate
{
    /// <summary>The number.</summary>
    public abstract string Bin { get; }
    public abstract CompanyStatus Status { get; }
    public abstract CandidateNames Names { get; }

    /// <summary>The place of this company in the order asked for, to go on behind it.</summary>
    public abstract string Place { get; }

    /// <summary>The hit as it was indexed, without score and match.</summary>
    public abstract CompanyHit Hit { get; }

    /// <summary>No business is done with it any more: after its namesakes.</summary>
    public bool IsGone => Status is CompanyStatus.Liquidated or CompanyStatus.Bankrupt;
}

/// <summary>One state of an engine's index: executes finished term queries, and knows nothing of names.</summary>
internal interface ICandidateSource
{
    /// <summary>The words of the index.</summary>
    IndexVocabulary Vocabulary { get; }

    /// <summary>Finds companies.</summary>
    /// <exception cref="FormatException"><see cref="FindRequest.After"/> is no place of this order.</exception>
    ValueTask<FoundCompanies> FindAsync(FindRequest request, CancellationToken cancel);
}
