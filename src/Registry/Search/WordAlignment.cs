using Registry.Names;

namespace Registry.Search;

/// <summary>How one word of a query fits one word of a name.</summary>
/// <param name="Worth">0..1.</param>
/// <param name="Kind">One of <see cref="MatchKinds"/>.</param>
/// <param name="Covered">Share of the name's word that was typed.</param>
internal readonly record struct WordMatch(double Worth, string Kind, double Covered)
{
    public const double Exact = 1;

    /// <summary>Same sound in other letters: nearly as good, but the one with the same letters stands before.</summary>
    public const double Sound = 0.98;

    // A finished word beats the beginning of one; more typed is better.
    private const double PrefixLeast = 0.94;
    private const double PrefixMost = 0.97;

    /// <summary>The beginning of a word with a slip in it.</summary>
    private const double PrefixWithSlip = 0.75;

    /// <summary>Under this a prefix has too few letters to hold a slip as well.</summary>
    private const int ShortestPrefixWithSlip = 4;

    public static WordMatch Of(NameToken typed, NameToken stored, bool mayBePrefix)
    {
        if (typed.Norm == stored.Norm)
            return new WordMatch(Exact, MatchKinds.Letters, 1);
        if (SoundsLike(typed, stored))
            return new WordMatch(Sound, MatchKinds.Sound, 1);
        if (mayBePrefix && StartsLike(typed, stored))
        {
            var share = (double)typed.Skeleton.Length / stored.Skeleton.Length;
            return new WordMatch(PrefixLeast + ((PrefixMost - PrefixLeast) * share), MatchKinds.Prefix, share);
        }
        return char.IsAsciiDigit(typed.Skeleton[0]) ? default : WithSlips(typed.Skeleton, stored.Skeleton, mayBePrefix);
    }

    private static bool SoundsLike(NameToken a, NameToken b) =>
        a.Skeleton == b.Skeleton || a.Alternative == b.Skeleton || a.Skeleton == b.Alternative
        || (a.Alternative is not null && a.Alternative == b.Alternative);

    private static bool StartsLike(NameToken typed, NameToken stored) =>
        stored.Skeleton.StartsWith(typed.Skeleton, StringComparison.Ordinal)
        || (typed.Alternative is not null && stored.Skeleton.StartsWith(typed.Alternative, StringComparison.Ordinal))
        || (stored.Alternative is not null && stored.Alternative.StartsWith(typed.Skeleton, StringComparison.Ordinal));

    private static WordMatch WithSlips(string typed, string stored, bool mayBePrefix)
    {
        var longest = Math.Max(typed.Length, stored.Length);
        var distance = WordDistance.Of(typed, stored, WordDistance.SlipsAllowed(Math.Min(typed.Length, stored.Length)));
        if (!double.IsInfinity(distance))
            return new WordMatch(1 - (distance / longest), MatchKinds.Typo, 1);
        if (!mayBePrefix || typed.Length < ShortestPrefixWithSlip || stored.Length <= typed.Length)
            return default;
        var start = WordDistance.Of(typed, stored.AsSpan(0, typed.Length), 1);
        return double.IsInfinity(start) ? default : new WordMatch(PrefixWithSlip, MatchKinds.Typo, (double)typed.Length / stored.Length);
    }
}

/// <summary>Which word of a name stands for a word of the query.</summary>
/// <param name="Word">Index in the name, or −1.</param>
/// <param name="Words">How many words of the name from there: two where they were typed as one.</param>
internal readonly record struct WordPair(int Word, int Words, WordMatch Match);

/// <summary>Pairs the words of a query with the words of a name, each word of the name once.</summary>
internal static class WordAlignment
{
    /// <summary>Under this two words have nothing to do with each other.</summary>
    private const double LeastWorth = 0.6;

    public static WordPair[] Of(NormalisedName query, NormalisedName name, int mostWords)
    {
        var rows = Math.Min(query.Tokens.Count, mostWords);
        var columns = Math.Min(name.Tokens.Count, mostWords);
        var pairs = new WordPair[rows];
        Span<bool> used = stackalloc bool[columns];
        used.Clear();
        for (var i = 0; i < rows; i++)
        {
            pairs[i] = Single(query, name, i, used);
            if (pairs[i].Match.Worth < WordMatch.Sound && Joined(query, name, i, used) is { } joined && joined.Match.Worth > pairs[i].Match.Worth)
                pairs[i] = joined;
            if (pairs[i].Word >= 0)
                used.Slice(pairs[i].Word, pairs[i].Words).Fill(true);
        }
        return pairs;
    }

    private static WordPair Single(NormalisedName query, NormalisedName name, int i, ReadOnlySpan<bool> used)
    {
        var best = new WordPair(-1, 0, default);
        var isLast = i == query.Tokens.Count - 1;
        for (var j = 0; j < used.Length; j++)
        {
            if (used[j])
                continue;
            var match = WordMatch.Of(query.Tokens[i], name.Tokens[j], isLast);
            if (match.Worth >= LeastWorth && match.Worth > best.Match.Worth)
                best = new WordPair(j, 1, match);
        }
        return best;
    }

    /// <summary>One typed word for two neighbours of the name.</summary>
    private static WordPair? Joined(NormalisedName query, NormalisedName name, int i, ReadOnlySpan<bool> used)
    {
        var typed = query.Tokens[i].Skeleton;
        for (var j = 0; j + 1 < used.Length; j++)
        {
            var left = name.Tokens[j].Skeleton;
            var right = name.Tokens[j + 1].Skeleton;
            if (!used[j] && !used[j + 1] && typed.Length == left.Length + right.Length
                && typed.StartsWith(left, StringComparison.Ordinal) && typed.EndsWith(right, StringComparison.Ordinal))
                return new WordPair(j, 2, new WordMatch(0.95, MatchKinds.Sound, 1));
        }
        return null;
    }
}
