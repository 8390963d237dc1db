using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access;
using Xunit;

namespace Registry.Tests.Web.Api;

/// <summary>What the host does around every answer.</summary>
public sealed class HostTests(RegisterHost host) : IClassFixture<RegisterHost>
{
    private readonly HttpClient client = host.CreateClient();

    [Theory]
    [InlineData("/api/v1/companies")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/health/live")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Matches("^default-src 'self'; script-src 'self' 'nonce-[A-Za-z0-9+/]{22}=='; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'$", policy);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_nonce_is_never_used_twice()
    {
        using var first = await client.GetAsync(new Uri("/health/live", UriKind.Relative));
        using var second = await client.GetAsync(new Uri("/health/live", UriKind.Relative));

        Assert.NotEqual(first.Headers.GetValues("Content-Security-Policy"), second.Headers.GetValues("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("DELETE", "/api/v1/companies", 405)]
    [InlineData("POST", "/api/v1/checks", 401)]
    [InlineData("GET", "/api/v1/methodology/1999", 404)]
    public async Task Errors_of_the_api_are_problem_details(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        using var answer = await client.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Readiness_names_each_dependency_and_source()
    {
        var ready = await client.GetFromJsonAsync<JsonElement>(new Uri("/health/ready", UriKind.Relative));

        Assert.Equal("Ready", ready.GetProperty("status").GetString());
        Assert.Equal(["database", "search"], ready.GetProperty("dependencies").EnumerateArray().Select(d => d.GetProperty("name").GetString()));
        var source = ready.GetProperty("sources").EnumerateArray().First(s => s.GetProperty("source").GetString() == "kgd-pseudo");
        Assert.False(source.GetProperty("fresh").GetBoolean());
        Assert.Equal(JsonValueKind.Null, source.GetProperty("asOf").ValueKind);
    }

    [Fact]
    public async Task Metrics_are_there_for_prometheus()
    {
        var text = await client.GetStringAsync(new Uri("/metrics", UriKind.Relative));

        Assert.Contains("# TYPE", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_the_api_runs_under_the_policy()
    {
        using var answer = await client.GetAsync(new Uri("/api", UriKind.Relative));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        var nonce = policy.Split("'nonce-")[1].Split('\'')[0];
        Assert.Contains($"nonce=\"{nonce}\"", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.DoesNotContain("https://", html.Split("<script")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_is_described_as_committed()
    {
        var served = await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative));
        var committed = await File.ReadAllTextAsync(SourceFile("src/Registry.Web/Api/openapi.json"));

        Assert.True(
            string.Equals(served.ReplaceLineEndings("\n").Trim(), committed.ReplaceLineEndings("\n").Trim(), StringComparison.Ordinal),
            "src/Registry.Web/Api/openapi.json differs from /openapi/v1.json: review the change and save the served document there.");
    }

    private static string SourceFile(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Registry.sln")))
            folder = folder.Parent;
        return Path.Combine(Assert.IsType<DirectoryInfo>(folder).FullName, path);
    }
}

/// <summary>The rate limit, on a host of its own.</summary>
public sealed class RateLimitTests
{
    private const int Allowed = 3;

    [Fact]
    public async Task More_requests_than_allowed_are_turned_away_until_the_minute_ends()
    {
        await using var host = new RegisterHost { RequestsPerMinute = Allowed };
        var client = host.CreateClient();
        var answers = new List<HttpResponseMessage>();
        // A minute may end in between: twice the share and one more is too much for any two.
        for (var i = 0; i <= 2 * Allowed; i++)
            answers.Add(await client.GetAsync(new Uri("/api/v1/methodology/2026.1", UriKind.Relative)));

        Assert.All(answers, answer =>
        {
            Assert.Equal(["3"], answer.Headers.GetValues("RateLimit-Limit"));
            Assert.True(answer.Headers.Contains("RateLimit-Remaining"));
            Assert.True(answer.Headers.Contains("RateLimit-Reset"));
        });
        var refused = answers.Find(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.NotNull(refused);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.InRange(refused.Headers.RetryAfter?.Delta ?? TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Each_good_key_has_a_share_of_its_own_and_a_bad_one_counts_for_its_address()
    {
        await using var host = new RegisterHost { RequestsPerMinute = Allowed };
        await host.InitializeAsync();
        var client = host.CreateClient();
        async Task<HttpStatusCode> AskAsync(string? key)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/methodology/2026.1", UriKind.Relative));
            if (key is not null)
                request.Headers.Add("X-Api-Key", key);
            using var answer = await client.SendAsync(request);
            return answer.StatusCode;
        }
        async Task<bool> IsRefusedAsync(Func<int, string?> key)
        {
            var refused = false;
            for (var i = 0; i <= 2 * Allowed; i++)
                refused |= await AskAsync(key(i)) == HttpStatusCode.TooManyRequests;
            return refused;
        }
        var keys = host.Services.GetRequiredService<ApiKeys>();
        var first = ((AccountChange.Done)await keys.AddAsync(Actor.System, "one", Role.Auditor, CancellationToken.None)).Secret;
        var second = ((AccountChange.Done)await keys.AddAsync(Actor.System, "two", Role.Auditor, CancellationToken.None)).Secret;

        Assert.True(await IsRefusedAsync(i => $"rk_{i}.guessed"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(first));
        Assert.True(await IsRefusedAsync(_ => first));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(second));
    }
}
