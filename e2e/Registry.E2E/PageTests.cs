using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Registry.E2E.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Registry.E2E;

/// <summary>What holds for every public page.</summary>
public sealed class PageTests(RunningRegister register)
{
    /// <summary>Narrow telephone, in CSS pixels.</summary>
    private const int Telephone = 390;

    private const string ValidLabel = "KZ-CW-00417-L";
    private const string SuspendedLabel = "KZ-CW-01001-7";

    /// <summary>Pages by name; the company and the check are those of a demo company, the labels stand in the demo set.</summary>
    public static readonly TheoryData<string> Pages = ["home", "results", "nothing", "card", "check", "methodology", "labels", "decisions", "proof", "suspended", "forged", "missing"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_in_light(string name) => await AxeAsync(name, dark: false);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_in_dark(string name) => await AxeAsync(name, dark: true);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_telephone_never_scrolls_sideways(string name) =>
        await register.VisitAsync(new VisitorKind { Width = Telephone, Language = "kk" }, async page =>
        {
            await OpenAsync(page, name);
            var wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(wider <= 0, $"The page is {wider} px wider than the screen.");
        }, ExpectedStatus(name));

    private async Task AxeAsync(string name, bool dark) =>
        await register.VisitAsync(new VisitorKind { Dark = dark }, async page =>
        {
            await OpenAsync(page, name);
            var found = await page.RunAxe();
            Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.SelectMany(v =>
                v.Nodes.Select(n => $"{v.Id}: {v.Help}: {n.Html}"))));
        }, ExpectedStatus(name));

    [Fact]
    public async Task The_first_page_says_what_the_register_holds()
    {
        var total = (await register.GetAsync("api/v1/companies?limit=1"))["total"]!.GetValue<long>();
        var rated = (await register.GetAsync("api/v1/companies?limit=1&tax=A,B,C,D,E&financial=A,B,C,D,E&payment=A,B,C,D,E"))["total"]!.GetValue<long>();
        await register.VisitAsync(new VisitorKind { Language = "en", JavaScript = false }, async page =>
        {
            await page.GotoAsync("/");
            var figures = await page.Locator(".home-figures dd").AllTextContentsAsync();
            Assert.Equal([total, rated], figures.Take(2).Select(f => long.Parse(string.Concat(f.Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture)));
        });
    }

    [Fact]
    public async Task A_form_that_is_out_of_date_is_answered_by_a_page() =>
        await register.VisitAsync(new VisitorKind { Language = "en" }, async page =>
        {
            await page.GotoAsync("/login");
            await page.Context.ClearCookiesAsync();
            await page.Locator("input[name=Email]").FillAsync("staff@demo.kz");
            await page.Locator("input[name=Password]").FillAsync("whatever");
            await page.Locator("main form button").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("The form is out of date");
            await page.GetByRole(AriaRole.Link, new() { Name = "Open again" }).ClickAsync();
            await Expect(page.Locator("input[name=Email]")).ToBeVisibleAsync();
        }, expectedStatus: 400);

    [Fact]
    public async Task A_text_of_thousands_of_letters_is_searched_by_its_beginning() =>
        await register.VisitAsync(new VisitorKind(), async page =>
        {
            await page.GotoAsync("/?q=" + Uri.EscapeDataString(new string('щ', 5000)));
            var box = page.Locator("input[name=q]");
            Assert.Equal(await box.GetAttributeAsync("maxlength"), $"{(await box.InputValueAsync()).Length}");
        });

    private static int ExpectedStatus(string name) => name is "missing" or "forged" ? 404 : 200;

    private async Task OpenAsync(IPage page, string name)
    {
        var company = await DemoCompany.FindAsync(register);
        await page.GotoAsync(name switch
        {
            "home" => "/",
            "results" => "/?sort=name",
            "nothing" => "/?q=щщщщщщщщщщщщ",
            "card" or "check" => $"/companies/{company.Bin}",
            "methodology" => "/methodology",
            "labels" => "/labels",
            "decisions" => "/labels/decisions",
            "proof" => $"/verify/{ValidLabel}",
            "suspended" => $"/verify/{SuspendedLabel}",
            "forged" => "/verify/KZ-CW-99999-9",
            _ => "/there-is-no-such-page",
        });
        if (name == "check")
        {
            await page.Locator("form:has(select[name=Purpose])").GetByRole(AriaRole.Button).ClickAsync();
        }
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
    }
}
