using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Registry.Search.LuceneEngine;

/// <summary>A query whose matches are worth what our terms say: Lucene's own scoring adds nothing.</summary>
internal abstract class WeightQuery : Query
{
    /// <summary>The matches of one segment in their order; null where there are none.</summary>
    protected abstract Scorer? Matches(Weight weight, AtomicReaderContext segment, IBits? accepted);

    public sealed override Weight CreateWeight(IndexSearcher searcher) => new Plain(this);

    // Lucene's own comparison sees no more than the type.
    public sealed override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public sealed override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    private sealed class Plain(WeightQuery query) : Weight
    {
        public override Query Query => query;

        public override float GetValueForNormalization() => 1;

        public override void Normalize(float norm, float topLevelBoost)
        {
            // A weight is finished: no norm and no boost changes it.
        }

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            var scorer = GetScorer(context, context.AtomicReader.LiveDocs);
            return scorer is not null && scorer.Advance(doc) == doc ? new Explanation(scorer.GetScore(), query.ToString()) : new Explanation(0, "no term");
        }

        public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs) => query.Matches(this, context, acceptDocs);
    }
}

/// <summary>Companies that hold a word, each for its weight; its list is skipped through.</summary>
internal sealed class WordQuery(TermQuery.Word word, SearchLookups lookups) : WeightQuery
{
    protected override Scorer? Matches(Weight weight, AtomicReaderContext segment, IBits? accepted) =>
        lookups.Companies(segment, word.Field, word.Term, accepted, null) is { } docs ? new WordScorer(weight, docs, word.Weight) : null;

    public override string ToString(string field) => $"{word.Field}:{word.Term}^{word.Weight}";

    private sealed class WordScorer(Weight weight, DocsEnum docs, float score) : Scorer(weight)
    {
        public override int DocID => docs.DocID;

        public override int Freq => 1;

        public override float GetScore() => score;

        public override int NextDoc() => docs.NextDoc();

        public override int Advance(int target) => docs.Advance(target);

        public override long GetCost() => docs.GetCost();
    }
}
