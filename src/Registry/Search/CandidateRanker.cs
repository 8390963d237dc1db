using System.Runtime.InteropServices;
using Registry.Names;

namespace Registry.Search;

/// <summary>How well a candidate fits a query.</summary>
/// <param name="Score">0..1, the order of hits.</param>
/// <param name="Coverage">0..1: how much of the query the candidate explains, whatever else its name holds.</param>
/// <param name="Name">Which of the candidate's texts fits best.</param>
/// <param name="InLetters">All that was typed stands there, letter by letter.</param>
/// <param name="InWords">The same, and as whole words.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Fit(double Score, double Coverage, int Name, bool InLetters, bool InWords);

/// <summary>
/// Orders the candidates that an engine found: aligns the words of the query with the words of each name and weighs what
/// is explained on both sides. Knows no engine.
/// </summary>
internal sealed class CandidateRanker(NormalisedName query, IndexVocabulary vocabulary)
{
    // Query first: a name may hold more than was typed, but what was typed should be there. Order and letters only decide between equals.
    private const double QueryShare = 0.614;
    private const double NameShare = 0.30;
    private const double OrderShare = 0.06;
    private const double BeginsShare = 0.014;
    private const double LettersShare = 0.012;

    /// <summary>What is lost where words only sound as typed and others are misspelt, cut off or moved: two reasons to doubt are more than twice one.</summary>
    private const double DoubtInSound = 0.04;

    /// <summary>Words that stand elsewhere were moved on purpose or belong to another name: one is as good as many.</summary>
    private const double MostUnordered = 0.5;

    /// <summary>A word that the name holds twice is half known once it was typed: ministries have the name of their region in it again.</summary>
    private const double RepeatedWorth = 0.3;

    /// <summary>A former name, a head or an address is a reason to show the company, but after the one that bears the name today.</summary>
    private const double FormerNameWorth = 0.93;
    private const double HeadWorth = 0.88;
    private const double AddressWorth = 0.75;

    /// <summary>A word that is not the name's but the head's or the address's says which of the namesakes is meant.</summary>
    private const double HelpWorth = 0.85;

    /// <summary>What a name loses that lacks a word, though the head or the address has it.</summary>
    private const double HelpedLoss = 0.25;
    private const int ShortestHelp = 3;

    /// <summary>First letters for the name, or the name for its first letters.</summary>
    private const double InitialsWorth = 0.75;
    private const double NameOfInitialsWorth = 0.6;

    /// <summary>Words written together or apart still are the name.</summary>
    private const double JoinedWorth = 0.955;
    private const double JoinedInSoundWorth = 0.88;

    /// <summary>A name explained so well word by word is not compared as one.</summary>
    private const double WellExplained = 0.9;

    /// <summary>Slips across word borders are worth a little less than the same number within words, in another script once more.</summary>
    private const double WholeWorth = 0.9;
    private const double WholeWorthInOtherScript = 0.8;
    private const double WholeSlipShare = 0.25;

    /// <summary>Slips across words are the trouble of short names; long ones are told by their words.</summary>
    private const int LongestCompared = 64;

    /// <summary>Even the most common word is not nothing, and beyond a thousandth rarity says nothing more.</summary>
    private const double LeastWeight = 2;
    private const double MostRarity = 10;

    /// <summary>Letters at which an unknown word weighs most: still less than the rarest known one.</summary>
    private const double LongUnknown = 6;

    /// <summary>Long state names: words beyond these do not change the order.</summary>
    private const int MostWords = 40;
    private readonly double[] weights = [.. query.Tokens.Take(MostWords).Select(t => Weight(t, vocabulary))];
    private readonly string whole = query.Whole;
    private readonly SlipPattern wholePattern = new(query.Whole);
    private readonly string? initials = SearchTerms.InitialsOf(query);

    /// <summary>The words of the query, prepared to be compared.</summary>
    public TypedWord[] Typed { get; } = TypedWord.Of(query);

    /// <summary>Best fit over the candidate's texts.</summary>
    /// <param name="namesOnly">Head and address do not count.</param>
    public Fit Best(Candidate candidate, bool namesOnly = false)
    {
        var best = default(Fit);
        var names = candidate.Names;
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Field is MatchFields.Head or MatchFields.Address && (namesOnly || best.Coverage > HeadWorth))
                continue;
            var fit = Of(candidate, i, namesOnly);
            if (fit.Score > best.Score)
                best = fit;
        }
        return best;
    }

    private Fit Of(Candidate candidate, int i, bool namesOnly)
    {
        var name = candidate.Names.Normalised(i);
        if (query.Tokens.Count == 0 || name.Tokens.Count == 0)
            return default;
        var worth = candidate.Names[i].Field switch
        {
            MatchFields.FormerName => FormerNameWorth,
            MatchFields.Head => HeadWorth,
            MatchFields.Address => AddressWorth,
            _ => 1,
        };
        var fit = Aligned(name, namesOnly || worth < FormerNameWorth ? null : candidate);
        if (fit.Coverage < WellExplained)
            fit = Better(fit, Better(AcrossWords(name), ByInitials(name)));
        return fit with { Score = fit.Score * worth, Name = i };
    }

    private static Fit Better(Fit a, Fit b) => b.Score > a.Score ? b : a;

    private Fit Aligned(NormalisedName name, Candidate? helper)
    {
        var alignment = WordAlignment.Of(Typed, name, MostWords);
        var sums = new Sums();
        Span<double> covered = stackalloc double[MostWords];
        covered.Clear();
        Span<double> meant = stackalloc double[MostWords];
        meant.Clear();
        for (var i = 0; i < alignment.Length; i++)
        {
            var (pair, weight) = (alignment[i], weights[i]);
            sums.Add(pair, weight, pair.Word < 0 && helper is not null && Helps(helper, query.Tokens[i]));
            if (pair.Word < 0)
                continue;
            covered.Slice(pair.Word, pair.Words).Fill(pair.Match.Worth * pair.Match.Covered);
            meant.Slice(pair.Word, pair.Words).Fill(weight / pair.Words);
        }
        if (sums.Found == 0)
            return default;
        var coverage = (sums.Explained + (sums.Helped * HelpWorth)) / sums.Wanted;
        var order = sums.InOrder ? 1 : Math.Min(MostUnordered, (double)sums.Ordered / sums.Found);
        var score = (QueryShare * coverage) + (NameShare * NameCovered(name, covered, meant) * (1 - (HelpedLoss * sums.Helped / sums.Wanted))) + (OrderShare * order * coverage)
            + (Begins(alignment) ? BeginsShare * coverage : 0) + (sums.InLetters ? LettersShare : 0);
        if (!sums.InWords || !sums.InOrder)
            score -= DoubtInSound * sums.Sounding / sums.Wanted;
        return new Fit(score, coverage, 0, sums.InLetters, sums.InLetters && sums.InWords);
    }

    /// <summary>How much of the name was typed, by the weight of its words: a common word for a rare one is as wrong as the rare one is rare.</summary>
    private double NameCovered(NormalisedName name, ReadOnlySpan<double> covered, ReadOnlySpan<double> meant)
    {
        var all = 0.0;
        var used = 0.0;
        for (var j = 0; j < Math.Min(name.Tokens.Count, MostWords); j++)
        {
            var weight = Math.Max(Weight(name.Tokens[j], vocabulary), meant[j]);
            all += weight;
            used += weight * (covered[j] > 0 ? covered[j] : Repeated(name, covered, j));
        }
        return used / all;
    }

    private static double Repeated(NormalisedName name, ReadOnlySpan<double> covered, int word)
    {
        for (var j = 0; j < Math.Min(name.Tokens.Count, MostWords); j++)
        {
            if (covered[j] > 0 && name.Tokens[j].Skeleton == name.Tokens[word].Skeleton)
                return covered[j] * RepeatedWorth;
        }
        return 0;
    }

    /// <summary>Whether the name begins with what was typed, word by word.</summary>
    private static bool Begins(WordPair[] alignment)
    {
        var next = 0;
        foreach (var pair in alignment)
        {
            if (pair.Word != next)
                return false;
            next += pair.Words;
        }
        return true;
    }

    /// <summary>Whether the head or the address has the word.</summary>
    private static bool Helps(Candidate candidate, NameToken word)
    {
        if (word.Skeleton.Length < ShortestHelp)
            return false;
        for (var i = candidate.Names.Count - 1; i >= 0 && candidate.Names[i].Field is MatchFields.Head or MatchFields.Address; i--)
        {
            foreach (var token in candidate.Names.Normalised(i).Tokens)
            {
                if (token.Skeleton == word.Skeleton)
                    return true;
            }
        }
        return false;
    }

    private Fit ByInitials(NormalisedName name)
    {
        if (query.Tokens.Count == 1 && query.Tokens[0].Norm.Length == name.Tokens.Count && SearchTerms.InitialsOf(name) == query.Tokens[0].Norm)
            return Worth(InitialsWorth);
        return initials is not null && name.Tokens.Count == 1 && name.Tokens[0].Norm == initials ? Worth(NameOfInitialsWorth) : default;
    }

    private Fit AcrossWords(NormalisedName name)
    {
        var other = name.Whole;
        if (whole == other)
            return Worth(query.Joined == name.Joined ? JoinedWorth : JoinedInSoundWorth);
        var longest = Math.Max(whole.Length, other.Length);
        var limit = longest * WholeSlipShare;
        // One word for one is compared as a word.
        if (longest > LongestCompared || (query.Tokens.Count == 1 && name.Tokens.Count == 1) || Math.Abs(whole.Length - other.Length) > limit || wholePattern.Distance(other) > limit)
            return default;
        var distance = WordDistance.Of(whole, other, limit);
        var worth = WordMatch.AreOfOneScript(query.Tokens[0], name.Tokens[0]) ? WholeWorth : WholeWorthInOtherScript;
        return double.IsInfinity(distance) ? default : Worth(worth * (1 - (distance / longest)));
    }

    /// <summary>A name compared as one: it fits as well as it explains.</summary>
    private static Fit Worth(double worth) => new(worth, worth, 0, false, false);

    // Rare words say which company is meant. A word that nobody has is misspelt: as rare as its length lets expect.
    private static double Weight(NameToken token, IndexVocabulary vocabulary)
    {
        var companies = vocabulary.Sounds.CompaniesWith(token.Skeleton);
        var rarity = Math.Min(vocabulary.Rarity(companies), MostRarity);
        return LeastWeight + (companies == 0 ? rarity * Math.Min(token.Skeleton.Length, LongUnknown) / MostRarity : rarity);
    }

    /// <summary>What the words of a query found in a name, added up by their weights.</summary>
    private struct Sums()
    {
        private int last = -1;

        public double Wanted { get; private set; }

        public double Explained { get; private set; }

        /// <summary>What the name lacks and the head or the address has.</summary>
        public double Helped { get; private set; }

        /// <summary>What only sounds as typed.</summary>
        public double Sounding { get; private set; }

        public int Found { get; private set; }

        public int Ordered { get; private set; }

        public bool InLetters { get; private set; } = true;

        public bool InWords { get; private set; } = true;

        public readonly bool InOrder => Ordered == Found;

        public void Add(WordPair pair, double weight, bool isHelped)
        {
            var match = pair.Match;
            Wanted += weight;
            InLetters &= match.InLetters;
            InWords &= match.Kind is not (MatchKinds.Prefix or MatchKinds.Typo);
            Helped += isHelped ? weight : 0;
            if (pair.Word < 0)
                return;
            Explained += weight * match.Worth;
            Sounding += match is { InLetters: false, Kind: MatchKinds.Sound or MatchKinds.Prefix } ? weight : 0;
            Found++;
            Ordered += pair.Word > last ? 1 : 0;
            last = pair.Word;
        }
    }
}
