using System.Net;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Registry.Tests.Web.Certification;

/// <summary>What strangers can prove about a label, over HTTP.</summary>
public sealed class LabelProofTests(LabelHost host) : IClassFixture<LabelHost>
{
    private static readonly string[] ValidWords = ["Действует", "Жарамды", "Valid"];

    [Theory]
    [InlineData(LabelHost.Valid, "Valid")]
    [InlineData(LabelHost.Overdue, "Suspended")]
    [InlineData(LabelHost.Reviewed, "UnderReview")]
    [InlineData(LabelHost.Revoked, "Revoked")]
    [InlineData(LabelHost.Expired, "Expired")]
    public async Task Label_answers_its_state_with_its_reasons(string number, string state)
    {
        using var answer = await JsonAsync($"/api/v1/labels/{number.ToLowerInvariant()}");
        var label = answer.RootElement;

        Assert.Equal((number, state, "230140000017"), (Text(label, "number"), Text(label, "state"), Text(label, "bin")));
        Assert.Equal(state == "Valid", label.GetProperty("reasons").GetArrayLength() == 0);
        Assert.Equal(["Кабель <i>АЖК</i>", "Щиты"], label.GetProperty("products").EnumerateArray().Select(p => p.GetString()));
    }

    [Theory]
    [InlineData("KZ-CW-00147-L")]
    [InlineData("KZ-CW-00417-M")]
    [InlineData("KZ-CW-00418-L")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("KZ-CW-99999-Z")]
    public async Task Unknown_forged_and_mistyped_numbers_never_look_valid(string number)
    {
        var asked = Uri.EscapeDataString(number);

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/api/v1/labels/{asked}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/api/v1/labels/{asked}/statement")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/qr/{asked}.svg")).Status);
        var page = await GetAsync($"/verify/{asked}");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("Такого знака нет", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Body, StringComparison.Ordinal);
        NeverValid((await GetAsync($"/badge/{asked}.svg?lang=ru")).Body);
    }

    [Theory]
    [InlineData("ru", "Действует", "Приостановлен")]
    [InlineData("kk", "Жарамды", "Тоқтатыла тұрған")]
    [InlineData("en", "Valid", "Suspended")]
    public async Task Word_for_valid_stands_only_on_a_valid_badge(string language, string valid, string suspended)
    {
        foreach (var size in new[] { "small", "large" })
        {
            Assert.Contains(valid, (await GetAsync($"/badge/{LabelHost.Valid}.svg?lang={language}&size={size}")).Body, StringComparison.Ordinal);
            Assert.Contains(suspended, (await GetAsync($"/badge/{LabelHost.Overdue}.svg?lang={language}&size={size}")).Body, StringComparison.Ordinal);
            foreach (var number in new[] { LabelHost.Overdue, LabelHost.Reviewed, LabelHost.Revoked, LabelHost.Expired, "NOPE" })
                NeverValid((await GetAsync($"/badge/{number}.svg?lang={language}&size={size}")).Body);
        }
    }

    [Fact]
    public async Task Badge_is_kept_for_five_minutes_at_most()
    {
        using var answer = await host.CreateClient().GetAsync(new Uri($"/badge/{LabelHost.Valid}.svg", UriKind.Relative));

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.InRange(answer.Headers.CacheControl?.MaxAge ?? TimeSpan.MaxValue, TimeSpan.Zero, TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Qr_code_comes_as_drawing_and_as_picture()
    {
        Assert.StartsWith("<svg", (await GetAsync($"/qr/{LabelHost.Valid}.svg")).Body, StringComparison.Ordinal);
        var picture = await host.CreateClient().GetByteArrayAsync(new Uri($"/qr/{LabelHost.Valid}.png", UriKind.Relative));
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], picture[..4]);
    }

    [Fact]
    public async Task Statement_verifies_with_a_standard_library_and_the_published_keys()
    {
        var statement = (await GetAsync($"/api/v1/labels/{LabelHost.Overdue}/statement")).Body;
        var keys = new Microsoft.IdentityModel.Tokens.JsonWebKeySet((await GetAsync("/.well-known/jwks.json")).Body);

        var result = await new JsonWebTokenHandler().ValidateTokenAsync(statement, Rules(keys));

        Assert.True(result.IsValid, result.Exception?.Message);
        var token = Assert.IsType<JsonWebToken>(result.SecurityToken);
        Assert.Equal(("ES256", LabelHost.Overdue), (token.Alg, token.Subject));
        Assert.Contains(keys.Keys, k => k.Kid == token.Kid && k.D is null);
        Assert.Equal("Suspended", token.GetPayloadValue<string>("state"));
        Assert.InRange(token.ValidTo - token.ValidFrom, TimeSpan.FromMinutes(1), TimeSpan.FromHours(24));
    }

    [Fact]
    public async Task Statement_with_one_character_changed_does_not_verify()
    {
        var statement = (await GetAsync($"/api/v1/labels/{LabelHost.Overdue}/statement")).Body;
        var keys = new Microsoft.IdentityModel.Tokens.JsonWebKeySet((await GetAsync("/.well-known/jwks.json")).Body);
        var parts = statement.Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]).Replace("Suspended", "Valid", StringComparison.Ordinal);

        var forged = $"{parts[0]}.{Base64UrlEncoder.Encode(payload)}.{parts[2]}";

        Assert.False((await new JsonWebTokenHandler().ValidateTokenAsync(forged, Rules(keys))).IsValid);
    }

    [Fact]
    public async Task Page_says_in_one_sentence_what_holds_and_escapes_what_others_wrote()
    {
        var valid = await GetAsync($"/verify/{LabelHost.Valid}");
        Assert.Equal(HttpStatusCode.OK, valid.Status);
        Assert.Contains("Знак действует", valid.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>АЖК", valid.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Кокжиек", valid.Body, StringComparison.Ordinal);
        var suspended = await GetAsync($"/verify/{LabelHost.Overdue}");
        Assert.Contains("Знак приостановлен", suspended.Words, StringComparison.Ordinal);
        Assert.Contains("надзорный аудит просрочен", suspended.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Знак действует", suspended.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_are_whole_page_by_page()
    {
        var numbers = new List<string?>();
        string? next = null;
        do
        {
            using var page = await JsonAsync($"/api/v1/labels?limit=2&cursor={next}");
            Assert.Equal(5, page.RootElement.GetProperty("total").GetInt32());
            numbers.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(i => Text(i, "number")));
            next = Text(page.RootElement, "next");
        }
        while (next is not null);
        Assert.Equal([LabelHost.Valid, LabelHost.Overdue, LabelHost.Reviewed, LabelHost.Revoked, LabelHost.Expired], numbers);
        using var decisions = await JsonAsync("/api/v1/decisions");
        Assert.Equal(["RevokeLabel", "FreezeLabel"], decisions.RootElement.GetProperty("items").EnumerateArray().Take(2).Select(d => Text(d, "kind")));
        using var certificates = await JsonAsync("/api/v1/certificates?overdue=true");
        Assert.Equal("C2", Text(Assert.Single(certificates.RootElement.GetProperty("items").EnumerateArray()), "number"));
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync("/api/v1/labels?state=Splendid")).Status);
    }

    [Fact]
    public async Task Search_and_card_carry_the_label()
    {
        using var found = await JsonAsync("/api/v1/companies?label=Valid");
        var hit = Assert.Single(found.RootElement.GetProperty("items").EnumerateArray());
        Assert.Equal((LabelHost.Valid, "Valid"), (Text(hit.GetProperty("label"), "number"), Text(hit.GetProperty("label"), "state")));
        using var card = await JsonAsync("/api/v1/companies/230140000017");
        Assert.Equal(5, card.RootElement.GetProperty("labels").GetArrayLength());
        Assert.Contains(LabelHost.Valid, (await GetAsync("/companies/230140000017")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desk_is_closed_to_strangers()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.ClientOptions.BaseAddress };
        foreach (var page in new[] { "/staff/certificates", "/staff/labels", "/staff/decisions", $"/staff/attachments/{Guid.NewGuid()}" })
        {
            using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Contains("/login", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        }
    }

    private TokenValidationParameters Rules(Microsoft.IdentityModel.Tokens.JsonWebKeySet keys) => new()
    {
        IssuerSigningKeys = keys.GetSigningKeys(), ValidateAudience = false, ValidIssuer = host.ClientOptions.BaseAddress.ToString().TrimEnd('/'), ValidAlgorithms = ["ES256"],
    };

    private static void NeverValid(string body) => Assert.DoesNotContain(ValidWords, word => body.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private async Task<JsonDocument> JsonAsync(string path) => JsonDocument.Parse((await GetAsync(path)).Body);

    private async Task<(HttpStatusCode Status, string Body, string Words)> GetAsync(string path)
    {
        using var client = host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd("ru");
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, body, WebUtility.HtmlDecode(body));
    }
}
