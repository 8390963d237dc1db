using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Registry.Companies;

namespace Registry.Search.LuceneEngine;

/// <summary>Executes term queries over one state of the index.</summary>
internal sealed class LuceneSource(IndexSearcher searcher, IndexVocabulary vocabulary, Phrasebook phrases) : ICandidateSource, IDisposable
{
    private static readonly ConditionalWeakTable<IndexReader, ConcurrentDictionary<(CompanySort Order, int Limit, bool WithFacets), Matches>> Browsed = [];
    private readonly PayloadReader payloads = new(searcher, phrases);
    private readonly SearchLookups lookups = new();

    /// <summary>Companies that an earlier stage of this search has read.</summary>
    private readonly Dictionary<int, Stored> read = [];

    public IndexVocabulary Vocabulary => vocabulary;

    public ValueTask<FoundCompanies> FindAsync(FindRequest request, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Find(request));
    }

    public void Dispose() => lookups.Dispose();

    private FoundCompanies Find(FindRequest request)
    {
        var matches = request is { Query: TermQuery.Everything, After: null } && request.Filters.Values.All(values => values.Count == 0)
            ? Everything(request)
            : Match(request);
        return new FoundCompanies([.. matches.Hits.Select(h => new Found(h, this))], matches.Total, matches.Facets);
    }

    /// <summary>The register's first page is made once for each state of the index, not for every visitor who opens it.</summary>
    private Matches Everything(FindRequest request) =>
        Browsed.GetOrCreateValue(searcher.IndexReader).GetOrAdd((request.Order, request.Limit, request.WithFacets), _ => Match(request));

    private Matches Match(FindRequest request)
    {
        var order = HitOrder.Of(request.Order);
        var top = TopFieldCollector.Create(
            order, request.Limit, HitOrder.Place(request.After, order), fillFields: true, trackDocScores: false, trackMaxScore: false, docsScoredInOrder: true);
        var collector = new FacetCollector(top, request.Filters, request.WithFacets, request.Most);
        searcher.Search(new LuceneQueries(lookups).Of(request.Query), collector);
        lookups.Clear();
        return new Matches(top.GetTopDocs().ScoreDocs, collector.Total, request.WithFacets ? collector.Counts() : FoundCompanies.NoFacets);
    }

    /// <summary>What a query matched in this state of the index.</summary>
    private sealed record Matches(ScoreDoc[] Hits, long Total, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets);

    private Stored Read(int doc)
    {
        if (!read.TryGetValue(doc, out var stored))
            read[doc] = stored = payloads.Read(doc);
        return stored;
    }

    /// <summary>A hit whose payload is read when it is looked at; lives no longer than the search.</summary>
    private sealed class Found(ScoreDoc hit, LuceneSource source) : Candidate
    {
        private Stored? stored;

        public override string Bin => Stored.Bin;

        public override CompanyStatus Status => Stored.Payload.Status;

        public override CandidateNames Names => Stored.Names;

        public override string Place => HitOrder.PlaceOf(hit);

        public override CompanyHit Hit => Stored.Payload.Hit(Stored.Bin);

        private Stored Stored => stored ??= source.Read(hit.Doc);
    }
}
