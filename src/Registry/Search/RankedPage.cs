using System.Globalization;
using System.Runtime.InteropServices;

namespace Registry.Search;

/// <summary>
/// A page by relevance: the engine's best hundred are ranked in full, what comes behind them follows in the engine's order.
/// </summary>
internal sealed class RankedPage(ICandidateSource source, TextMeaning meaning)
{
    private readonly HitReasons reasons = new(meaning.Reading, source.Vocabulary);

    public async ValueTask<CompanyPage> FindAsync(CompanyQuery query, bool withFacets, CancellationToken cancel)
    {
        var cursor = PageCursor.Parse(query.Cursor, query.Sort);
        var window = meaning.Found is { } found && query.Filters.Values.All(values => values.Count == 0)
            ? found
            : await source.FindAsync(Request(query, null, TextCandidates.Window) with { WithFacets = withFacets }, cancel);
        var ranked = cursor is { Ranked: false } ? [] : Ranked(window.Items, cursor);
        var items = ranked.Take(query.Limit).Select(r => reasons.Explain(r.Candidate, r.Fit)).ToList();
        string? next = null;
        if (ranked.Count > query.Limit)
            next = ranked[query.Limit - 1].Cursor.ToString();
        else if (window.Total > window.Items.Count)
            next = await AddRestAsync(items, query, cursor is { Ranked: false } ? cursor.Key : window.Items[^1].Place, cancel);
        return new CompanyPage(window.Total, next, items, window.Facets, 0);
    }

    private FindRequest Request(CompanyQuery query, string? after, int limit) =>
        new(meaning.Query, CompanySort.Relevance, limit) { After = after, Filters = query.Filters };

    /// <summary>Fills the page from behind the window and gives the cursor of the next one.</summary>
    private async ValueTask<string?> AddRestAsync(List<CompanyHit> items, CompanyQuery query, string after, CancellationToken cancel)
    {
        var wanted = query.Limit - items.Count;
        if (wanted == 0)
            return new PageCursor(query.Sort, false, after).ToString();
        var rest = (await source.FindAsync(Request(query, after, wanted + 1), cancel)).Items;
        items.AddRange(rest.Take(wanted).Select(reasons.Explain));
        return rest.Count > wanted ? new PageCursor(query.Sort, false, rest[wanted - 1].Place).ToString() : null;
    }

    private List<RankedHit> Ranked(IReadOnlyList<Candidate> candidates, PageCursor? cursor)
    {
        var ranked = new List<RankedHit>(candidates.Count);
        foreach (var candidate in candidates)
        {
            var fit = meaning.Fits.TryGetValue(candidate.Bin, out var known) ? known : reasons.Fit(candidate);
            ranked.Add(new RankedHit(candidate, fit, new RankedPlace(fit.Score, candidate.IsGone, candidate.Bin)));
        }
        ranked.Sort(static (a, b) => RankedPlace.Compare(a.Place, b.Place));
        if (cursor is null)
            return ranked;
        var place = RankedPlace.Parse(cursor.Key);
        ranked.RemoveAll(r => RankedPlace.Compare(r.Place, place) <= 0);
        return ranked;
    }

    private sealed record RankedHit(Candidate Candidate, Fit Fit, RankedPlace Place)
    {
        public PageCursor Cursor => new(CompanySort.Relevance, true, Place.ToString());
    }

    /// <summary>Better score first, then who still exists, then the number.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct RankedPlace(double Score, bool IsGone, string Bin)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Score:R};{(IsGone ? 1 : 0)};{Bin}");

        public static RankedPlace Parse(string text)
        {
            var parts = text.Split(';');
            return parts.Length == 3 && double.TryParse(parts[0], CultureInfo.InvariantCulture, out var score)
                ? new RankedPlace(score, parts[1] == "1", parts[2])
                : throw new FormatException("The cursor is not one that this search gave out.");
        }

        public static int Compare(RankedPlace left, RankedPlace right)
        {
            var byScore = right.Score.CompareTo(left.Score);
            if (byScore != 0)
                return byScore;
            var byState = left.IsGone.CompareTo(right.IsGone);
            return byState != 0 ? byState : string.CompareOrdinal(left.Bin, right.Bin);
        }
    }
}

/// <summary>Scores a hit and says why it was found.</summary>
internal sealed class HitReasons(QueryReading reading, IndexVocabulary vocabulary)
{
    private readonly CandidateRanker ranker = new(reading.Name, vocabulary);

    public Fit Fit(Candidate candidate) => ranker.Best(candidate);

    public CompanyHit Explain(Candidate candidate) => Explain(candidate, Fit(candidate));

    public CompanyHit Explain(Candidate candidate, Fit fit) =>
        fit.Score == 0
            ? candidate.Hit
            : candidate.Hit with
            {
                Score = fit.Score,
                Matched = MatchReason.Of(reading.Text, ranker.Typed, candidate.Names[fit.Name], reading.Swapped),
            };
}
