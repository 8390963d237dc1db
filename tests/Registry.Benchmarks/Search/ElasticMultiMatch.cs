using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Registry.Search;

namespace Registry.Benchmarks.Search;

/// <summary>What most would do with Elasticsearch: names under the standard analyser, multi_match with fuzziness, and the exact number.</summary>
internal sealed class ElasticMultiMatch(string address) : IAsyncDisposable
{
    private const string Index = "registry-benchmark-names";
    private const int BatchSize = 5000;
    private readonly HttpClient client = Client(address);

    public async Task FillAsync(IEnumerable<CompanyDocument> companies)
    {
        await client.DeleteAsync(Index);
        var mapping = """{"settings":{"number_of_shards":1,"number_of_replicas":0,"refresh_interval":"-1"},"mappings":{"properties":{"bin":{"type":"keyword"},"ru":{"type":"text"},"kk":{"type":"text"},"en":{"type":"text"}}}}""";
        using var created = await client.PutAsync(Index, new StringContent(mapping, Encoding.UTF8, "application/json"));
        created.EnsureSuccessStatusCode();
        foreach (var batch in companies.Chunk(BatchSize))
        {
            var body = new StringBuilder();
            foreach (var company in batch)
            {
                body.Append("{\"index\":{}}\n");
                body.Append(JsonSerializer.Serialize(new { bin = company.Hit.Bin, ru = company.Hit.NameRu, kk = company.Hit.NameKk, en = company.Hit.NameEn })).Append('\n');
            }
            using var sent = await client.PostAsync($"{Index}/_bulk", new StringContent(body.ToString(), Encoding.UTF8, "application/x-ndjson"));
            sent.EnsureSuccessStatusCode();
        }
        using var refreshed = await client.PostAsync($"{Index}/_refresh", null);
        refreshed.EnsureSuccessStatusCode();
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text)
    {
        var question = new
        {
            size = 10,
            _source = new[] { "bin" },
            query = new
            {
                @bool = new
                {
                    should = new object[]
                    {
                        new { term = new { bin = text } },
                        new { multi_match = new { query = text, fields = new[] { "ru", "kk", "en" }, fuzziness = "AUTO" } },
                    },
                },
            },
        };
        using var answer = await client.PostAsync($"{Index}/_search", new StringContent(JsonSerializer.Serialize(question), Encoding.UTF8, "application/json"));
        answer.EnsureSuccessStatusCode();
        var hits = JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["hits"]?["hits"]?.AsArray() ?? [];
        return [.. hits.Select(h => h?["_source"]?["bin"]?.GetValue<string>()).OfType<string>()];
    }

    public async ValueTask DisposeAsync()
    {
        await client.DeleteAsync(Index);
        client.Dispose();
    }

    /// <summary>User and password may stand in the address.</summary>
    private static HttpClient Client(string address)
    {
        var uri = new Uri(address.TrimEnd('/') + "/");
        var made = new HttpClient { BaseAddress = new Uri(uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)) };
        if (uri.UserInfo.Length > 0)
            made.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(uri.UserInfo))));
        return made;
    }
}
