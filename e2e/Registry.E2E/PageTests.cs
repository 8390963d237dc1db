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

    /// <summary>Pages by name; the company and the check are those of a demo company.</summary>
    public static readonly TheoryData<string> Pages = ["home", "results", "nothing", "card", "check", "methodology", "missing"];

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

    private static int ExpectedStatus(string name) => name == "missing" ? 404 : 200;

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
            _ => "/there-is-no-such-page",
        });
        if (name == "check")
        {
            await page.Locator("form:has(select[name=Purpose])").GetByRole(AriaRole.Button).ClickAsync();
        }
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
    }
}
