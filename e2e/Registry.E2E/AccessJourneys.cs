using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Registry.E2E.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Registry.E2E;

/// <summary>Signing in, the accounts' administration and the trace, in a real browser.</summary>
public sealed class AccessJourneys(RunningRegister register)
{
    private const int Telephone = 390;

    [Theory]
    [InlineData("ru", true)]
    [InlineData("kk", false)]
    [InlineData("en", true)]
    public async Task Somebody_signs_in_and_out(string language, bool javaScript) =>
        await register.VisitAsync(new VisitorKind { Language = language, JavaScript = javaScript }, async page =>
        {
            await SignInAsync(page, "moderator@demo.kz", "/");
            await page.Locator(".account-link").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Марат Модератор");

            await page.Locator("main form button").ClickAsync();

            await Expect(page.Locator(".account-link")).ToHaveAttributeAsync("href", "/login");
        });

    [Fact]
    public async Task A_wrong_password_is_refused_in_words() =>
        await register.VisitAsync(new VisitorKind { Language = "en" }, async page =>
        {
            await page.GotoAsync("/login");
            await page.Locator("input[name=Email]").FillAsync("nobody@demo.kz");
            await page.Locator("input[name=Password]").FillAsync("not-the-password");
            await page.Locator("main form button").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("wrong");
        }, expectedStatus: 401);

    [Fact]
    public async Task An_administrator_makes_an_account_whose_holder_changes_its_password_first()
    {
        var email = $"new-{Guid.NewGuid():N}@example.kz";
        var password = "";
        await register.VisitAsync(new VisitorKind { Language = "en" }, async page =>
        {
            await SignInAsync(page, "admin@demo.kz", "/staff/users");
            await page.GetByLabel("E-mail").FillAsync(email);
            await page.GetByLabel("Name").FillAsync("Асель Новая");
            await page.GetByRole(AriaRole.Checkbox, new() { Name = "Auditor" }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();

            var said = await page.GetByRole(AriaRole.Status).TextContentAsync();
            password = Regex.Match(said ?? "", "[a-z0-9]{5}(-[a-z0-9]{5}){3}").Value;
            await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = email })).ToContainTextAsync("Awaits a new password");
            await ShouldBeCleanAsync(page);
        });
        await register.VisitAsync(new VisitorKind { Language = "en" }, async page =>
        {
            await SignInAsync(page, email, "/account/password", password, "/staff/audit");
            await page.Locator("input[name=Current]").FillAsync(password);
            await page.Locator("input[name=Next]").FillAsync("seven-green-kettles");
            await page.Locator("input[name=Repeated]").FillAsync("seven-green-kettles");
            await page.Locator("main form button").ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Audit trail" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Audit trail");
        });
    }

    [Fact]
    public async Task An_account_is_closed_and_opened_again()
    {
        await register.VisitAsync(new VisitorKind { Language = "en" }, async page =>
        {
            await SignInAsync(page, "admin@demo.kz", "/staff/users");
            var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "entrepreneur@demo.kz" });
            await row.GetByRole(AriaRole.Button, new() { Name = "Actions" }).ClickAsync();
            await page.GetByText("Close", new() { Exact = true }).ClickAsync();
            await Expect(row).ToContainTextAsync("Closed");
            await row.GetByRole(AriaRole.Button, new() { Name = "Actions" }).ClickAsync();
            await page.GetByText("Open again").ClickAsync();
            await Expect(row).Not.ToContainTextAsync("Closed");
        });
    }

    [Theory]
    [InlineData("/login", false)]
    [InlineData("/login", true)]
    [InlineData("/account", false)]
    [InlineData("/account/second-factor", true)]
    [InlineData("/staff/audit", false)]
    [InlineData("/staff/audit", true)]
    [InlineData("/staff/iin", false)]
    [InlineData("/staff/users", true)]
    [InlineData("/staff/certificates", false)]
    [InlineData("/staff/certificates", true)]
    [InlineData("/staff/labels", false)]
    [InlineData("/staff/decisions", true)]
    public async Task Axe_finds_nothing(string path, bool dark) => await register.VisitAsync(new VisitorKind { Dark = dark }, async page =>
    {
        await OpenAsync(page, path);
        await ShouldBeCleanAsync(page);
    });

    [Theory]
    [InlineData("/login")]
    [InlineData("/account")]
    [InlineData("/staff/audit")]
    [InlineData("/staff/users")]
    [InlineData("/staff/certificates")]
    [InlineData("/staff/labels")]
    [InlineData("/staff/decisions")]
    public async Task A_telephone_never_scrolls_sideways(string path) =>
        await register.VisitAsync(new VisitorKind { Width = Telephone, Language = "kk" }, async page =>
        {
            await OpenAsync(page, path);
            var wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(wider <= 0, $"The page is {wider} px wider than the screen.");
        });

    private async Task OpenAsync(IPage page, string path)
    {
        if (path == "/login")
            await page.GotoAsync(path);
        else
            await SignInAsync(page, "auditor@demo.kz", path);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
    }

    private async Task SignInAsync(IPage page, string email, string end, string? password = null, string? asked = null)
    {
        await page.GotoAsync($"/login?returnUrl={Uri.EscapeDataString(asked ?? end)}");
        await page.Locator("input[name=Email]").FillAsync(email);
        await page.Locator("input[name=Password]").FillAsync(password ?? register.DemoPassword);
        await page.Locator("main form button").ClickAsync();
        await page.WaitForURLAsync(new Regex(Regex.Escape(end) + "$"));
    }

    private static async Task ShouldBeCleanAsync(IPage page)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help}: {n.Html}"))));
    }
}
