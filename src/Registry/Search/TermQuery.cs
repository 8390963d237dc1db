namespace Registry.Search;

/// <summary>
/// A question in finished terms that every engine can execute: which terms, in which field, how they hold together and
/// what each is worth. The weight of a company is the sum over what it holds; engines add nothing of their own, so that
/// all of them choose the same companies. Weights are multiples of 1/64: their sums are exact in any order.
/// </summary>
internal abstract record TermQuery
{
    private const float Grain = 64;

    private TermQuery()
    {
    }

    /// <summary>Companies that hold the term.</summary>
    /// <param name="Field">One of <see cref="TermFields"/>.</param>
    /// <param name="Weight">What it adds to a company's weight.</param>
    internal sealed record Word(string Field, string Term, float Weight) : TermQuery;

    /// <summary>Companies that hold a term with this beginning, all for the same weight.</summary>
    internal sealed record Beginning(string Field, string Term, float Weight) : TermQuery;

    /// <summary>Companies that any choice finds; the best choice counts, not their sum.</summary>
    internal sealed record AnyOf(IReadOnlyList<TermQuery> Choices) : TermQuery;

    /// <summary>Companies that all of <paramref name="Must"/> find and at least <paramref name="Least"/> of <paramref name="Should"/>; the weights add up.</summary>
    internal sealed record Together(IReadOnlyList<TermQuery> Must, IReadOnlyList<TermQuery> Should, int Least) : TermQuery;

    /// <summary>Every company, without weight.</summary>
    internal sealed record Everything : TermQuery;

    /// <summary>The nearest weight that adds up exactly.</summary>
    internal static float Rounded(double weight) => (float)Math.Round(weight * Grain) / Grain;
}

/// <summary>Fields of terms, the same in every engine; each is a plain list of terms without positions or frequencies.</summary>
internal static class TermFields
{
    /// <summary>The number.</summary>
    public const string Bin = "bin";

    /// <summary>Words of all names in folded letters, in their own script.</summary>
    public const string Letters = "ex";

    /// <summary>Skeletons of the words of all names.</summary>
    public const string Sounds = "sk";

    /// <summary>Beginnings of <see cref="Sounds"/>, up to <see cref="SearchTerms.LongestEdge"/> letters.</summary>
    public const string Edges = "pf";

    /// <summary>First letters of the names, as a word.</summary>
    public const string Initials = "ab";

    /// <summary>Keys of whole names (see <see cref="SearchTerms.WholeKey"/>).</summary>
    public const string Whole = "wh";

    /// <summary>Skeletons of the words of the head's name.</summary>
    public const string Head = "hd";

    /// <summary>Skeletons of the words of the address.</summary>
    public const string Address = "ad";
}
