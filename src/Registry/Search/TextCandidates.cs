namespace Registry.Search;

/// <summary>What a text means in an index: the query whose matches are the result, and how it was read.</summary>
/// <param name="Found">What <paramref name="Query"/> finds without filters, where that is known already.</param>
internal sealed record TextMeaning(TermQuery Query, QueryReading Reading, FoundCompanies? Found);

/// <summary>
/// Finds what a text means, the same for every engine: all words first; only where that explains it badly the other
/// keyboard layout, second fields, missing words and slips. Each stage is dearer than the one before and runs for fewer texts.
/// </summary>
internal sealed class TextCandidates(ICandidateSource source, bool withFacets, CancellationToken cancel)
{
    /// <summary>Candidates of a stage that are ranked: 300 found no more, 30 lost one in a hundred.</summary>
    public const int Window = 100;

    // Coverage of the query at which the next stage has nothing better to give.
    private const double EnoughForLayout = 0.80;
    private const double EnoughForSlips = 0.955;
    private const double EnoughForAllSlips = 0.85;

    // Two words of three found: the third is one that the name lacks, and another layout would not find it either.
    private const double EnoughForSwappedSlips = 0.65;

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
        var best = await StrictAsync(typed);
        if (best.Coverage < EnoughForLayout)
        {
            foreach (var swap in typed.Swaps().Where(s => s.Name.Tokens.Count > 0))
            {
                var other = await StrictAsync(swap);
                if (other.Coverage > best.Coverage)
                    best = other;
            }
        }
        return best.Coverage >= EnoughForSlips ? best.Meaning : await ForgivingAsync(typed, best);
    }

    private async ValueTask<(TextMeaning Meaning, double Coverage)> StrictAsync(QueryReading reading)
    {
        var query = stages.All(reading.Name);
        var found = await source.FindAsync(new FindRequest(query, CompanySort.Relevance, Window) { WithFacets = withFacets }, cancel);
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

    private static Fit Better(Fit a, Fit b) => b.Score > a.Score ? b : a;
}
