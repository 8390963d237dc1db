using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access;
using Registry.Tests.Web.Api;
using Xunit;

namespace Registry.Tests.Web.Access;

/// <summary>Somebody with a browser without JavaScript: keeps cookies, fills forms in, follows nothing by itself.</summary>
internal sealed partial class Visitor(HttpClient client)
{
    public HttpClient Client => client;

    public static Visitor Of(RegisterHost host) =>
        new(host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true }));

    /// <summary>A new account of these roles with a password of its own, and its password.</summary>
    public static async Task<(string Email, string Password, Actor Actor)> AccountAsync(RegisterHost host, params Role[] roles)
    {
        const string Password = "seven-green-kettles";
        var email = $"v{Guid.NewGuid():N}@example.kz";
        var added = Assert.IsType<AccountChange.Done>(await host.Services.GetRequiredService<Accounts>()
            .AddAsync(Actor.System, new NewAccount(email, "Асель Тестова", roles), CancellationToken.None));
        var actor = new Actor(Actor.UserId(added.Id), "Асель Тестова", roles, SignInKind.Password);
        Assert.IsType<AccountChange.Done>(await host.Services.GetRequiredService<OwnAccount>()
            .ChangePasswordAsync(actor, added.Secret ?? "", Password, CancellationToken.None));
        return (email, Password, actor);
    }

    /// <summary>Somebody signed in with these roles; with none a guest.</summary>
    public static async Task<Visitor> SignedInAsync(RegisterHost host, params Role[] roles)
    {
        var visitor = Of(host);
        if (roles.Length > 0)
        {
            var (email, password, _) = await AccountAsync(host, roles);
            using var answer = await visitor.SignInAsync(email, password);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
        return visitor;
    }

    /// <summary>Path and query on this host to which an answer leads; the whole address where it leads elsewhere; null where it does not lead.</summary>
    public static string? Led(HttpResponseMessage answer) =>
        answer.Headers.Location is not { IsAbsoluteUri: true } location ? answer.Headers.Location?.OriginalString
        : location.Host == "localhost" ? location.PathAndQuery : location.OriginalString;

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));

    public Task<HttpResponseMessage> SignInAsync(string email, string password, string page = "/login") =>
        SubmitAsync(page, "login", ("Email", email), ("Password", password));

    /// <summary>Opens a page, fills the form with this name in and sends it.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string form, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        var found = Forms().Matches(html).Select(m => m.Value).Single(f => f.Contains($"value=\"{form}\"", StringComparison.Ordinal));
        var values = Hidden().Matches(found)
            .Select(m => KeyValuePair.Create(Attribute(m.Value, "name"), Attribute(m.Value, "value")))
            .Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var content = new FormUrlEncodedContent(values);
        return await client.PostAsync(new Uri(page, UriKind.Relative), content);
    }

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $"{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();
}
