using Registry.Names;

namespace Registry.Search;

/// <summary>A typed word, prepared to be compared with many.</summary>
/// <param name="Shape">Its letters with look-alikes of both scripts as one (see <see cref="NameToken.Shape"/>).</param>
internal readonly record struct TypedWord(NameToken Token, string Shape, SlipPattern Letters, SlipPattern Sound)
{
    public static TypedWord[] Of(NormalisedName query) => [.. query.Tokens.Select(Of)];

    private static TypedWord Of(NameToken token)
    {
        // Within one script a word differs from another in its shape exactly as in its letters.
        var shape = token.Shape;
        return new TypedWord(token, shape, new SlipPattern(shape), new SlipPattern(token.Skeleton));
    }
}

/// <summary>How one word of a query fits one word of a name.</summary>
/// <param name="Worth">0..1.</param>
/// <param name="Kind">One of <see cref="MatchKinds"/>.</param>
/// <param name="Covered">Share of the name's word that was typed.</param>
/// <param name="InLetters">Every letter typed is the name's.</param>
internal readonly record struct WordMatch(double Worth, string Kind, double Covered, bool InLetters = false)
{
    public const double Exact = 1;

    /// <summary>Same sound in the other script: nearly as good, but the one with the same letters stands before.</summary>
    public const double Sound = 0.997;

    // Same sound in the same script is a spelling by ear: better than a slip, worse than the other script.
    private const double ByEarShare = 0.4;
    private const double ByEarFarther = 0.85;
    private const double ByEarShort = 0.7;

    /// <summary>More glides in other places than these make a word no worse: then it is a name in another language.</summary>
    private const double MostGlides = 3;

    /// <summary>A word of look-alikes that stands in the other script: nobody sees the difference, but the word beside it may tell.</summary>
    private const double SameShapeAndSound = 0.999;
    private const double SameShape = 0.99;
    private const double SameShapeShort = 0.97;

    /// <summary>A word of look-alikes read in its other script; a letter or two read so mean little.</summary>
    private const double ReadOtherwise = 0.96;
    private const double ReadShort = 0.85;

    /// <summary>The same where every letter was written in the script of its name.</summary>
    private const double ReadFarFetched = 0.70;
    private const double ReadFarFetchedShort = 0.55;

    /// <summary>What a letter or two lose that only sound the same: they do so with many.</summary>
    private const double ShortLoss = 0.012;
    private const int ShortestReading = 3;

    // A finished word beats the beginning of one; more typed is better.
    private const double PrefixLeast = 0.94;
    private const double PrefixMost = 0.95;

    /// <summary>What a beginning loses that only looks or only sounds like one: who began in one script has a name in that script in mind.</summary>
    private const double PrefixInShape = 0.012;
    private const double PrefixInSound = 0.06;
    private const double PrefixInOtherScript = 0.07;
    private const double PrefixReadOtherwise = 0.12;

    /// <summary>An unfinished word stands for more of the name than its letters: the rest is only not typed yet.</summary>
    private const double UnfinishedCovers = 0.5;

    /// <summary>The beginning of a word with a slip in it.</summary>
    private const double PrefixWithSlip = 0.75;

    /// <summary>Slips counted in sounds may be more in letters, and who writes in another script makes them less often by chance.</summary>
    private const double SlipsInSound = 0.92;
    private const double SlipsInOtherScript = 0.82;

    /// <summary>Under this a prefix has too few letters to hold a slip as well.</summary>
    private const int ShortestPrefixWithSlip = 4;

    public static bool AreOfOneScript(NameToken a, NameToken b) => IsLatin(a.Norm) == IsLatin(b.Norm);

    public static WordMatch Of(TypedWord word, NameToken stored, bool mayBePrefix)
    {
        var typed = word.Token;
        if (typed.Norm == stored.Norm)
            return new WordMatch(Exact, MatchKinds.Letters, 1, true);
        var mayLookAlike = typed.LooksAlike || stored.LooksAlike;
        var sameScript = !mayLookAlike && AreOfOneScript(typed, stored);
        Span<char> letters = stackalloc char[stored.Norm.Length];
        stored.Norm.CopyTo(letters);
        if (sameScript || mayLookAlike)
            NameToken.ToShape(letters);
        var isShort = typed.Norm.Length < ShortestReading;
        if ((sameScript || mayLookAlike) && letters.SequenceEqual(word.Shape))
            return new WordMatch(typed.Skeleton == stored.Skeleton ? SameShapeAndSound : isShort ? SameShapeShort : SameShape, MatchKinds.Letters, 1, true);
        if (typed.Skeleton == stored.Skeleton)
        {
            var (reading, storedReading) = (typed.Reading, stored.Reading);
            var heard = IsLatin(reading) == IsLatin(storedReading) ? HeardAs(reading, storedReading) : Transliterated(reading, storedReading) - (isShort ? ShortLoss : 0);
            return new WordMatch(heard, MatchKinds.Sound, 1);
        }
        if (ReadsLike(typed, stored) is { } isFarFetched)
        {
            var read = isFarFetched ? isShort ? ReadFarFetchedShort : ReadFarFetched : isShort ? ReadShort : ReadOtherwise;
            return new WordMatch(read, MatchKinds.Sound, 1);
        }
        var begun = mayBePrefix && !typed.IsNoise ? Begun(word, stored, sameScript, mayLookAlike && letters.StartsWith(word.Shape)) : default;
        if (begun.Worth > 0)
            return begun;
        if (NumbersDiffer(typed.Norm, stored.Norm))
            return default;
        var near = WithSlips(word.Sound, typed.Skeleton, stored.Skeleton) * (sameScript ? SlipsInSound : SlipsInOtherScript);
        if (sameScript || mayLookAlike)
            near = Math.Max(near, WithSlips(word.Letters, word.Shape, letters));
        if (near > 0)
            return new WordMatch(near, MatchKinds.Typo, 1);
        return mayBePrefix ? BegunWithSlip(typed, stored) : default;
    }

    private static WordMatch Begun(TypedWord word, NameToken stored, bool sameScript, bool inShape)
    {
        var typed = word.Token;
        var loss = stored.Norm.StartsWith(typed.Norm, StringComparison.Ordinal) ? 0
            : inShape ? PrefixInShape
            : stored.Skeleton.StartsWith(typed.Skeleton, StringComparison.Ordinal) ? sameScript ? PrefixInSound : PrefixInOtherScript
            : ReadsBegun(typed, stored) ? PrefixReadOtherwise
            : double.NaN;
        if (double.IsNaN(loss))
            return default;
        var share = Math.Min(1, (double)typed.Skeleton.Length / stored.Skeleton.Length);
        return new WordMatch(PrefixLeast + ((PrefixMost - PrefixLeast) * share) - loss, MatchKinds.Prefix, UnfinishedCovers + ((1 - UnfinishedCovers) * share), loss == 0);
    }

    /// <summary>Schemes of transliteration differ in much, but none adds or leaves out a glide.</summary>
    private static double Transliterated(string typed, string stored) =>
        Sound - (ByEarShare * Apart(Skeleton.WithGlides(typed), Skeleton.WithGlides(stored)));

    private static double Apart(string typed, string stored) =>
        Math.Min(MostGlides, WordDistance.Of(typed, stored, MostGlides)) / Math.Max(typed.Length, stored.Length);

    /// <summary>A spelling by ear is a slip that is more likely than others: the more of the word is left, the less it says.</summary>
    private static double HeardAs(string typed, string stored)
    {
        if (Math.Min(typed.Length, stored.Length) < ShortestReading)
            return ByEarShort;
        var slips = WordDistance.Of(typed, stored, 2);
        return double.IsInfinity(slips) ? ByEarFarther : Math.Max(ByEarFarther, 1 - (ByEarShare * slips / Math.Max(typed.Length, stored.Length)));
    }

    /// <summary>Whether the words sound alike with one of them read in its other script, and that is far-fetched; null where they do not.</summary>
    private static bool? ReadsLike(NameToken a, NameToken b)
    {
        var (first, second) = (a.Alternative == b.Skeleton, a.Skeleton == b.Alternative);
        return first || second ? !(first && !a.IsFarFetched) && !(second && !b.IsFarFetched) : null;
    }

    private static bool ReadsBegun(NameToken typed, NameToken stored) =>
        (typed is { Alternative: not null, IsFarFetched: false } && stored.Skeleton.StartsWith(typed.Alternative, StringComparison.Ordinal))
        || (stored is { Alternative: not null, IsFarFetched: false } && stored.Alternative.StartsWith(typed.Skeleton, StringComparison.Ordinal));

    private static double WithSlips(SlipPattern pattern, ReadOnlySpan<char> typed, ReadOnlySpan<char> stored)
    {
        var longest = Math.Max(typed.Length, stored.Length);
        var allowed = WordDistance.SlipsAllowed(longest);
        if (Math.Abs(typed.Length - stored.Length) > allowed || pattern.Distance(stored) > WordDistance.MostSlips(allowed))
            return 0;
        var distance = WordDistance.Of(typed, stored, allowed);
        return double.IsInfinity(distance) ? 0 : 1 - (distance / longest);
    }

    private static WordMatch BegunWithSlip(NameToken typed, NameToken stored)
    {
        var (begun, whole) = (typed.Skeleton, stored.Skeleton);
        if (begun.Length < ShortestPrefixWithSlip || whole.Length <= begun.Length)
            return default;
        var start = WordDistance.Of(begun, whole.AsSpan(0, begun.Length), 1);
        return double.IsInfinity(start) ? default : new WordMatch(PrefixWithSlip, MatchKinds.Typo, (double)begun.Length / whole.Length);
    }

    /// <summary>Slips are made in letters: another number at the beginning is another name.</summary>
    private static bool NumbersDiffer(string typed, string stored)
    {
        var (number, other) = (NumberLength(typed), NumberLength(stored));
        return number != other || number == typed.Length || other == stored.Length || !typed.AsSpan(0, number).SequenceEqual(stored.AsSpan(0, other));
    }

    private static int NumberLength(string word) => word.AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and var letter ? letter : word.Length;

    private static bool IsLatin(string word)
    {
        foreach (var c in word)
        {
            if (c is >= 'а' and <= 'я')
                return false;
        }
        return true;
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
    private const double LeastWorth = 0.5;

    /// <summary>Two words typed as one: of letters that are there, or of sounds that may be there by chance.</summary>
    private const double Together = 0.95;
    private const double TogetherInSound = 0.86;

    /// <summary>How much worse a word may be that stands where it is expected.</summary>
    private const double NextShare = 0.03;

    public static WordPair[] Of(TypedWord[] query, NormalisedName name, int mostWords)
    {
        var rows = Math.Min(query.Length, mostWords);
        var columns = Math.Min(name.Tokens.Count, mostWords);
        var pairs = new WordPair[rows];
        Span<bool> used = stackalloc bool[columns];
        used.Clear();
        var last = -1;
        for (var i = 0; i < rows; i++)
        {
            pairs[i] = Single(query, name, i, last, used);
            if (pairs[i].Match.Worth < WordMatch.Sound && Joined(query, name, i, used) is { } joined && joined.Match.Worth > pairs[i].Match.Worth)
                pairs[i] = joined;
            if (pairs[i].Word < 0)
                continue;
            used.Slice(pairs[i].Word, pairs[i].Words).Fill(true);
            last = pairs[i].Word;
        }
        return pairs;
    }

    /// <summary>The best word; of nearly equal ones the next after the <paramref name="last"/> one found: names repeat their words.</summary>
    private static WordPair Single(TypedWord[] query, NormalisedName name, int i, int last, ReadOnlySpan<bool> used)
    {
        var best = new WordPair(-1, 0, default);
        var isLast = i == query.Length - 1;
        for (var j = 0; j < used.Length; j++)
        {
            if (used[j])
                continue;
            var match = WordMatch.Of(query[i], name.Tokens[j], isLast);
            var handicap = best.Word < 0 ? 0 : best.Word > last ? NextShare : j > last ? -NextShare : 0;
            if (match.Worth >= LeastWorth && match.Worth > best.Match.Worth + handicap)
                best = new WordPair(j, 1, match);
        }
        return best;
    }

    /// <summary>One typed word for two neighbours of the name.</summary>
    private static WordPair? Joined(TypedWord[] query, NormalisedName name, int i, ReadOnlySpan<bool> used)
    {
        var typed = query[i].Token.Skeleton;
        for (var j = 0; j + 1 < used.Length; j++)
        {
            var left = name.Tokens[j].Skeleton;
            var right = name.Tokens[j + 1].Skeleton;
            if (!used[j] && !used[j + 1] && typed.Length == left.Length + right.Length
                && typed.StartsWith(left, StringComparison.Ordinal) && typed.EndsWith(right, StringComparison.Ordinal))
                return new WordPair(j, 2, new WordMatch(query[i].Token.Norm == name.Tokens[j].Norm + name.Tokens[j + 1].Norm ? Together : TogetherInSound, MatchKinds.Sound, 1));
        }
        return null;
    }
}
