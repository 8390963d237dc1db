using System.Diagnostics;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Registry.Identifiers;

namespace Registry.Search.LuceneEngine;

/// <summary>One search over one state of the index.</summary>
internal sealed class PageSearch(IndexSearcher searcher, CancellationToken cancel)
{
    private const int MostHits = 100;
    private static readonly ConditionalWeakTable<IndexReader, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>>> Browsed = [];
    private readonly PayloadReader payloads = new(searcher);

    /// <summary>A page of companies; facets only where asked for.</summary>
    public CompanyPage Find(CompanyQuery query, bool withFacets)
    {
        var started = Stopwatch.GetTimestamp();
        var asked = query with { Limit = Math.Clamp(query.Limit, 1, MostHits), Text = query.Text?.Trim() };
        var page = string.IsNullOrEmpty(asked.Text)
            ? Browse(asked, withFacets)
            : OfText(asked, asked.Text, withFacets);
        return page with { TookMs = Stopwatch.GetElapsedTime(started).TotalMilliseconds };
    }

    /// <summary>Everything is counted once for each state of the index, not for every visitor who opens the page.</summary>
    private CompanyPage Browse(CompanyQuery query, bool withFacets)
    {
        var unfiltered = query.Filters.Values.All(values => values.Count == 0);
        var counted = Browsed.TryGetValue(searcher.IndexReader, out var facets) && unfiltered;
        var page = InOrder(new MatchAllDocsQuery(), query, withFacets && !counted, static company => company.Hit);
        if (counted)
            return withFacets ? page with { Facets = facets! } : page;
        if (unfiltered && withFacets)
            Browsed.AddOrUpdate(searcher.IndexReader, page.Facets);
        return page;
    }

    private CompanyPage OfText(CompanyQuery query, string text, bool withFacets)
    {
        if (QueryNumber.Of(text) is { } number)
        {
            if (Exists(number))
                return OfNumber(number, query, withFacets);
            if (QueryNumber.IsWhole(text))
                return Empty() with { Near = Near(number) };
        }
        if (QueryNumber.Beginning(text) is { } digits && OfBeginning(digits, query, withFacets) is { Total: > 0 } begun)
            return begun;
        if (QueryNumber.IsOnlyDigits(text) || new TextCandidates(searcher, payloads, cancel).Of(text) is not { } meaning)
            return Empty();
        return query.Sort == CompanySort.Relevance
            ? new RankedPage(searcher, payloads, meaning).Find(query, withFacets)
            : InOrder(meaning.Query, query, withFacets, new HitReasons(meaning.Reading).Explain);
    }

    private CompanyPage OfNumber(string number, CompanyQuery query, bool withFacets) =>
        InOrder(new TermQuery(new Term(IndexFields.Bin, number)), query, withFacets, static company => company.Hit with
        {
            Score = 1,
            Matched = MatchReason.Number(company.Hit.Bin),
        });

    private CompanyPage OfBeginning(string digits, CompanyQuery query, bool withFacets) =>
        InOrder(new PrefixQuery(new Term(IndexFields.Bin, digits)), query, withFacets, company => company.Hit with
        {
            Score = (double)digits.Length / DigitText.Length,
            Matched = new Matched(MatchFields.Bin, MatchKinds.Prefix, company.Hit.Bin, [[0, digits.Length]]),
        });

    private CompanyPage InOrder(Query matched, CompanyQuery query, bool withFacets, Func<StoredCompany, CompanyHit> hit)
    {
        var order = HitOrder.Of(query.Sort);
        var after = HitOrder.Place(PageCursor.Parse(query.Cursor, query.Sort), order);
        var collected = Collected.By(searcher, matched, order, after, query.Limit + 1, query.Filters, withFacets);
        var page = collected.Hits.Take(query.Limit).ToArray();
        var next = collected.Hits.Count > query.Limit ? HitOrder.CursorAfter(page[^1], query.Sort).ToString() : null;
        return new CompanyPage(collected.Total, next, [.. page.Select(h => hit(payloads.Company(h.Doc)))], collected.Facets, 0);
    }

    private bool Exists(string bin) => searcher.Search(new TermQuery(new Term(IndexFields.Bin, bin)), 1).TotalHits > 0;

    private string[]? Near(string number) =>
        Bin.TryParse(number, out var bin) && !bin.HasValidCheckDigit ? [.. NearBins.Of(bin).Where(Exists)] : null;

    private static CompanyPage Empty() =>
        new(0, null, [], Facets.All.ToDictionary(f => f, IReadOnlyList<FacetCount> (_) => [], StringComparer.Ordinal), 0);
}

/// <summary>What a query matched: hits in the engine's order, total and facets over everything that passed the filters.</summary>
internal sealed record Collected(IReadOnlyList<ScoreDoc> Hits, long Total, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets)
{
    public static Collected By(
        IndexSearcher searcher, Query query, Sort order, FieldDoc? after, int count,
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters, bool withFacets)
    {
        var top = TopFieldCollector.Create(order, count, after, fillFields: true, trackDocScores: false, trackMaxScore: false, docsScoredInOrder: true);
        var collector = new FacetCollector(top, filters, withFacets);
        searcher.Search(query, collector);
        return new Collected(top.GetTopDocs().ScoreDocs, collector.Total, collector.Counts());
    }
}

/// <summary>Scores a hit and says why it was found.</summary>
internal sealed class HitReasons(QueryReading reading)
{
    private readonly CandidateRanker ranker = new(reading.Name);

    public CompanyHit Explain(StoredCompany company)
    {
        if (company.Names.Count == 0)
            return company.Hit;
        var fit = ranker.Best(company.Names);
        return company.Hit with
        {
            Score = fit.Score,
            Matched = MatchReason.Of(reading.Text, reading.Name, company.Names[fit.Name], reading.Swapped),
        };
    }
}
