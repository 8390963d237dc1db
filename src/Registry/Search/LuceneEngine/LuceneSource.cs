using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Registry.Companies;

namespace Registry.Search.LuceneEngine;

/// <summary>Executes term queries over one state of the index.</summary>
internal sealed class LuceneSource(IndexSearcher searcher, IndexVocabulary vocabulary, Phrasebook phrases) : ICandidateSource
{
    private static readonly ConditionalWeakTable<IndexReader, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>>> Browsed = [];
    private readonly PayloadReader payloads = new(searcher, phrases);

    public IndexVocabulary Vocabulary => vocabulary;

    public ValueTask<FoundCompanies> FindAsync(FindRequest request, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Find(request));
    }

    private FoundCompanies Find(FindRequest request)
    {
        // Everything is counted once for each state of the index, not for every visitor who opens the page.
        var everything = request.Query is TermQuery.Everything && request.Filters.Values.All(values => values.Count == 0);
        IReadOnlyDictionary<string, IReadOnlyList<FacetCount>>? counted = null;
        var known = everything && request.WithFacets && Browsed.TryGetValue(searcher.IndexReader, out counted);
        var order = HitOrder.Of(request.Order);
        var top = TopFieldCollector.Create(
            order, request.Limit, HitOrder.Place(request.After, order), fillFields: true, trackDocScores: false, trackMaxScore: false, docsScoredInOrder: true);
        var collector = new FacetCollector(top, request.Filters, request.WithFacets && !known, request.Most);
        searcher.Search(LuceneQueries.Of(request.Query), collector);
        var facets = known ? counted! : request.WithFacets ? collector.Counts() : FoundCompanies.NoFacets;
        if (everything && request.WithFacets)
            Browsed.AddOrUpdate(searcher.IndexReader, facets);
        return new FoundCompanies([.. top.GetTopDocs().ScoreDocs.Select(h => new Found(h, payloads))], collector.Total, facets);
    }

    /// <summary>A hit whose payload is read when it is looked at; lives no longer than the search.</summary>
    private sealed class Found(ScoreDoc hit, PayloadReader payloads) : Candidate
    {
        private (string Bin, HitPayload Payload)? stored;

        public override string Bin => Stored.Bin;

        public override CompanyStatus Status => Stored.Payload.Status;

        public override IReadOnlyList<NameText> Names => Stored.Payload.Names;

        public override string Place => HitOrder.PlaceOf(hit);

        public override CompanyHit Hit => Stored.Payload.Hit(Stored.Bin);

        private (string Bin, HitPayload Payload) Stored => stored ??= payloads.Read(hit.Doc);
    }
}
