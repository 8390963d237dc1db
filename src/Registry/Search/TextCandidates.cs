using Registry.Names;

namespace Registry.Search;

/// <summary>What a text means in an index: the query whose matches are the result, and how it was read.</summary>
/// <param name="Found">What <paramref name="Query"/> finds without filters, where that is known already.</param>
/// <param name="Fits">How well companies fit that were ranked already, by number.</param>
internal sealed record TextMeaning(TermQuery Query, QueryReading Reading, FoundCompanies? Found, IReadOnlyDictionary<string, Fit> Fits);

/// <summary>
/// Finds what a text means, the same for every engine: all words first; where that explains it badly the other keyboard
/// layout; and unless the very words stand there, second fields, missing words and slips. Each stage is dearer than the one
/// before and runs for fewer texts.
/// </summary>
internal sealed class TextCandidates(ICandidateSource source, bool typing, CancellationToken cancel)
{
    /// <summary>Candidates of a stage that are ranked: 300 found no more, 30 lost one in a hundred.</summary>
    public const int Window = 100;

    /// <summary>The same where words may be misspelt: more candidates weigh the same.</summary>
    private const int NearWindow = 300;

    // Coverage of the query at which another layout, or slips, have nothing better to give.
    private const double EnoughForLayout = 0.80;
    private const double EnoughForSlips = 0.955;

    /// <summary>Score at which a whole name was typed, and its last word is not the beginning of another.</summary>
    private const double EnoughForWhole = 0.97;

    /// <summary>Score of a whole name that only sounds as typed: words written apart stay below it.</summary>
    private const double EnoughForSound = 0.965;

    /// <summary>The same under another layout, where a word more or a moved one is still no chance.</summary>
    private const double EnoughForSwappedSound = 0.90;

    // Two words of three found: the third is one that the name lacks, and another layout would not find it either.
    private const double EnoughForSwappedSlips = 0.65;

    /// <summary>Companies looked at for a suggestion.</summary>
    private const int MostWhileTyping = 50_000;

    /// <summary>So many words are not another name's by a slip.</summary>
    private const int FewestWords = 3;

    /// <summary>A letter or two at the end may always be the beginning of a word, whatever else they are.</summary>
    private const int LongestInitial = 2;

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
        typed = typed with { Name = SloppyReading.Of(typed.Name, source.Vocabulary.Sounds) };
        if (typed.Name.Tokens.Count == 0)
            return null;
        var best = await StrictAsync(typed, typing);
        if (!typing && (best.Score < EnoughForWhole || typed.Name.Tokens[^1].Norm.Length <= LongestInitial))
            best = Better(await StrictAsync(typed, unfinished: true), best);
        if (best.Coverage < EnoughForSlips || typed.LooksSwapped)
        {
            foreach (var swap in typed.Swaps().Where(s => s.Name.Tokens.Count > 0))
            {
                // Where the typed text explains something, the other layout must explain everything.
                var isExplained = best.Coverage >= EnoughForLayout;
                var needed = isExplained && !typed.LooksSwapped ? Math.Max(best.Coverage, EnoughForSlips) : best.Coverage;
                if (swap.Name.Tokens.Sum(t => t.Norm.Length) < ShortestSwapped || (isExplained && !IsKnown(swap.Name)))
                    continue;
                var other = await StrictAsync(swap, unfinished: true);
                // Keys give letters: what only sounds like a name then is chance, unless it is the whole name.
                if (other.Coverage > needed && (other.Fit.InLetters || other.Score >= EnoughForSwappedSound))
                    best = other;
            }
        }
        return IsEnough(best) ? best.Meaning : await ForgivingAsync(typed, best);
    }

    /// <summary>Everything is explained: by a name that holds hardly more, or in the very words typed, where they are several; not just by a longer one that sounds or begins so.</summary>
    private bool IsEnough(StrictFind best)
    {
        if (typing)
            return best.Coverage >= EnoughForLayout;
        return IsEnough(best.Fit, best.Meaning.Reading);
    }

    private static bool IsEnough(Fit best, QueryReading reading) =>
        best.Coverage >= EnoughForSlips && (best.Score >= EnoughForSound || (best.InWords && reading.Name.Tokens.Count >= FewestWords));

    private bool IsKnown(NormalisedName name) =>
        name.Tokens.All(t => source.Vocabulary.Letters.CompaniesWith(t.Norm) > 0);

    private async ValueTask<StrictFind> StrictAsync(QueryReading reading, bool unfinished)
    {
        var query = stages.All(reading.Name, unfinished);
        var found = await source.FindAsync(new FindRequest(query, CompanySort.Relevance, Window) { WithFacets = !typing, Most = typing ? MostWhileTyping : int.MaxValue }, cancel);
        var ranker = new CandidateRanker(reading.Name, source.Vocabulary);
        var fits = new Dictionary<string, Fit>(StringComparer.Ordinal);
        var coverage = 0.0;
        var score = 0.0;
        var letters = false;
        var words = false;
        foreach (var candidate in found.Items)
        {
            var fit = fits[candidate.Bin] = ranker.Best(candidate);
            coverage = Math.Max(coverage, fit.Coverage);
            score = Math.Max(score, fit.Score);
            letters |= fit.InLetters;
            words |= fit.InWords;
        }
        return new StrictFind(new TextMeaning(query, reading, found, fits), new Fit(score, coverage, 0, letters, words));
    }

    private async ValueTask<TextMeaning> ForgivingAsync(QueryReading typed, StrictFind strict)
    {
        var best = await ForgivenAsync(typed);
        if (best.Fit.Coverage < EnoughForSwappedSlips && strict.Coverage < EnoughForSwappedSlips)
        {
            foreach (var swap in typed.Swaps().Where(s => s.Name.Tokens.Count > 0))
            {
                var other = await ForgivenAsync(swap);
                if (other.Fit.Coverage > best.Fit.Coverage)
                    best = other;
            }
        }
        var accepted = best.Accepted(strict.Score);
        if (best.Reading != strict.Meaning.Reading)
            return accepted.Count > 0 && best.Fit.Score > strict.Score ? new TextMeaning(Chosen(accepted), best.Reading, null, accepted) : strict.Meaning;
        var fits = new Dictionary<string, Fit>(strict.Meaning.Fits, StringComparer.Ordinal);
        foreach (var (bin, fit) in accepted)
            fits[bin] = Better(fits.GetValueOrDefault(bin), fit);
        // Nothing but what all the words found already.
        if (fits.Count == strict.Meaning.Fits.Count)
            return strict.Meaning;
        return new TextMeaning(new TermQuery.Together([], [strict.Meaning.Query, Chosen(fits)], 1), best.Reading, null, fits);
    }

    /// <summary>The very companies; the best of them must be in the window that is ranked, the others come behind it.</summary>
    private static TermQuery.AnyOf Chosen(Dictionary<string, Fit> fits) => new([.. fits
        .OrderByDescending(f => f.Value.Score).ThenBy(f => f.Key, StringComparer.Ordinal)
        .Select((f, place) => place < Window ? CandidateStages.Chosen(f.Key, f.Value.Score) : new TermQuery.Word(TermFields.Bin, f.Key, 0))]);

    private async ValueTask<ForgivenFind> ForgivenAsync(QueryReading reading)
    {
        var found = new Dictionary<string, Fit>(StringComparer.Ordinal);
        var best = await CollectAsync(typing ? null : stages.AllAnywhere(reading.Name), reading, found, namesOnly: false);
        if (!IsEnough(best, reading))
            best = Better(best, await CollectAsync(stages.Near(reading.Name), reading, found, namesOnly: true));
        return new ForgivenFind(reading, best, found);
    }

    private async ValueTask<Fit> CollectAsync(TermQuery? query, QueryReading reading, Dictionary<string, Fit> found, bool namesOnly)
    {
        var best = default(Fit);
        if (query is null)
            return best;
        var ranker = new CandidateRanker(reading.Name, source.Vocabulary);
        var candidates = await source.FindAsync(new FindRequest(query, CompanySort.Relevance, namesOnly ? NearWindow : Window), cancel);
        foreach (var candidate in candidates.Items)
        {
            if (!found.TryGetValue(candidate.Bin, out var fit))
                found[candidate.Bin] = fit = ranker.Best(candidate, namesOnly);
            best = Better(best, fit);
        }
        return best;
    }

    private static StrictFind Better(StrictFind a, StrictFind b) => a.Coverage >= b.Coverage ? a : b;

    private static Fit Better(Fit a, Fit b) => b.Score > a.Score ? b : a;

    /// <summary>What a strict query found; its fit is the best of all that was found, in each regard.</summary>
    private sealed record StrictFind(TextMeaning Meaning, Fit Fit)
    {
        public double Coverage => Fit.Coverage;

        public double Score => Fit.Score;
    }

    private sealed record ForgivenFind(QueryReading Reading, Fit Fit, IReadOnlyDictionary<string, Fit> Fits)
    {
        /// <summary>Companies that explain enough, and are not much worse than the best of this and of what was found before.</summary>
        public Dictionary<string, Fit> Accepted(double bestBefore) => Fits
            .Where(f => f.Value.Coverage >= LeastCoverage && f.Value.Score >= Math.Max(Fit.Score, bestBefore) - WorstBehindBest)
            .ToDictionary(StringComparer.Ordinal);
    }
}
