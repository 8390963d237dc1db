using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access;
using Registry.Data;
using Registry.Tests.Support;
using Registry.Tests.Web.Api;
using Registry.Web.Access;
using Xunit;

namespace Registry.Tests.Web.Access;

/// <summary>Signing in and out over the real host, as a browser without JavaScript does it.</summary>
public sealed class SignInTests(RegisterHost host) : IClassFixture<RegisterHost>
{
    private const string Wrong = "not-the-password";

    [Fact]
    public async Task A_password_signs_in_to_the_page_that_was_asked_for()
    {
        var (email, password, actor) = await Visitor.AccountAsync(host, Role.Auditor);
        var visitor = Visitor.Of(host);
        using var asked = await visitor.GetAsync("/staff/audit?what=login");
        Assert.Equal("/login", asked.Headers.Location?.AbsolutePath);

        using var answer = await visitor.SignInAsync(email, password, asked.Headers.Location!.PathAndQuery);

        Assert.Equal("/staff/audit?what=login", Visitor.Led(answer));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(actor.Id, await visitor.Client.GetStringAsync(new Uri("/staff/audit?what=login", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains(("login.done", actor.Id), await TraceAsync(actor));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task Nobody_is_led_to_another_host(string returnUrl)
    {
        var (email, password, _) = await Visitor.AccountAsync(host, Role.Moderator);

        using var answer = await Visitor.Of(host).SignInAsync(email, password, "/login?returnUrl=" + Uri.EscapeDataString(returnUrl));

        Assert.Equal("/", Visitor.Led(answer));
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_get_the_same_answer()
    {
        var (email, _, actor) = await Visitor.AccountAsync(host, Role.Moderator);
        using var wrong = await Visitor.Of(host).SignInAsync(email, Wrong);
        using var unknown = await Visitor.Of(host).SignInAsync("nobody@example.kz", Wrong);

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
        Assert.Equal(await AlertAsync(wrong), await AlertAsync(unknown));
        Assert.Contains(("login.refused", actor.Id), await TraceAsync(actor));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_the_right_one_too()
    {
        var (email, password, _) = await Visitor.AccountAsync(host, Role.Moderator);
        for (var i = 0; i < 5; i++)
            using (await Visitor.Of(host).SignInAsync(email, Wrong)) { }

        using var answer = await Visitor.Of(host).SignInAsync(email, password);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task More_attempts_than_allowed_from_one_address_are_turned_away()
    {
        await using var own = new RegisterHost { RequestsPerMinute = 6000 };
        await own.InitializeAsync();
        var visitor = Visitor.Of(own);
        for (var i = 0; i < LoginLimit.PerMinute; i++)
            using (var refused = await visitor.SignInAsync($"nobody{i}@example.kz", Wrong))
                Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);

        using var answer = await visitor.SignInAsync("nobody@example.kz", Wrong);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var content = new FormUrlEncodedContent([new("_handler", "login"), new("Email", "a@example.kz"), new("Password", Wrong)]);
        using var answer = await Visitor.Of(host).Client.PostAsync(new Uri("/login", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var visitor = await Visitor.SignedInAsync(host, Role.Auditor);
        using (var before = await visitor.GetAsync("/staff/audit"))
            Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        using (var answer = await visitor.SubmitAsync("/account", "logout"))
            Assert.Equal("/", Visitor.Led(answer));

        using var after = await visitor.GetAsync("/staff/audit");
        Assert.Equal("/login", after.Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task A_given_password_opens_nothing_until_it_is_changed()
    {
        var email = $"v{Guid.NewGuid():N}@example.kz";
        var added = (AccountChange.Done)await host.Services.GetRequiredService<Accounts>()
            .AddAsync(Actor.System, new NewAccount(email, null, [Role.Auditor]), CancellationToken.None);
        var visitor = Visitor.Of(host);

        using (var answer = await visitor.SignInAsync(email, added.Secret!))
            Assert.Equal("/account/password", Visitor.Led(answer));
        using (var early = await visitor.GetAsync("/staff/audit"))
            Assert.Equal("/denied", early.Headers.Location?.AbsolutePath);
        using (var changed = await visitor.SubmitAsync(
            "/account/password", "password", ("Current", added.Secret!), ("Next", "seven-green-kettles"), ("Repeated", "seven-green-kettles")))
            Assert.Equal("/account", Visitor.Led(changed));
        using var now = await visitor.GetAsync("/staff/audit");
        Assert.Equal(HttpStatusCode.OK, now.StatusCode);
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_at_the_next_sign_in()
    {
        var (email, password, actor) = await Visitor.AccountAsync(host, Role.Auditor);
        var visitor = Visitor.Of(host);
        using (await visitor.SignInAsync(email, password)) { }
        var setup = await visitor.Client.GetStringAsync(new Uri("/account/second-factor", UriKind.Relative));
        Assert.Contains("data:image/png;base64,", setup, StringComparison.Ordinal);
        var key = Regex.Match(setup, "<code>([a-z2-7 ]+)</code>").Groups[1].Value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        string recovery;
        using (var on = await visitor.SubmitAsync("/account/second-factor", "on", ("Code", Totp.Now(key))))
            recovery = Regex.Match(await on.Content.ReadAsStringAsync(), "<code>([A-Z0-9-]{11})</code>").Groups[1].Value;

        using (var still = await visitor.GetAsync("/staff/audit"))
            Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        await SecondStepAsync(email, password, Totp.Now(key));
        await SecondStepAsync(email, password, recovery);
        Assert.Contains(("user.secondFactorOn", actor.Id), await TraceAsync(actor));
        var again = Visitor.Of(host);
        using (await again.SignInAsync(email, password)) { }
        using (var used = await again.SubmitAsync("/login/second-factor?returnUrl=%2Faccount", "code", ("Code", recovery)))
            Assert.Equal(HttpStatusCode.Unauthorized, used.StatusCode);
        using var half = await again.GetAsync("/staff/audit");
        Assert.Equal("/login", half.Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task Demo_accounts_cannot_sign_in_where_no_demonstration_runs()
    {
        var password = await host.Services.GetRequiredService<DemoAccounts>().ArrangeAsync(wanted: true, CancellationToken.None);

        using var answer = await Visitor.Of(host).SignInAsync("admin@demo.kz", password!);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private async Task SecondStepAsync(string email, string password, string code)
    {
        var visitor = Visitor.Of(host);
        using var first = await visitor.SignInAsync(email, password);
        Assert.StartsWith("/login/second-factor", Visitor.Led(first), StringComparison.Ordinal);
        using (var half = await visitor.GetAsync("/account"))
            Assert.Equal("/login", half.Headers.Location?.AbsolutePath);
        using var second = await visitor.SubmitAsync(Visitor.Led(first)!, "code", ("Code", code));
        Assert.Equal("/account", Visitor.Led(second));
    }

    private async Task<IEnumerable<(string What, string Subject)>> TraceAsync(Actor actor)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<RegistryDbContext>>().CreateDbContextAsync();
        return [.. (await db.AuditEntries.Where(e => e.Subject == actor.Id).ToListAsync()).Select(e => (e.What, e.Subject))];
    }

    private static async Task<string> AlertAsync(HttpResponseMessage answer) =>
        Regex.Match(await answer.Content.ReadAsStringAsync(), "role=\"alert\">([^<]+)<").Groups[1].Value;
}
