using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Registry.Tests.Web.Api;

/// <summary>The reconciliation service as OpenRefine uses it.</summary>
public sealed class ReconcileTests(RegisterHost host) : IClassFixture<RegisterHost>
{
    private readonly HttpClient client = host.CreateClient();

    [Fact]
    public async Task Manifest_names_the_type_and_only_addresses_of_the_own_host()
    {
        var manifest = await GetAsync("/reconcile");

        Assert.Equal("Company", manifest.GetProperty("defaultTypes")[0].GetProperty("id").GetString());
        Assert.Contains("0.2", manifest.GetProperty("versions").EnumerateArray().Select(v => v.GetString()));
        Assert.All(Texts(manifest).Where(t => t.Contains("://", StringComparison.Ordinal)), t => Assert.StartsWith("http://localhost/", t, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everything_that_the_manifest_points_to_answers()
    {
        var manifest = await GetAsync("/reconcile");
        var suggest = manifest.GetProperty("suggest");
        foreach (var (kind, id) in new[] { ("entity", RegisterHost.Known), ("property", "region"), ("type", "Company") })
        {
            var service = suggest.GetProperty(kind);
            var found = await GetAsync($"{service.GetProperty("service_url")}{service.GetProperty("service_path")}?prefix={id}");
            Assert.Equal(id, found.GetProperty("result")[0].GetProperty("id").GetString());
            var flyout = await GetAsync($"{service.GetProperty("flyout_service_url")}{service.GetProperty("flyout_service_path")}".Replace("${id}", id, StringComparison.Ordinal));
            Assert.Equal(id, flyout.GetProperty("id").GetString());
            Assert.NotEmpty(flyout.GetProperty("html").GetString()!);
        }
        var extend = manifest.GetProperty("extend").GetProperty("propose_properties");
        var proposed = await GetAsync($"{extend.GetProperty("service_url")}{extend.GetProperty("service_path")}?type=Company&limit=3");
        Assert.Equal(3, proposed.GetProperty("properties").GetArrayLength());
        using var preview = await client.GetAsync(new Uri(manifest.GetProperty("preview").GetProperty("url").GetString()!.Replace("{{id}}", RegisterHost.Known, StringComparison.Ordinal)));
        Assert.Equal("text/html", preview.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Алатау Сервис", await preview.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ТОО \"Алатау Сервис\"")]
    [InlineData("алатау сервис")]
    [InlineData("Alatau Service LLP")]
    [InlineData(RegisterHost.Known)]
    public async Task Sure_candidate_is_a_match(string text)
    {
        var answer = await AskAsync(new { q0 = new { query = text, type = "Company", type_strict = "should", limit = 5 } });

        var best = answer.GetProperty("q0").GetProperty("result")[0];
        Assert.Equal(RegisterHost.Known, best.GetProperty("id").GetString());
        Assert.True(best.GetProperty("match").GetBoolean());
        Assert.InRange(best.GetProperty("score").GetDouble(), 0.95, 1);
    }

    [Fact]
    public async Task Batch_is_answered_query_by_query_by_get_and_post()
    {
        var batch = new { a = new { query = "алатау сервис" }, b = new { query = "Вжщлрэ Ыцфбмгщ" }, c = new { query = "алатау", type = "Person" } };

        var posted = await AskAsync(batch);
        var got = await GetAsync($"/reconcile?queries={Uri.EscapeDataString(JsonSerializer.Serialize(batch))}");

        Assert.Equal([1, 0, 0], posted.EnumerateObject().Select(q => q.Value.GetProperty("result").GetArrayLength()));
        Assert.True(JsonElement.DeepEquals(posted, got));
    }

    [Fact]
    public async Task Single_query_of_the_older_form_is_answered()
    {
        var answer = await GetAsync("/reconcile?query=" + Uri.EscapeDataString("алатау сервис"));

        Assert.Equal(RegisterHost.Known, answer.GetProperty("result")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Properties_move_the_score_and_are_told_as_features()
    {
        var answer = await AskAsync(new
        {
            right = new { query = "алатау сервис", properties = new object[] { new { pid = "region", v = "Алматы" }, new { pid = "oked", v = "41" } } },
            wrong = new { query = "алатау сервис", properties = new object[] { new { pid = "region", v = new[] { "71", "Алматы облысы" } } } },
            unknown = new { query = "алатау сервис", properties = new object[] { new { pid = "nothingOfOurs", v = 5 } } },
        });

        JsonElement Best(string key) => answer.GetProperty(key).GetProperty("result")[0];
        Assert.True(Best("right").GetProperty("match").GetBoolean());
        Assert.False(Best("wrong").GetProperty("match").GetBoolean());
        Assert.True(Best("wrong").GetProperty("score").GetDouble() < Best("right").GetProperty("score").GetDouble());
        Assert.Equal(Best("right").GetProperty("score").GetDouble(), Best("unknown").GetProperty("score").GetDouble());
        Assert.Contains(Best("wrong").GetProperty("features").EnumerateArray(), f => f.GetProperty("id").GetString() == "property.region" && !f.GetProperty("value").GetBoolean());
    }

    [Theory]
    [InlineData("""{"properties":[{"pid":"bin","v":"990140000384"}]}""")]
    [InlineData("""{"query":"Вжщлрэ","properties":[{"pid":"bin","v":{"id":"990140000384","name":"x"}}]}""")]
    [InlineData("""{"properties":[{"pid":"nameEn","v":"Alatau Service"}]}""")]
    public async Task Properties_alone_find_an_entity(string query)
    {
        var answer = await AskJsonAsync($$"""{"q":{{query}}}""");

        Assert.Equal(RegisterHost.Known, answer.GetProperty("q").GetProperty("result")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Data_extension_gives_values_of_every_kind()
    {
        var query = new { ids = new[] { RegisterHost.Known, RegisterHost.Absent }, properties = new[] { new { id = "nameRu" }, new { id = "registeredOn" }, new { id = "oked" }, new { id = "taxpayerIntegrity" }, new { id = "owningCompanies" } } };

        var answer = await PostAsync("extend", JsonSerializer.Serialize(query));

        var row = answer.GetProperty("rows").GetProperty(RegisterHost.Known);
        Assert.Equal("ТОО \"Алатау Сервис\"", row.GetProperty("nameRu")[0].GetProperty("str").GetString());
        Assert.Equal("1999-01-01T00:00:00Z", row.GetProperty("registeredOn")[0].GetProperty("date").GetString());
        Assert.Equal("Company", answer.GetProperty("meta")[4].GetProperty("type").GetProperty("id").GetString());
        Assert.Equal(0, answer.GetProperty("rows").GetProperty(RegisterHost.Absent).GetProperty("nameRu").GetArrayLength());
    }

    [Fact]
    public async Task Every_property_has_a_value_of_a_form_that_the_specification_allows()
    {
        var proposed = await GetAsync("/reconcile/properties?type=Company");
        var ids = proposed.GetProperty("properties").EnumerateArray().Select(p => new { id = p.GetProperty("id").GetString() }).ToList();

        var answer = await PostAsync("extend", JsonSerializer.Serialize(new { ids = new[] { RegisterHost.Known, RegisterHost.ProprietorNumber }, properties = ids }));

        Assert.Equal(ids.Count, answer.GetProperty("meta").GetArrayLength());
        Assert.Equal(ids.Count, answer.GetProperty("rows").GetProperty(RegisterHost.ProprietorNumber).EnumerateObject().Count());
    }

    [Fact]
    public async Task No_iin_is_known_or_told_anywhere()
    {
        var iin = RegisterHost.ProprietorIin;
        string[] answers =
        [
            await client.GetStringAsync(new Uri($"/reconcile/suggest/entity?prefix={iin}", UriKind.Relative)),
            (await AskAsync(new { q = new { query = iin } })).GetRawText(),
            (await AskAsync(new { q = new { query = "Ахметов", properties = new[] { new { pid = "bin", v = iin } } } })).GetRawText(),
            (await PostAsync("extend", JsonSerializer.Serialize(new { ids = new[] { iin }, properties = new[] { new { id = "bin" } } }))).GetRawText(),
            await (await client.GetAsync(new Uri($"/reconcile/preview?id={iin}", UriKind.Relative))).Content.ReadAsStringAsync(),
            await (await client.GetAsync(new Uri($"/reconcile/flyout/entity?id={iin}", UriKind.Relative))).Content.ReadAsStringAsync(),
        ];

        Assert.All(answers, answer => Assert.DoesNotContain(iin, answer, StringComparison.Ordinal));
        Assert.DoesNotContain(RegisterHost.ProprietorNumber, answers[0] + answers[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/reconcile")]
    [InlineData("/reconcile?queries=nonsense")]
    [InlineData("/reconcile/nowhere")]
    [InlineData("/reconcile/preview?id=990140000384")]
    [InlineData("/reconcile/suggest/entity?prefix=al")]
    public async Task Scripts_of_every_origin_may_read_every_answer(string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        using var preflight = await client.SendAsync(new HttpRequestMessage(HttpMethod.Options, path));

        Assert.Equal(["*"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal(["*"], preflight.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Contains("POST", string.Join(',', preflight.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_preview_may_stand_in_a_frame_and_nothing_in_it_runs()
    {
        using var preview = await client.GetAsync(new Uri($"/reconcile/preview?id={RegisterHost.Hostile}", UriKind.Relative));
        using var manifest = await client.GetAsync(new Uri("/reconcile", UriKind.Relative));

        var policy = Assert.Single(preview.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors *", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.False(preview.Headers.Contains("X-Frame-Options"));
        Assert.DoesNotContain("<script", await preview.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(["DENY"], manifest.Headers.GetValues("X-Frame-Options"));
    }

    [Theory]
    [InlineData("queries", "nonsense", "queries")]
    [InlineData("queries", "[]", "queries")]
    [InlineData("queries", """{"q":{"limit":5}}""", "query or properties")]
    [InlineData("queries", """{"q":{"query":5}}""", "query must be a text")]
    [InlineData("queries", """{"q":{"query":"a","limit":0}}""", "limit")]
    [InlineData("queries", """{"q":{"query":"a","type":{}}}""", "type")]
    [InlineData("queries", """{"q":{"query":"a","type_strict":"never"}}""", "type_strict")]
    [InlineData("queries", """{"q":{"query":"a","properties":[{"v":1}]}}""", "pid")]
    [InlineData("extend", """{"ids":[1],"properties":[]}""", "ids")]
    [InlineData("extend", """{"ids":[],"properties":[{"id":"iin"}]}""", "properties")]
    [InlineData("something", "else", "queries")]
    public async Task Wrong_request_is_told_what_is_wrong(string field, string value, string what)
    {
        using var answer = await client.PostAsync(new Uri("/reconcile", UriKind.Relative), new FormUrlEncodedContent([new(field, value)]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(what, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/reconcile?callback=alert", 400)]
    [InlineData("/reconcile/suggest/entity", 400)]
    [InlineData("/reconcile/suggest/entity?prefix=a&cursor=-1", 400)]
    [InlineData("/reconcile/suggest/colour?prefix=a", 404)]
    [InlineData("/reconcile/preview?id=1", 400)]
    [InlineData("/reconcile/preview?id=990340000301", 404)]
    [InlineData("/reconcile/flyout/property?id=iin", 404)]
    [InlineData("/reconcile/properties?type=Company&limit=none", 400)]
    [InlineData("/reconcile/nowhere", 404)]
    public async Task Errors_are_problem_details(string path, int status)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Batches_are_bounded()
    {
        var most = (await GetAsync("/reconcile")).GetProperty("batchSize").GetInt32();
        var many = Enumerable.Range(0, most + 1).ToDictionary(i => $"q{i}", _ => new { query = "алатау" });
        var ids = JsonSerializer.Serialize(new { ids = Enumerable.Range(0, 500).Select(i => $"{i}"), properties = new[] { new { id = "bin" } } });

        using var queries = await client.PostAsync(new Uri("/reconcile", UriKind.Relative), new FormUrlEncodedContent([new("queries", JsonSerializer.Serialize(many))]));
        using var extension = await client.PostAsync(new Uri("/reconcile", UriKind.Relative), new FormUrlEncodedContent([new("extend", ids)]));
        using var json = await client.PostAsync(new Uri("/reconcile", UriKind.Relative), new StringContent("{}", Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, queries.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, extension.StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, json.StatusCode);
    }

    [Theory]
    [InlineData("kk", "Бизнес субъектісі")]
    [InlineData("ru", "Субъект бизнеса")]
    [InlineData("en", "Business entity")]
    public async Task Manifest_speaks_the_language_of_the_request(string language, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/reconcile");
        request.Headers.Add("Accept-Language", language);
        using var answer = await client.SendAsync(request);

        Assert.Equal(type, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("defaultTypes")[0].GetProperty("name").GetString());
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    private async Task<JsonElement> GetAsync(string address) => await client.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.RelativeOrAbsolute));

    private Task<JsonElement> AskAsync(object queries) => AskJsonAsync(JsonSerializer.Serialize(queries));

    private Task<JsonElement> AskJsonAsync(string queries) => PostAsync("queries", queries);

    private async Task<JsonElement> PostAsync(string field, string value)
    {
        using var answer = await client.PostAsync(new Uri("/reconcile", UriKind.Relative), new FormUrlEncodedContent([new(field, value)]));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
