using Registry.Names;

namespace Registry.Search;

/// <summary>What a text means in an index: the query whose matches are the result, and how it was read.</summary>
/// <param name="Found">What <paramref name="Query"/> finds without filters, where that is known already.</param>
internal sealed record TextMeaning(TermQuery Query, QueryReading Reading, FoundCompanies? Found);

/// <summary>
/// Finds what a text means, the same for every engine: all words first; only where that explains it badly the other
/// keyboard layout, second fields, missing words and slips. Each stage is dearer than the one before and runs for fewer texts.
/// </summary>
internal sealed class TextCandidates(ICandidateSource source, bool typing, CancellationToken cancel)
{
    /// <summary>Candidates of a stage that are ranked: 300 found no more, 30 lost one in a hundred.</summary>
    public const int Window = 100;

    // Coverage of the query at which the next stage has nothing better to give.
    private const double EnoughForLayout = 0.80;
    private const double EnoughForSlips = 0.955;
    private const double EnoughForAllSlips = 0.85;

    // Two words of three found: the third is one that the name lacks, and another layout would not find it either.
    private const double EnoughForSwappedSlips = 0.65;

    /// <summary>Under this number of letters every layout gives a word.</summary>
    private const int ShortestSwapped = 4;

    /// <summary>A forgiving stage accepts what explains half of what was typed …</summary>
    private const double LeastCoverage = 0.5;

    /// <summary>… and is not much worse than the best.</summary>
    private const double WorstBehindBest = 0.25;
    private readonly CandidateStages stages = new(source.Vocabulary);

    /// <summary>Chooses reading and query; null where nothing in the text can be searched.</summary>
    public async ValueTask<TextMeaning?> OfAsync(string text)
    {
        var typed = QueryReading.AsTyped(text);
        if (typed.Name.Tokens.Count == 0)
            return null;
        var best = await StrictAsync(typed, typing);
        if (best.Coverage < EnoughForSlips && !typing)
            best = Better(await StrictAsync(typed, unfinished: true), best);
        if (best.Coverage < EnoughForSlips)
        {
            foreach (var swap in typed.Swaps().Where(s => s.Name.Tokens.Count > 0))
            {
                // Where the typed text explains something, the other layout must explain everything.
                var needed = best.Coverage < EnoughForLayout ? best.Coverage : EnoughForSlips;
                if (needed == EnoughForSlips && !IsKnown(swap.Name))
                    continue;
                var other = await StrictAsync(swap, unfinished: true);
                if (other.Coverage > needed)
                    best = other;
            }
        }
        return best.Coverage >= EnoughForSlips ? best.Meaning : await ForgivingAsync(typed, best);
    }

    private bool IsKnown(NormalisedName name) =>
        name.Tokens.Sum(t => t.Norm.Length) >= ShortestSwapped
        && name.Tokens.All(t => source.Vocabulary.Letters.CompaniesWith(t.Norm) > 0);

    private async ValueTask<(TextMeaning Meaning, double Coverage)> StrictAsync(QueryReading reading, bool unfinished)
    {
        var query = stages.All(reading.Name, unfinished);
        var found = await source.FindAsync(new FindRequest(query, CompanySort.Relevance, Window) { WithFacets = !typing }, cancel);
        var ranker = new CandidateRanker(reading.Name, source.Vocabulary);
        var coverage = found.Items.Select(c => ranker.Best(c).Coverage).DefaultIfEmpty(0).Max();
        return (new TextMeaning(query, reading, found), coverage);
    }

    private async ValueTask<TextMeaning> ForgivingAsync(QueryReading typed, (TextMeaning Meaning, double Coverage) strict)
    {
        var best = await ForgivenAsync(typed);
        if (best.Coverage < EnoughForSwappedSlips && strict.Coverage < EnoughForSwappedSlips)
        {
            foreach (var swap in typed.Swaps().Where(s => s.Name.Tokens.Count > 0))
            {
                var other = await ForgivenAsync(swap);
                if (other.Coverage > best.Coverage)
                    best = other;
            }
        }
        if (best.Accepted.Count == 0 || best.Coverage <= strict.Coverage)
            return strict.Meaning;
        var chosen = new TermQuery.AnyOf([.. best.Accepted.Select(bin => new TermQuery.Word(TermFields.Bin, bin, CandidateStages.ChosenWeight))]);
        var union = best.Reading == strict.Meaning.Reading
            ? new TermQuery.Together([], [strict.Meaning.Query, chosen], 1)
            : (TermQuery)chosen;
        return new TextMeaning(union, best.Reading, null);
    }

    private async ValueTask<(QueryReading Reading, double Coverage, IReadOnlyList<string> Accepted)> ForgivenAsync(QueryReading reading)
    {
        var found = new Dictionary<string, Fit>(StringComparer.Ordinal);
        var best = await CollectAsync(stages.AllAnywhere(reading.Name), reading, found);
        if (best.Coverage < EnoughForSlips)
            best = Better(best, await CollectAsync(stages.Near(reading.Name, all: false), reading, found));
        if (best.Coverage < EnoughForAllSlips)
            best = Better(best, await CollectAsync(stages.Near(reading.Name, all: true), reading, found));
        var accepted = found
            .Where(f => f.Value.Coverage >= LeastCoverage && f.Value.Score >= best.Score - WorstBehindBest)
            .Select(f => f.Key);
        return (reading, best.Coverage, [.. accepted]);
    }

    private async ValueTask<Fit> CollectAsync(TermQuery? query, QueryReading reading, Dictionary<string, Fit> found)
    {
        var best = default(Fit);
        if (query is null)
            return best;
        var ranker = new CandidateRanker(reading.Name, source.Vocabulary);
        var candidates = await source.FindAsync(new FindRequest(query, CompanySort.Relevance, Window), cancel);
        foreach (var candidate in candidates.Items)
        {
            if (!found.TryGetValue(candidate.Bin, out var fit))
                found[candidate.Bin] = fit = ranker.Best(candidate);
            best = Better(best, fit);
        }
        return best;
    }

    private static (TextMeaning Meaning, double Coverage) Better((TextMeaning Meaning, double Coverage) a, (TextMeaning Meaning, double Coverage) b) =>
        a.Coverage >= b.Coverage ? a : b;

    private static Fit Better(Fit a, Fit b) => b.Score > a.Score ? b : a;
}
