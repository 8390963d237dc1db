using System.Net.Http.Json;
using System.Text.Json;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Web.Api;

/// <summary>What the reconciliation service takes and answers, against the JSON schemas of the specification.</summary>
public sealed class ReconcileSchemaTests(RegisterHost host) : IClassFixture<RegisterHost>
{
    private const string Set = "reconciliation-0.2";

    private const string FullQuery = """
        {"q0":{"query":"алатау","type":["Company"],"type_strict":"any","limit":3,"properties":[{"pid":"region","v":["75",1,true,{"id":"75"}]}]},
         "q1":{"properties":[{"pid":"bin","v":"990140000384"}]}}
        """;

    private const string FullExtension = """{"ids":["990140000384","P00000000010","nobody"],"properties":[{"id":"registeredOn","settings":{}},{"id":"status"}]}""";
    private readonly HttpClient client = host.CreateClient();

    [Theory]
    [InlineData("manifest.json", "/reconcile")]
    [InlineData("suggest-entities-response.json", "/reconcile/suggest/entity?prefix=алат")]
    [InlineData("suggest-properties-response.json", "/reconcile/suggest/property?prefix=name")]
    [InlineData("suggest-types-response.json", "/reconcile/suggest/type?prefix=")]
    [InlineData("data-extension-property-proposal.json", "/reconcile/properties?type=Company&limit=5")]
    public async Task Answers_are_valid(string schema, string path)
    {
        var rules = JsonSchema.Open(Set, schema);

        Assert.Empty(rules.Errors(await client.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative))));
    }

    [Theory]
    [InlineData("reconciliation-query-batch.json", "reconciliation-result-batch.json", "queries", FullQuery)]
    [InlineData("data-extension-query.json", "data-extension-response.json", "extend", FullExtension)]
    public async Task Every_valid_form_is_taken_and_answered_validly(string asked, string answered, string field, string value)
    {
        var (question, rules) = (JsonSchema.Open(Set, asked), JsonSchema.Open(Set, answered));
        Assert.Empty(question.Errors(JsonDocument.Parse(value).RootElement));

        using var answer = await client.PostAsync(new Uri("/reconcile", UriKind.Relative), new FormUrlEncodedContent([new(field, value)]));

        answer.EnsureSuccessStatusCode();
        Assert.Empty(rules.Errors(await answer.Content.ReadFromJsonAsync<JsonElement>()));
    }

    [Fact]
    public async Task Every_property_is_given_in_a_valid_form()
    {
        var rules = JsonSchema.Open(Set, "data-extension-response.json");
        var proposed = await client.GetFromJsonAsync<JsonElement>(new Uri("/reconcile/properties?type=Company", UriKind.Relative));
        var properties = proposed.GetProperty("properties").EnumerateArray().Select(p => new { id = p.GetProperty("id").GetString() });
        var query = JsonSerializer.Serialize(new { ids = new[] { RegisterHost.Known, RegisterHost.ProprietorNumber }, properties });

        var answer = await client.GetFromJsonAsync<JsonElement>(new Uri("/reconcile?extend=" + Uri.EscapeDataString(query), UriKind.Relative));

        Assert.Empty(rules.Errors(answer));
    }

    [Fact]
    public void The_schemas_see_what_is_wrong()
    {
        var rules = JsonSchema.Open(Set, "reconciliation-result-batch.json");

        Assert.NotEmpty(rules.Errors(JsonDocument.Parse("""{"q":{"result":[{"id":"1","name":"n","score":"high"}]}}""").RootElement));
        Assert.NotEmpty(JsonSchema.Open(Set, "manifest.json").Errors(JsonDocument.Parse("""{"versions":["0.1"],"name":"n","identifierSpace":"i","schemaSpace":"s"}""").RootElement));
    }
}
