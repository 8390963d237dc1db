using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access;
using Registry.Tests.Web.Api;
using Xunit;

namespace Registry.Tests.Web.Access;

public sealed class CheckAccessTests(RegisterHost host) : IClassFixture<RegisterHost>
{
    [Fact]
    public async Task A_key_makes_a_check_that_anybody_verifies_by_its_code()
    {
        var client = await KeyClientAsync(Role.ProcurementOfficer);

        using var made = await client.PostAsJsonAsync(
            "/api/v1/checks", new { bin = RegisterHost.Known, purpose = "Procurement", requestedBy = RegisterHost.Hostile });

        var report = await made.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        Assert.Equal((RegisterHost.Known, "Procurement"), (report.GetProperty("bin").GetString(), report.GetProperty("purpose").GetString()));
        var code = report.GetProperty("code").GetString();
        var proof = await host.CreateClient().GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/checks/verify/{code?.ToLowerInvariant()}", UriKind.Relative));
        Assert.True(proof.GetProperty("intact").GetBoolean());
        Assert.Equal(report.GetProperty("hash").GetString(), proof.GetProperty("hash").GetString());
        Assert.False(proof.TryGetProperty("id", out _));
    }

    [Theory]
    [InlineData("""{"bin":"12","purpose":"Contract"}""", "bin")]
    [InlineData("""{"purpose":"Contract"}""", "bin")]
    [InlineData("""{"bin":"990140000384","purpose":"Contract","requestedBy":"me"}""", "requestedBy")]
    [InlineData("""{"bin":"990140000384","purpose":"Marriage"}""", "purpose")]
    public async Task A_wrong_field_is_named(string json, string field)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await (await KeyClientAsync(Role.Entrepreneur)).PostAsync(new Uri("/api/v1/checks", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task A_revoked_key_makes_none()
    {
        var keys = host.Services.GetRequiredService<ApiKeys>();
        var added = (AccountChange.Done)await keys.AddAsync(Actor.System, "x", Role.Entrepreneur, CancellationToken.None);
        await keys.RevokeAsync(Actor.System, added.Id, CancellationToken.None);
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Add("X-Api-Key", added.Secret);

        using var answer = await client.PostAsJsonAsync("/api/v1/checks", new { bin = RegisterHost.Known });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private async Task<HttpClient> KeyClientAsync(Role role)
    {
        var added = (AccountChange.Done)await host.Services.GetRequiredService<ApiKeys>().AddAsync(Actor.System, "x", role, CancellationToken.None);
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Add("X-Api-Key", added.Secret);
        return client;
    }
}
