using Registry.Names;

namespace Registry.Search;

/// <summary>A text of a company that a query can match: which field it fills and what stands there.</summary>
public readonly record struct NameText(string Field, string Text);

/// <summary>
/// What an index holds of a company to find it by, the same for every engine: the engine only stores and intersects
/// these terms, it analyses nothing itself. Fields as <see cref="TermFields"/> names them.
/// </summary>
public sealed record SearchTerms
{
    /// <summary>Raised when terms, fields or stored hits change in an engine: an index of another form has to be rebuilt.</summary>
    public const string Form = "4";

    /// <summary>Longest prefix kept as a term of its own; longer ones are rare enough to be looked up among the words.</summary>
    public const int LongestEdge = 3;

    /// <summary>Abbreviations have three to six letters; two stand for half the register.</summary>
    public const int FewestInitials = 3;
    public const int MostInitials = 6;

    /// <summary>A whole name longer than this is found by its words.</summary>
    public const int LongestWhole = 400;

    /// <summary>Length where no name has a letter: behind all that have.</summary>
    private const int NoName = 255;

    /// <summary>Words of all names, current and former, in folded letters.</summary>
    public required IReadOnlyCollection<string> Letters { get; init; }

    /// <summary>Skeletons of the words of all names, current and former.</summary>
    public required IReadOnlyCollection<string> Sounds { get; init; }

    /// <summary>Beginnings of <see cref="Sounds"/>.</summary>
    public required IReadOnlyCollection<string> Edges { get; init; }

    /// <summary>First letters of names of several words.</summary>
    public required IReadOnlyCollection<string> Initials { get; init; }

    /// <summary>Keys of whole names.</summary>
    public required IReadOnlyCollection<string> Wholes { get; init; }

    /// <summary>Skeletons of the words of the head's name.</summary>
    public required IReadOnlyCollection<string> Head { get; init; }

    /// <summary>Skeletons of the words of the address.</summary>
    public required IReadOnlyCollection<string> Address { get; init; }

    /// <summary>Letters of the shortest name, at most 255: of two companies that hold the same words the one that holds less besides comes first.</summary>
    public required int Length { get; init; }

    /// <summary>Place in the order of names (see <see cref="Search.SortKey"/>); empty without a name.</summary>
    public required string SortKey { get; init; }

    /// <summary>Terms of a company.</summary>
    public static SearchTerms Of(CompanyDocument document)
    {
        var gathered = new Gathered();
        foreach (var name in Names(document))
            gathered.Add(name.Field, NormalisedName.Of(name.Text));
        foreach (var word in gathered.Sounds)
            AddEdges(word, gathered.Edges);
        return new SearchTerms
        {
            Letters = gathered.Letters,
            Sounds = gathered.Sounds,
            Edges = gathered.Edges,
            Initials = gathered.Initials,
            Wholes = gathered.Wholes,
            Head = gathered.Head,
            Address = gathered.Address,
            Length = gathered.Length,
            SortKey = gathered.SortKey,
        };
    }

    /// <summary>Every text that a query is compared with, current names first, what only helps last.</summary>
    public static IEnumerable<NameText> Names(CompanyDocument document)
    {
        var hit = document.Hit;
        if (!string.IsNullOrWhiteSpace(hit.NameRu))
            yield return new NameText(MatchFields.NameRu, hit.NameRu);
        if (!string.IsNullOrWhiteSpace(hit.NameKk))
            yield return new NameText(MatchFields.NameKk, hit.NameKk);
        if (!string.IsNullOrWhiteSpace(hit.NameEn))
            yield return new NameText(MatchFields.NameEn, hit.NameEn);
        foreach (var former in document.FormerNames)
            yield return new NameText(MatchFields.FormerName, former);
        if (!string.IsNullOrWhiteSpace(document.Head))
            yield return new NameText(MatchFields.Head, document.Head);
        if (!string.IsNullOrWhiteSpace(document.Address))
            yield return new NameText(MatchFields.Address, document.Address);
    }

    /// <summary>The key of a whole name: 36 bits of its skeleton without blanks, as six letters; null where it is empty or long.</summary>
    /// <remarks>Two names in 70 billion pairs share a key by chance, and ranking tells them apart.</remarks>
    public static string? WholeKey(string whole)
    {
        const int Size = 6;
        if (whole.Length is 0 or > LongestWhole)
            return null;
        var hash = 14695981039346656037UL;
        foreach (var c in whole)
            hash = (hash ^ c) * 1099511628211UL;
        hash ^= hash >> 29;
        return string.Create(Size, hash, static (key, bits) =>
        {
            for (var i = 0; i < key.Length; i++)
                key[i] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"[(int)(bits >> (6 * i)) & 63];
        });
    }

    /// <summary>First letters of the words as a word; null where they are too few or too many to stand for the name.</summary>
    internal static string? InitialsOf(NormalisedName name)
    {
        var words = name.Tokens.Count;
        if (words is < FewestInitials or > MostInitials)
            return null;
        return string.Create(words, name.Tokens, static (initials, tokens) =>
        {
            for (var i = 0; i < initials.Length; i++)
                initials[i] = tokens[i].Norm[0];
        });
    }

    private static void AddEdges(string word, List<string> edges)
    {
        for (var length = 1; length <= Math.Min(LongestEdge, word.Length); length++)
            AddOnce(edges, word[..length]);
    }

    // A company has a handful of words: looking through them costs less than a set.
    private static void AddOnce(List<string> terms, string term)
    {
        if (!terms.Contains(term))
            terms.Add(term);
    }

    private sealed class Gathered
    {
        private bool isNamed;

        public List<string> Letters { get; } = [];
        public List<string> Sounds { get; } = [];
        public List<string> Edges { get; } = [];
        public List<string> Initials { get; } = [];
        public List<string> Wholes { get; } = [];
        public List<string> Head { get; } = [];
        public List<string> Address { get; } = [];
        public int Length { get; private set; } = NoName;
        public string SortKey { get; private set; } = "";

        public void Add(string field, NormalisedName text)
        {
            if (field is MatchFields.Head or MatchFields.Address)
            {
                AddSounds(text, field == MatchFields.Head ? Head : Address);
                return;
            }
            if (!isNamed && field != MatchFields.FormerName)
                (isNamed, SortKey) = (true, Search.SortKey.OfKey(text.Key));
            AddSounds(text, Sounds);
            foreach (var token in text.Tokens)
            {
                AddOnce(Letters, token.Norm);
                // A beginning that sounds otherwise than the word: p of pharm, s of show.
                if (char.IsAsciiLetter(token.Norm[0]))
                    AddEdges(token.Norm, Edges);
            }
            var whole = text.Whole;
            if (WholeKey(whole) is { } key)
                AddOnce(Wholes, key);
            if (InitialsOf(text) is { } initials)
                AddOnce(Initials, initials);
            if (field != MatchFields.FormerName && whole.Length > 0)
                Length = Math.Min(Length, whole.Length);
        }

        private static void AddSounds(NormalisedName text, List<string> sounds)
        {
            foreach (var token in text.Tokens)
            {
                AddOnce(sounds, token.Skeleton);
                if (token.Alternative is not null)
                    AddOnce(sounds, token.Alternative);
            }
        }
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
    public const string Address = "address";

    /// <summary>Fields of texts, by their place in stored hits: new ones only at the end.</summary>
    internal static readonly string[] Texts = [NameRu, NameKk, NameEn, FormerName, Head, Address];
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
