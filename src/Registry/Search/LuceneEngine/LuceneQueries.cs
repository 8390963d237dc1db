using Lucene.Net.Search;

namespace Registry.Search.LuceneEngine;

/// <summary>Term queries as Lucene executes them, for one search.</summary>
internal sealed class LuceneQueries(SearchLookups lookups)
{
    /// <summary>Fewer words than these are cheaper one beside the other, where their lists can be skipped through.</summary>
    private const int FewestAtOnce = 6;

    public Query Of(TermQuery query) => query switch
    {
        TermQuery.Word word => new WordQuery(word, lookups),
        TermQuery.Beginning beginning => new BestTermQuery([beginning], lookups),
        TermQuery.AnyOf any => AnyOf(any),
        TermQuery.Together together => Together(together),
        _ => new MatchAllDocsQuery(),
    };

    private Query AnyOf(TermQuery.AnyOf any)
    {
        var words = any.Choices.Count(c => c is TermQuery.Word);
        var atOnce = any.Choices.Where(c => c is TermQuery.Beginning || (c is TermQuery.Word && words is >= FewestAtOnce and <= BestTermQuery.MostChoices)).ToList();
        if (atOnce.Count == any.Choices.Count)
            return new BestTermQuery(atOnce, lookups);
        var query = new DisjunctionMaxQuery(0);
        if (atOnce.Count > 0)
            query.Add(new BestTermQuery(atOnce, lookups));
        foreach (var choice in any.Choices)
        {
            if (!atOnce.Contains(choice))
                query.Add(Of(choice));
        }
        return query;
    }

    private Query Together(TermQuery.Together together)
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
