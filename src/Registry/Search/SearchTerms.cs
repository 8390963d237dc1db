using Registry.Names;

namespace Registry.Search;

/// <summary>A text of a company that a query can match: which field it fills and what stands there.</summary>
public readonly record struct NameText(string Field, string Text);

/// <summary>
/// What an index holds of a company to find it by, the same for every engine: the engine only stores and intersects
/// these terms, it analyses nothing itself.
/// </summary>
public sealed record SearchTerms
{
    /// <summary>Longest prefix kept as a term of its own; longer ones are rare enough to be looked up among the words.</summary>
    public const int LongestEdge = 6;

    /// <summary>A whole name longer than this is found by its words; as one key it only costs space.</summary>
    public const int LongestWhole = 60;
    private const char Boundary = '_';
    private const int TrigramLength = 3;

    /// <summary>Skeletons of the words of all names, current and former.</summary>
    public required IReadOnlyCollection<string> Words { get; init; }

    /// <summary>Skeletons of the words of the head's name.</summary>
    public required IReadOnlyCollection<string> HeadWords { get; init; }

    /// <summary>Whole names without blanks.</summary>
    public required IReadOnlyCollection<string> Wholes { get; init; }

    /// <summary>Trigrams of <see cref="Words"/>, word boundaries marked.</summary>
    public required IReadOnlyCollection<string> Trigrams { get; init; }

    /// <summary>Prefixes of the words of names and head, up to <see cref="LongestEdge"/> letters.</summary>
    public required IReadOnlyCollection<string> Edges { get; init; }

    /// <summary>Terms of a company.</summary>
    public static SearchTerms Of(CompanyDocument document)
    {
        var words = new List<string>(12);
        var wholes = new HashSet<string>(StringComparer.Ordinal);
        var head = new List<string>(3);
        foreach (var name in Names(document.Hit, document.FormerNames, document.Head))
        {
            var normalised = NormalisedName.Of(name.Text);
            AddWords(normalised, name.Field == MatchFields.Head ? head : words);
            if (name.Field != MatchFields.Head && normalised.Whole is { Length: > 0 and <= LongestWhole } whole)
                wholes.Add(whole);
        }
        var trigrams = new HashSet<string>(StringComparer.Ordinal);
        var edges = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            AddTrigrams(word, trigrams);
            AddEdges(word, edges);
        }
        foreach (var word in head)
            AddEdges(word, edges);
        return new SearchTerms { Words = words, HeadWords = head, Wholes = wholes, Trigrams = trigrams, Edges = edges };
    }

    /// <summary>Every text that a query is compared with, current names first.</summary>
    public static IEnumerable<NameText> Names(CompanyHit hit, IReadOnlyList<string> formerNames, string? head)
    {
        if (!string.IsNullOrWhiteSpace(hit.NameRu))
            yield return new NameText(MatchFields.NameRu, hit.NameRu);
        if (!string.IsNullOrWhiteSpace(hit.NameKk))
            yield return new NameText(MatchFields.NameKk, hit.NameKk);
        if (!string.IsNullOrWhiteSpace(hit.NameEn))
            yield return new NameText(MatchFields.NameEn, hit.NameEn);
        foreach (var former in formerNames)
            yield return new NameText(MatchFields.FormerName, former);
        if (!string.IsNullOrWhiteSpace(head))
            yield return new NameText(MatchFields.Head, head);
    }

    /// <summary>Trigrams of a word with its boundaries, for what neither letters nor edits find.</summary>
    public static void AddTrigrams(string word, ISet<string> trigrams)
    {
        var bounded = Boundary + word + Boundary;
        for (var i = 0; i + TrigramLength <= bounded.Length; i++)
            trigrams.Add(bounded.Substring(i, TrigramLength));
    }

    private static void AddWords(NormalisedName name, List<string> words)
    {
        foreach (var token in name.Tokens)
        {
            words.Add(token.Skeleton);
            if (token.Alternative is not null)
                words.Add(token.Alternative);
        }
    }

    private static void AddEdges(string word, HashSet<string> edges)
    {
        for (var length = 1; length <= Math.Min(LongestEdge, word.Length); length++)
            edges.Add(word[..length]);
    }
}

/// <summary>Names of the fields and kinds in <see cref="Matched"/>.</summary>
public static class MatchFields
{
    public const string Bin = "bin";
    public const string NameRu = "nameRu";
    public const string NameKk = "nameKk";
    public const string NameEn = "nameEn";
    public const string FormerName = "formerName";
    public const string Head = "head";
}

/// <summary>How a text matched, strongest first.</summary>
public static class MatchKinds
{
    /// <summary>As typed, case aside.</summary>
    public const string Exact = "exact";

    /// <summary>The same letters after folding Kazakh and Russian ones and look-alikes.</summary>
    public const string Letters = "letters";

    /// <summary>Another script or transliteration of the same word.</summary>
    public const string Sound = "sound";

    /// <summary>The beginning of a word.</summary>
    public const string Prefix = "prefix";

    /// <summary>One or more slips.</summary>
    public const string Typo = "typo";

    /// <summary>Typed with the wrong keyboard layout.</summary>
    public const string Layout = "layout";
}
