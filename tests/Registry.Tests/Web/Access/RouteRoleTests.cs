using System.Net;
using System.Text;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access;
using Registry.Tests.Web.Api;
using Xunit;

namespace Registry.Tests.Web.Access;

/// <summary>Every route is tried with every role. A route without a rule, or a rule without a route, fails.</summary>
public sealed class RouteRoleTests(RegisterHost host) : IClassFixture<RegisterHost>
{
    /// <summary>Files and the circuit's transport: who may see a page is decided before.</summary>
    private static readonly string[] Framework = ["/_blazor", "/_framework", "/_content", "/{**path"];

    [Fact]
    public void Every_route_has_a_rule_and_every_rule_a_route()
    {
        var routes = Routes().Select(r => r.Key).Distinct().ToList();

        var differences = routes.Except(RouteRules.All.Keys).Select(route => $"{route} has no rule")
            .Concat(RouteRules.All.Keys.Except(routes).Select(rule => $"{rule} is no route")).ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public async Task Every_role_gets_exactly_the_routes_of_its_rules()
    {
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var visitor = await Visitor.SignedInAsync(host, role == Role.Guest ? [] : [role]);
            foreach (var (key, rule) in RouteRules.All)
            {
                using var request = Request(key, rule);
                using var answer = await visitor.Client.SendAsync(request);
                var isIn = IsLetIn(key, answer);
                if (isIn != rule.Lets(role))
                    wrong.Add($"{role} {key}: {(int)answer.StatusCode} {answer.Headers.Location}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_key_gets_exactly_the_calls_of_its_role()
    {
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Guest))
        {
            var added = (AccountChange.Done)await host.Services.GetRequiredService<ApiKeys>().AddAsync(Actor.System, "test", role, CancellationToken.None);
            foreach (var (key, rule) in RouteRules.All.Where(r => r.Key.Contains(" /api/v1/", StringComparison.Ordinal)))
            {
                using var request = Request(key, rule);
                request.Headers.Add("X-Api-Key", added.Secret);
                using var answer = await Visitor.Of(host).Client.SendAsync(request);
                if (IsLetIn(key, answer) != rule.Lets(role))
                    wrong.Add($"{role} {key}: {(int)answer.StatusCode}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_key_opens_no_page()
    {
        var added = (AccountChange.Done)await host.Services.GetRequiredService<ApiKeys>()
            .AddAsync(Actor.System, "test", Role.Administrator, CancellationToken.None);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/staff/audit", UriKind.Relative));
        request.Headers.Add("X-Api-Key", added.Secret);

        using var answer = await Visitor.Of(host).Client.SendAsync(request);

        Assert.Equal("/login", answer.Headers.Location?.AbsolutePath);
    }

    private static bool IsLetIn(string key, HttpResponseMessage answer) =>
        // The page that says no answers 403 to everybody.
        key == "PAGE /denied"
        || (answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            && !(answer.Headers.Location is { } location && location.OriginalString.Contains("returnUrl=", StringComparison.OrdinalIgnoreCase)));

    private static HttpRequestMessage Request(string key, RouteRule rule)
    {
        var (method, pattern) = (key.Split(' ')[0], key.Split(' ')[1]);
        var request = new HttpRequestMessage(method == "PAGE" ? HttpMethod.Get : new HttpMethod(method), new Uri(rule.Sample ?? pattern, UriKind.Relative));
        if (method == "POST")
            request.Content = pattern.StartsWith("/api/", StringComparison.Ordinal)
                ? new StringContent("{}", Encoding.UTF8, "application/json")
                : new FormUrlEncodedContent([]);
        return request;
    }

    private IEnumerable<(string Key, RouteEndpoint Endpoint)> Routes() => host.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
        .Select(e => (Endpoint: e, Pattern: "/" + e.RoutePattern.RawText!.Trim('/')))
        .Where(e => !Framework.Any(f => e.Pattern.StartsWith(f, StringComparison.Ordinal)))
        .SelectMany(e => e.Endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
            ? [($"PAGE {e.Pattern}", e.Endpoint)]
            : (e.Endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => ($"{m} {e.Pattern}", e.Endpoint)));
}
