using System.Globalization;
using Lucene.Net.Search;

namespace Registry.Search.LuceneEngine;

/// <summary>
/// A page by relevance: the engine's best hundred are ranked in full, what comes behind them follows in the engine's order.
/// </summary>
internal sealed class RankedPage(IndexSearcher searcher, PayloadReader payloads, TextMeaning meaning)
{
    private readonly CandidateRanker ranker = new(meaning.Reading.Name);
    private readonly HitReasons reasons = new(meaning.Reading);

    public CompanyPage Find(CompanyQuery query, bool withFacets)
    {
        var cursor = PageCursor.Parse(query.Cursor, query.Sort);
        var window = Collected.By(searcher, meaning.Query, HitOrder.ByScore, null, TextCandidates.Window, query.Filters, withFacets);
        var ranked = cursor is { Ranked: false } ? [] : Ranked(window.Hits, cursor);
        var items = ranked.Take(query.Limit).Select(r => reasons.Explain(payloads.Company(r.Doc))).ToList();
        string? next = null;
        if (ranked.Count > query.Limit)
            next = ranked[query.Limit - 1].Cursor.ToString();
        else if (window.Total > window.Hits.Count)
            next = AddRest(items, query, cursor is { Ranked: false } ? cursor : HitOrder.CursorAfter(window.Hits[^1], query.Sort));
        return new CompanyPage(window.Total, next, items, window.Facets, 0);
    }

    /// <summary>Fills the page from behind the window and gives the cursor of the next one.</summary>
    private string? AddRest(List<CompanyHit> items, CompanyQuery query, PageCursor after)
    {
        var wanted = query.Limit - items.Count;
        if (wanted == 0)
            return after.ToString();
        var place = HitOrder.Place(after, HitOrder.ByScore);
        var rest = Collected.By(searcher, meaning.Query, HitOrder.ByScore, place, wanted + 1, query.Filters, withFacets: false).Hits;
        items.AddRange(rest.Take(wanted).Select(h => reasons.Explain(payloads.Company(h.Doc))));
        return rest.Count > wanted ? HitOrder.CursorAfter(rest[wanted - 1], query.Sort).ToString() : null;
    }

    private List<RankedHit> Ranked(IReadOnlyList<ScoreDoc> hits, PageCursor? cursor)
    {
        var ranked = new List<RankedHit>(hits.Count);
        foreach (var hit in hits)
        {
            var candidate = payloads.Candidate(hit.Doc);
            ranked.Add(new RankedHit(hit.Doc, ranker.Best(candidate.Names).Score, candidate.IsGone, candidate.Bin));
        }
        ranked.Sort(RankedHit.Compare);
        if (cursor is null)
            return ranked;
        var place = RankedHit.At(cursor);
        ranked.RemoveAll(r => RankedHit.Compare(r, place) <= 0);
        return ranked;
    }

    /// <summary>Better score first, then who still exists, then the number.</summary>
    private sealed record RankedHit(int Doc, double Score, bool IsGone, string Bin)
    {
        public PageCursor Cursor =>
            new(CompanySort.Relevance, true, string.Create(CultureInfo.InvariantCulture, $"{Score:R};{(IsGone ? 1 : 0)}"), Bin);

        public static RankedHit At(PageCursor cursor)
        {
            var parts = cursor.Key.Split(';');
            return parts.Length == 2 && double.TryParse(parts[0], CultureInfo.InvariantCulture, out var score)
                ? new RankedHit(-1, score, parts[1] == "1", cursor.Bin)
                : throw new FormatException("The cursor is not one that this search gave out.");
        }

        public static int Compare(RankedHit left, RankedHit right)
        {
            var byScore = right.Score.CompareTo(left.Score);
            if (byScore != 0)
                return byScore;
            var byState = left.IsGone.CompareTo(right.IsGone);
            return byState != 0 ? byState : string.CompareOrdinal(left.Bin, right.Bin);
        }
    }
}
