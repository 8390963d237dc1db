using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Registry.Tests.Web.Api;

/// <summary>Companies over HTTP.</summary>
public sealed class CompanyApiTests(RegisterHost host) : IClassFixture<RegisterHost>
{
    private readonly HttpClient client = host.CreateClient();

    [Theory]
    [InlineData("label=Valid,Nonsense", "label")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("sort=best", "sort")]
    [InlineData("sort=1", "sort")]
    [InlineData("tax=Z", "tax")]
    [InlineData("financial=A,F", "financial")]
    [InlineData("payment=,", "payment")]
    [InlineData("region=Almaty", "region")]
    [InlineData("status=Fine", "status")]
    [InlineData("cursor=%25%25", "cursor")]
    public async Task A_wrong_parameter_is_named(string query, string field)
    {
        using var answer = await client.GetAsync(Api($"companies?{query}"));

        await ShouldNameAsync(answer, field);
    }

    [Fact]
    public async Task A_search_answers_hits_with_total_facets_and_the_three_indices()
    {
        var page = await JsonAsync("companies?q=%D0%90%D0%BB%D0%B0%D1%82%D0%B0%D1%83&tax=A,none&limit=5");

        Assert.Equal(1, page.GetProperty("total").GetInt64());
        var hit = page.GetProperty("items")[0];
        Assert.Equal(RegisterHost.Known, hit.GetProperty("bin").GetString());
        Assert.Equal("Active", hit.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, hit.GetProperty("label").ValueKind);
        Assert.Equal(
            ["taxpayerIntegrity", "financialStability", "paymentDiscipline"],
            hit.GetProperty("indices").EnumerateObject().Select(p => p.Name));
        Assert.Equal(JsonValueKind.Null, page.GetProperty("next").ValueKind);
        Assert.Equal(JsonValueKind.Object, page.GetProperty("facets").ValueKind);
    }

    [Fact]
    public async Task Suggestions_come_while_typing()
    {
        var hits = (await JsonAsync("companies/suggest?q=Alatau")).GetProperty("items");

        Assert.Contains(hits.EnumerateArray(), hit => hit.GetProperty("bin").GetString() == RegisterHost.Known);
    }

    [Fact]
    public async Task A_card_shows_the_entity_with_its_three_panels()
    {
        var card = await JsonAsync($"companies/{RegisterHost.Known}");

        Assert.Equal("ТОО \"Алатау Сервис\"", card.GetProperty("nameRu").GetString());
        Assert.Equal("1999-01-01", card.GetProperty("registeredOn").GetString());
        Assert.Equal(3, card.GetProperty("panels").GetArrayLength());
        Assert.Equal("taxpayerIntegrity", card.GetProperty("panels")[0].GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("99014000038X")]
    [InlineData("P00000000011")]
    public async Task What_cannot_be_a_number_is_wrong(string bin)
    {
        using var answer = await client.GetAsync(Api($"companies/{bin}"));

        await ShouldNameAsync(answer, "bin");
    }

    [Fact]
    public async Task An_unknown_number_is_not_found()
    {
        using var answer = await client.GetAsync(Api($"companies/{RegisterHost.Absent}"));

        var problem = await ProblemAsync(answer, HttpStatusCode.NotFound);
        Assert.False(problem.TryGetProperty("near", out _));
    }

    [Fact]
    public async Task A_mistyped_number_is_answered_with_the_near_ones()
    {
        using var answer = await client.GetAsync(Api("companies/990140000385"));

        var problem = await ProblemAsync(answer, HttpStatusCode.NotFound);
        Assert.Equal([RegisterHost.Known], problem.GetProperty("near").EnumerateArray().Select(n => n.GetString()));
    }

    [Fact]
    public async Task The_indices_are_always_three_and_carry_their_day()
    {
        var indices = await JsonAsync($"companies/{RegisterHost.Known}/indices?asOf=2024-06-30");

        Assert.Equal("2024-06-30", indices.GetProperty("asOf").GetString());
        Assert.Equal(3, indices.GetProperty("indices").GetArrayLength());
    }

    [Theory]
    [InlineData("30.06.2024")]
    [InlineData("2999-01-01")]
    [InlineData("2024-02-30")]
    public async Task A_day_that_is_none_or_lies_ahead_is_wrong(string asOf)
    {
        using var answer = await client.GetAsync(Api($"companies/{RegisterHost.Known}/indices?asOf={asOf}"));

        await ShouldNameAsync(answer, "asOf");
    }

    [Theory]
    [InlineData("history")]
    [InlineData("owners")]
    [InlineData("certificates")]
    [InlineData("facts")]
    public async Task Parts_of_the_card_can_be_asked_for_alone(string part)
    {
        var answer = await JsonAsync($"companies/{RegisterHost.Known}/{part}");

        Assert.Equal(RegisterHost.Known, answer.GetProperty("bin").GetString());
    }

    [Theory]
    [InlineData("kind=gossip", "kind")]
    [InlineData("source=rumour", "source")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=0", "limit")]
    [InlineData("cursor=%25%25", "cursor")]
    public async Task A_wrong_question_for_facts_is_named(string query, string field)
    {
        using var answer = await client.GetAsync(Api($"companies/{RegisterHost.Known}/facts?{query}"));

        await ShouldNameAsync(answer, field);
    }

    [Fact]
    public async Task Facts_carry_both_times_and_never_the_id_of_a_person()
    {
        using var answer = await client.GetAsync(Api($"companies/{RegisterHost.Known}/facts?kind=owner"));
        var text = await answer.Content.ReadAsStringAsync();
        var page = JsonDocument.Parse(text).RootElement;

        Assert.NotNull(answer.Headers.ETag);
        Assert.Equal(1, page.GetProperty("total").GetInt32());
        var fact = page.GetProperty("items")[0];
        Assert.Equal("2020-01-01", fact.GetProperty("validFrom").GetString());
        Assert.Equal("2020-01-02", fact.GetProperty("knownFrom").GetString());
        Assert.Equal("Ахметов Ерлан", fact.GetProperty("values").GetProperty("personName").GetString());
        Assert.DoesNotContain("person:", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_held_already_are_not_sent_again()
    {
        using var first = await client.GetAsync(Api($"companies/{RegisterHost.Known}/facts"));
        using var again = new HttpRequestMessage(HttpMethod.Get, Api($"companies/{RegisterHost.Known}/facts"));
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await client.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Owners_are_named_without_any_id_of_the_person()
    {
        var text = await client.GetStringAsync(Api($"companies/{RegisterHost.Known}/owners"));

        Assert.Contains("Ахметов Ерлан", text, StringComparison.Ordinal);
        Assert.DoesNotContain("person:", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lookup_keeps_the_order_asked_and_says_what_it_does_not_know()
    {
        var items = await LookUpAsync([RegisterHost.Hostile, RegisterHost.Absent, "nonsense", RegisterHost.Known, RegisterHost.Hostile]);

        Assert.Equal(
            [RegisterHost.Hostile, RegisterHost.Absent, "nonsense", RegisterHost.Known, RegisterHost.Hostile],
            items.Select(i => i.GetProperty("bin").GetString()));
        Assert.Equal(
            [null, "unknown", "malformed", null, null],
            items.Select(i => i.TryGetProperty("error", out var error) ? error.GetString() : null));
        Assert.Equal(3, items[0].GetProperty("panels").GetArrayLength());
    }

    [Fact]
    public async Task A_lookup_of_more_than_a_thousand_is_refused()
    {
        using var answer = await client.PostAsJsonAsync(Api("companies/lookup"), new { bins = Enumerable.Repeat(RegisterHost.Known, 1001) });

        await ShouldNameAsync(answer, "bins");
    }

    [Theory]
    [InlineData("""{"bins":5}""", "bins")]
    [InlineData("""{"bins":null}""", "bins")]
    [InlineData("{}", "bins")]
    [InlineData("{", "body")]
    public async Task A_lookup_that_is_no_lookup_is_wrong(string body, string field)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(Api("companies/lookup"), content);

        await ShouldNameAsync(answer, field);
    }

    [Theory]
    [InlineData("companies?q=Alatau")]
    [InlineData("companies/" + RegisterHost.Known)]
    [InlineData("companies/" + RegisterHost.Known + "/indices")]
    [InlineData("methodology/2026.1")]
    public async Task What_is_held_already_is_not_sent_again(string path)
    {
        using var first = await client.GetAsync(Api(path));
        using var request = new HttpRequestMessage(HttpMethod.Get, Api(path));
        request.Headers.IfNoneMatch.Add(Assert.IsType<System.Net.Http.Headers.EntityTagHeaderValue>(first.Headers.ETag));
        using var second = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task A_sole_proprietor_is_found_by_the_exact_iin_and_shown_by_the_register_number_only()
    {
        var text = await client.GetStringAsync(Api($"companies?q={RegisterHost.ProprietorIin}"));

        Assert.Contains(RegisterHost.ProprietorNumber, text, StringComparison.Ordinal);
        Assert.DoesNotContain(RegisterHost.ProprietorIin, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_but_the_search_knows_an_iin()
    {
        using var card = await client.GetAsync(Api($"companies/{RegisterHost.ProprietorIin}"));
        var suggested = await JsonAsync($"companies/suggest?q={RegisterHost.ProprietorIin}");
        var looked = await LookUpAsync([RegisterHost.ProprietorIin]);

        Assert.Equal(HttpStatusCode.NotFound, card.StatusCode);
        Assert.DoesNotContain(RegisterHost.ProprietorIin, await card.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, suggested.GetProperty("items").GetArrayLength());
        Assert.Equal("unknown", looked[0].GetProperty("error").GetString());
    }

    [Fact]
    public async Task Markup_in_a_name_stays_encoded()
    {
        var text = await client.GetStringAsync(Api($"companies/{RegisterHost.Hostile}"));

        Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
        using var card = JsonDocument.Parse(text);
        Assert.Equal(RegisterHost.HostileName, card.RootElement.GetProperty("nameRu").GetString());
    }

    private static Uri Api(string path) => new($"/api/v1/{path}", UriKind.Relative);

    private async Task<JsonElement> JsonAsync(string path) => await client.GetFromJsonAsync<JsonElement>(Api(path));

    private async Task<IReadOnlyList<JsonElement>> LookUpAsync(IReadOnlyList<string> bins)
    {
        using var answer = await client.PostAsJsonAsync(Api("companies/lookup"), new { bins });
        var found = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return [.. found.GetProperty("items").EnumerateArray()];
    }

    private static async Task ShouldNameAsync(HttpResponseMessage answer, string field)
    {
        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest);
        Assert.Equal([field], problem.GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString() ?? "");
        return problem;
    }
}
