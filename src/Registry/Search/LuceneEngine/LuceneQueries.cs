using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace Registry.Search.LuceneEngine;

/// <summary>Term queries as Lucene executes them; weights are boosts, since <see cref="WeightsOnly"/> adds nothing of its own.</summary>
internal static class LuceneQueries
{
    /// <summary>Fewer words than these are cheaper one beside the other, where their lists can be skipped through.</summary>
    private const int FewestAtOnce = 6;

    public static Query Of(TermQuery query) => query switch
    {
        TermQuery.Word word => new Lucene.Net.Search.TermQuery(new Term(word.Field, word.Term)) { Boost = word.Weight },
        TermQuery.Beginning beginning => new PrefixQuery(new Term(beginning.Field, beginning.Term)) { Boost = beginning.Weight },
        TermQuery.AnyOf any => AnyOf(any),
        TermQuery.Together together => Together(together),
        _ => new MatchAllDocsQuery(),
    };

    private static DisjunctionMaxQuery AnyOf(TermQuery.AnyOf any)
    {
        var query = new DisjunctionMaxQuery(0);
        var words = any.Choices.OfType<TermQuery.Word>().ToList();
        var isMany = words.Count is >= FewestAtOnce and <= BestTermQuery.MostWords;
        if (isMany)
            query.Add(new BestTermQuery(words));
        foreach (var choice in any.Choices)
        {
            if (!isMany || choice is not TermQuery.Word)
                query.Add(Of(choice));
        }
        return query;
    }

    private static Query Together(TermQuery.Together together)
    {
        if (together.Must.Count == 1 && together.Should.Count == 0)
            return Of(together.Must[0]);
        var query = new BooleanQuery(disableCoord: true) { MinimumNumberShouldMatch = together.Least };
        foreach (var must in together.Must)
            query.Add(Of(must), Occur.MUST);
        foreach (var should in together.Should)
            query.Add(Of(should), Occur.SHOULD);
        return query;
    }
}

/// <summary>Every term is worth its boost, no more and no less.</summary>
internal sealed class WeightsOnly : TFIDFSimilarity
{
    public override float Coord(int overlap, int maxOverlap) => 1;

    public override float QueryNorm(float sumOfSquaredWeights) => 1;

    public override float Tf(float freq) => 1;

    public override float Idf(long docFreq, long numDocs) => 1;

    public override float LengthNorm(FieldInvertState state) => 1;

    public override float DecodeNormValue(long norm) => 1;

    public override long EncodeNormValue(float f) => 1;

    public override float SloppyFreq(int distance) => 1;

    public override float ScorePayload(int doc, int start, int end, Lucene.Net.Util.BytesRef payload) => 1;
}
