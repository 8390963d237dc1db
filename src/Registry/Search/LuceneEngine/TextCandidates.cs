using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Registry.Search.LuceneEngine;

/// <summary>What a text means in this index: the query whose matches are the result, and how it was read.</summary>
internal sealed record TextMeaning(Query Query, QueryReading Reading);

/// <summary>
/// Finds what a text means: all words first; only where that explains it badly the other keyboard layout, missing and
/// foreign words, slips, trigrams. Each stage is dearer than the one before and runs for fewer texts.
/// </summary>
internal sealed class TextCandidates(IndexSearcher searcher, PayloadReader payloads, CancellationToken cancel)
{
    /// <summary>Candidates of a stage that are ranked: 300 found no more, 30 lost one in a hundred.</summary>
    public const int Window = 100;

    /// <summary>Engine score of a company that a forgiving stage brought, so that it stays in the window.</summary>
    private const float AcceptedBoost = 1000;

    // Coverage of the query at which the next stage has nothing better to give.
    private const double EnoughForLayout = 0.80;
    private const double EnoughForSlips = 0.93;

    // Two words of three found: the third is one that the name lacks, and trigrams would not find it either.
    private const double EnoughForTrigrams = 0.65;

    /// <summary>A forgiving stage accepts what explains half of what was typed …</summary>
    private const double LeastCoverage = 0.5;

    /// <summary>… and is not much worse than the best.</summary>
    private const double WorstBehindBest = 0.25;
    private readonly StageQueries stages = new(searcher.IndexReader);

    /// <summary>Chooses reading and query; null where nothing in the text can be searched.</summary>
    public TextMeaning? Of(string text)
    {
        var typed = QueryReading.AsTyped(text);
        if (typed.Name.Tokens.Count == 0)
            return null;
        var best = Strict(typed);
        if (best.Coverage < EnoughForLayout)
        {
            foreach (var swap in typed.Swaps().Where(s => s.Name.Tokens.Count > 0))
            {
                var other = Strict(swap);
                if (other.Coverage > best.Coverage)
                    best = other;
            }
        }
        return best.Coverage >= EnoughForSlips ? best.Meaning : Forgiving(typed, best);
    }

    private (TextMeaning Meaning, double Coverage) Strict(QueryReading reading)
    {
        var query = StageQueries.All(reading.Name);
        var coverage = 0.0;
        foreach (var (_, fit) in Ranked(query, reading))
            coverage = Math.Max(coverage, fit.Coverage);
        return (new TextMeaning(query, reading), coverage);
    }

    private TextMeaning Forgiving(QueryReading typed, (TextMeaning Meaning, double Coverage) strict)
    {
        var best = Forgiven(typed);
        if (best.Coverage < EnoughForTrigrams && strict.Coverage < EnoughForTrigrams)
        {
            foreach (var swap in typed.Swaps().Where(s => s.Name.Tokens.Count > 0))
            {
                var other = Forgiven(swap);
                if (other.Coverage > best.Coverage)
                    best = other;
            }
        }
        if (best.Accepted.Count == 0 || best.Coverage <= strict.Coverage)
            return strict.Meaning;
        var union = new BooleanQuery(true);
        if (best.Reading == strict.Meaning.Reading)
            union.Add(strict.Meaning.Query, Occur.SHOULD);
        foreach (var bin in best.Accepted)
            union.Add(new ConstantScoreQuery(new TermQuery(new Term(IndexFields.Bin, bin))) { Boost = AcceptedBoost }, Occur.SHOULD);
        return new TextMeaning(union, best.Reading);
    }

    private (QueryReading Reading, double Coverage, IReadOnlyList<string> Accepted) Forgiven(QueryReading reading)
    {
        var found = new Dictionary<string, Fit>(StringComparer.Ordinal);
        var best = Collect(stages.Some(reading.Name), reading, found);
        if (best.Coverage < EnoughForSlips)
            best = Better(best, Collect(stages.WithSlips(reading.Name), reading, found));
        if (best.Coverage < EnoughForTrigrams)
            best = Better(best, Collect(stages.Trigrams(reading.Name), reading, found));
        var accepted = found
            .Where(f => f.Value.Coverage >= LeastCoverage && f.Value.Score >= best.Score - WorstBehindBest)
            .Select(f => f.Key);
        return (reading, best.Coverage, [.. accepted]);
    }

    private Fit Collect(Query? query, QueryReading reading, Dictionary<string, Fit> found)
    {
        var best = default(Fit);
        if (query is null)
            return best;
        foreach (var (candidate, fit) in Ranked(query, reading))
        {
            found[candidate.Bin] = fit;
            best = Better(best, fit);
        }
        return best;
    }

    private static Fit Better(Fit a, Fit b) => b.Score > a.Score ? b : a;

    private IEnumerable<(Candidate Candidate, Fit Fit)> Ranked(Query query, QueryReading reading)
    {
        cancel.ThrowIfCancellationRequested();
        var ranker = new CandidateRanker(reading.Name);
        foreach (var hit in searcher.Search(query, Window).ScoreDocs)
        {
            var candidate = payloads.Candidate(hit.Doc);
            yield return (candidate, ranker.Best(candidate.Names));
        }
    }
}
