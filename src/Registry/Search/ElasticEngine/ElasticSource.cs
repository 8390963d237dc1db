using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Registry.Companies;

namespace Registry.Search.ElasticEngine;

/// <summary>Executes term queries on the search server: one request each.</summary>
/// <param name="seen">Told the name of the index that answered, which changes when another node has rebuilt it.</param>
internal sealed class ElasticSource(
    ElasticClient client, string alias, TimeSpan limit, IndexVocabulary vocabulary, Action<string> seen) : ICandidateSource
{
    /// <summary>More values than any facet has.</summary>
    private const int MostValues = 1000;

    /// <summary>Not a character of any sort key.</summary>
    private const char Separator = '\u001e';

    public IndexVocabulary Vocabulary => vocabulary;

    public async ValueTask<FoundCompanies> FindAsync(FindRequest request, CancellationToken cancel)
    {
        var everything = request.Query is TermQuery.Everything && request.Filters.Values.All(values => values.Count == 0);
        if (!everything || !request.WithFacets)
            return await SearchAsync(request, cancel);
        // Counting everything is dear and the server keeps its answer to a request without hits until the index changes.
        var counting = SearchAsync(request with { Limit = 0, After = null }, cancel);
        var found = await SearchAsync(request with { WithFacets = false }, cancel);
        return found with { Facets = (await counting).Facets };
    }

    private async Task<FoundCompanies> SearchAsync(FindRequest request, CancellationToken cancel)
    {
        using var answer = await SendAsync(Body(request), cancel);
        var root = answer.RootElement;
        // Of a search that ran out of time only a part was looked at.
        if (root.GetProperty("timed_out").GetBoolean())
            throw new ElasticException(null, "timeout", "the search took too long");
        var hits = root.GetProperty("hits");
        var items = hits.GetProperty("hits").EnumerateArray().Select(Found).ToArray();
        if (items.Length > 0)
            seen(items[0].Index);
        return new FoundCompanies(
            items,
            hits.GetProperty("total").GetProperty("value").GetInt64(),
            request.WithFacets ? Counts(root.GetProperty("aggregations")) : FoundCompanies.NoFacets);
    }

    /// <summary>An index that a rebuild has just replaced is gone under the searches that began in it: they begin again in the new one.</summary>
    private async Task<JsonDocument> SendAsync(JsonObject body, CancellationToken cancel)
    {
        var path = $"{alias}/_search?allow_partial_search_results=false";
        try
        {
            return await client.SendAsync(HttpMethod.Post, path, body, limit, cancel);
        }
        catch (ElasticException gone) when (gone.Type is "search_phase_execution_exception" or "index_not_found_exception" or "no_shard_available_action_exception")
        {
            return await client.SendAsync(HttpMethod.Post, path, body, limit, cancel);
        }
    }

    private JsonObject Body(FindRequest request)
    {
        var filters = request.Filters.Where(f => f.Value.Count > 0).ToList();
        var body = new JsonObject
        {
            ["size"] = request.Limit,
            ["query"] = ElasticQueries.Of(request.Query),
            ["track_total_hits"] = true,
            ["timeout"] = string.Create(CultureInfo.InvariantCulture, $"{limit.TotalMilliseconds:0}ms"),
        };
        if (request.Most < int.MaxValue)
            body["terminate_after"] = request.Most;
        if (request.Limit > 0)
        {
            body["sort"] = Sort(request.Order);
            body["stored_fields"] = "_none_";
            body["docvalue_fields"] = new JsonArray(ElasticFields.Payload);
        }
        if (request.After is { } after)
            body["search_after"] = Place(after, request.Order);
        if (filters.Count > 0)
            body["post_filter"] = ElasticQueries.All(filters.Select(f => ElasticQueries.Filter(f.Key, f.Value)));
        if (request.WithFacets)
            body["aggs"] = Aggregations(filters);
        return body;
    }

    /// <summary>Each facet counts what all filters but its own let pass.</summary>
    private static JsonObject Aggregations(List<KeyValuePair<string, IReadOnlyList<string>>> filters)
    {
        var all = new JsonObject();
        foreach (var facet in Facets.All)
        {
            var others = filters.Where(f => f.Key != facet).Select(f => (JsonNode)ElasticQueries.Filter(f.Key, f.Value)).ToList();
            all[facet] = new JsonObject
            {
                ["filter"] = ElasticQueries.All(others),
                ["aggs"] = new JsonObject
                {
                    ["values"] = new JsonObject { ["terms"] = new JsonObject { ["field"] = ElasticFields.Facet(facet), ["size"] = MostValues } },
                },
            };
        }
        return all;
    }

    private static Dictionary<string, IReadOnlyList<FacetCount>> Counts(JsonElement aggregations) => Facets.All.ToDictionary(
        facet => facet,
        IReadOnlyList<FacetCount> (facet) => [.. aggregations.GetProperty(facet).GetProperty("values").GetProperty("buckets").EnumerateArray()
            .Select(b => new FacetCount(b.GetProperty("key").GetString()!, b.GetProperty("doc_count").GetInt64()))
            .OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal)],
        StringComparer.Ordinal);

    // The number ends every order, as text: BINs in their order, then register numbers.
    private static JsonArray Sort(CompanySort order) => order switch
    {
        CompanySort.Relevance => new JsonArray(By("_score", "desc"), By(ElasticFields.SortLength, "asc"), By(TermFields.Bin, "asc")),
        CompanySort.RegisteredOn => new JsonArray(By(ElasticFields.SortRegistered, "desc"), By(TermFields.Bin, "asc")),
        CompanySort.TaxpayerIntegrity => new JsonArray(By(ElasticFields.SortIndex("taxpayerIntegrity"), "desc"), By(TermFields.Bin, "asc")),
        CompanySort.FinancialStability => new JsonArray(By(ElasticFields.SortIndex("financialStability"), "desc"), By(TermFields.Bin, "asc")),
        CompanySort.PaymentDiscipline => new JsonArray(By(ElasticFields.SortIndex("paymentDiscipline"), "desc"), By(TermFields.Bin, "asc")),
        _ => new JsonArray(By(ElasticFields.SortName, "asc"), By(TermFields.Bin, "asc")),
    };

    private static JsonObject By(string field, string direction) => new() { [field] = direction };

    private static JsonArray Place(string text, CompanySort order)
    {
        var values = text.Split(Separator);
        if (values.Length != Sort(order).Count)
            throw new FormatException("The cursor is not one of this order.");
        return new JsonArray([.. values.Select((value, i) => IsText(order, i, values.Length) ? (JsonNode)JsonValue.Create(value) : Number(value))]);
    }

    private static bool IsText(CompanySort order, int place, int places) => place == places - 1 || order is CompanySort.Name;

    private static JsonValue Number(string text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : throw new FormatException("The cursor is not one of this order.");

    private static FoundCompany Found(JsonElement hit) => new(
        hit.GetProperty("_index").GetString()!,
        string.Join(Separator, hit.GetProperty("sort").EnumerateArray().Select(v => v.ToString())),
        hit.GetProperty("fields").GetProperty(ElasticFields.Payload)[0].GetBytesFromBase64());

    private sealed class FoundCompany(string index, string place, byte[] bytes) : Candidate
    {
        private readonly StoredHit payload = StoredHit.Read(bytes);
        private CandidateNames? names;

        public string Index => index;

        public override string Bin => payload.Bin;

        public override CompanyStatus Status => payload.Status;

        public override CandidateNames Names => names ??= new CandidateNames(payload.Names);

        public override string Place => place;

        public override CompanyHit Hit => payload.Hit();
    }
}
