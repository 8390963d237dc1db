using System.Runtime.InteropServices;
using Registry.Names;

namespace Registry.Search;

/// <summary>How well a candidate fits a query.</summary>
/// <param name="Score">0..1, the order of hits.</param>
/// <param name="Coverage">0..1: how much of the query the candidate explains, whatever else its name holds.</param>
/// <param name="Name">Which of the candidate's texts fits best.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Fit(double Score, double Coverage, int Name);

/// <summary>
/// Orders the candidates that an engine found: aligns the words of the query with the words of each name and weighs what
/// is explained on both sides. Knows no engine.
/// </summary>
internal sealed class CandidateRanker(NormalisedName query)
{
    // Query first: a name may hold more than was typed, but what was typed should be there. Order and letters only decide between equals.
    private const double QueryShare = 0.62;
    private const double NameShare = 0.30;
    private const double OrderShare = 0.04;
    private const double LettersShare = 0.04;

    /// <summary>A former name or a head is a reason to show the company, but after the one that bears the name today.</summary>
    private const double FormerNameWorth = 0.93;
    private const double HeadWorth = 0.88;

    /// <summary>Words written together or apart still are the name.</summary>
    private const double JoinedWorth = 0.96;

    /// <summary>Slips across word borders are worth a little less than the same number within words.</summary>
    private const double WholeWorth = 0.9;
    private const double WholeSlipShare = 0.25;

    /// <summary>Long state names: words beyond these do not change the order.</summary>
    private const int MostWords = 24;

    /// <summary>Best fit over the candidate's texts.</summary>
    public Fit Best(IReadOnlyList<NameText> names)
    {
        var best = new Fit(0, 0, 0);
        for (var i = 0; i < names.Count; i++)
        {
            var fit = Of(NormalisedName.Of(names[i].Text), names[i].Field) with { Name = i };
            if (fit.Score > best.Score)
                best = fit;
        }
        return best;
    }

    private Fit Of(NormalisedName name, string field)
    {
        if (query.Tokens.Count == 0 || name.Tokens.Count == 0)
            return default;
        var worth = field switch { MatchFields.FormerName => FormerNameWorth, MatchFields.Head => HeadWorth, _ => 1 };
        var fit = Aligned(name);
        if (fit.Coverage < WordMatch.Sound)
            fit = Better(fit, AcrossWords(name));
        return new Fit(fit.Score * worth, fit.Coverage, 0);
    }

    private static (double Score, double Coverage) Better((double Score, double Coverage) a, (double Score, double Coverage) b) =>
        b.Score > a.Score ? b : a;

    private (double Score, double Coverage) Aligned(NormalisedName name)
    {
        var alignment = WordAlignment.Of(query, name, MostWords);
        var wanted = 0.0;
        var explained = 0.0;
        var ordered = 0;
        var found = 0;
        var letters = true;
        var last = -1;
        Span<double> covered = stackalloc double[MostWords];
        covered.Clear();
        for (var i = 0; i < alignment.Length; i++)
        {
            var weight = Weight(query.Tokens[i]);
            wanted += weight;
            var pair = alignment[i];
            letters &= pair.Match.Worth >= WordMatch.Exact;
            if (pair.Word < 0)
                continue;
            explained += weight * pair.Match.Worth;
            covered[pair.Word] = pair.Match.Worth * pair.Match.Covered;
            found++;
            ordered += pair.Word > last ? 1 : 0;
            last = pair.Word;
        }
        var all = 0.0;
        var used = 0.0;
        for (var j = 0; j < Math.Min(name.Tokens.Count, MostWords); j++)
        {
            var weight = Weight(name.Tokens[j]);
            all += weight;
            used += weight * covered[j];
        }
        var coverage = explained / wanted;
        var order = found == 0 ? 0 : (double)ordered / found;
        return ((QueryShare * coverage) + (NameShare * used / all) + (OrderShare * order * coverage) + (letters ? LettersShare : 0), coverage);
    }

    private (double Score, double Coverage) AcrossWords(NormalisedName name)
    {
        var left = query.Whole;
        var right = name.Whole;
        if (left == right)
            return (JoinedWorth, JoinedWorth);
        var limit = Math.Max(left.Length, right.Length) * WholeSlipShare;
        var distance = WordDistance.Of(left, right, limit);
        if (double.IsInfinity(distance))
            return default;
        var worth = WholeWorth * (1 - (distance / Math.Max(left.Length, right.Length)));
        return (worth, worth);
    }

    // Longer words say more; beyond six letters length says nothing about how rare a word is.
    private static double Weight(NameToken token) => Math.Min(token.Skeleton.Length, 6);
}
