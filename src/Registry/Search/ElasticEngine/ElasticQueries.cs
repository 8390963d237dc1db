using System.Text.Json.Nodes;

namespace Registry.Search.ElasticEngine;

/// <summary>Term queries as Elasticsearch executes them: every clause is worth its constant, so that scores are sums of our weights.</summary>
internal static class ElasticQueries
{
    public static JsonObject Of(TermQuery query) => query switch
    {
        TermQuery.Word word => Constant("term", word.Field, word.Term, word.Weight),
        TermQuery.Beginning beginning => Constant("prefix", beginning.Field, beginning.Term, beginning.Weight),
        TermQuery.AnyOf any => AnyOf(any),
        TermQuery.Together { Must: [var only], Should.Count: 0 } => Of(only),
        TermQuery.Together together => Together(together),
        _ => new JsonObject { ["match_all"] = new JsonObject { ["boost"] = 0 } },
    };

    /// <summary>Companies with one of the values of a facet.</summary>
    public static JsonObject Filter(string facet, IReadOnlyList<string> values) =>
        new() { ["terms"] = new JsonObject { [ElasticFields.Facet(facet)] = Values(values) } };

    /// <summary>Companies that pass all filters.</summary>
    public static JsonObject All(IEnumerable<JsonNode> filters) =>
        new() { ["bool"] = new JsonObject { ["filter"] = new JsonArray([.. filters]) } };

    private static JsonObject AnyOf(TermQuery.AnyOf any)
    {
        if (any.Choices.Count == 0)
            return new JsonObject { ["match_none"] = new JsonObject() };
        // Hundreds of numbers of one weight are one list, not hundreds of clauses.
        if (any.Choices is [TermQuery.Word first, _, ..] && any.Choices.All(c => c is TermQuery.Word word && word.Field == first.Field && word.Weight == first.Weight))
        {
            var terms = new JsonObject { [first.Field] = Values([.. any.Choices.Cast<TermQuery.Word>().Select(w => w.Term)]) };
            return Constant(new JsonObject { ["terms"] = terms }, first.Weight);
        }
        return new JsonObject { ["dis_max"] = new JsonObject { ["queries"] = Clauses(any.Choices) } };
    }

    private static JsonObject Together(TermQuery.Together together) => new()
    {
        ["bool"] = new JsonObject
        {
            ["must"] = Clauses(together.Must),
            ["should"] = Clauses(together.Should),
            ["minimum_should_match"] = together.Least,
        },
    };

    private static JsonArray Clauses(IEnumerable<TermQuery> queries) => new([.. queries.Select(q => (JsonNode)Of(q))]);

    private static JsonObject Constant(string kind, string field, string term, float weight) =>
        Constant(new JsonObject { [kind] = new JsonObject { [field] = new JsonObject { ["value"] = term } } }, weight);

    private static JsonObject Constant(JsonObject filter, float weight) =>
        new() { ["constant_score"] = new JsonObject { ["filter"] = filter, ["boost"] = weight } };

    private static JsonArray Values(IReadOnlyList<string> values) => new([.. values.Select(v => JsonValue.Create(v))]);
}
