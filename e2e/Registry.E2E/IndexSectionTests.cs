using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Registry.E2E.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Registry.E2E;

/// <summary>The card's index section: past days, the calculation, models, the procurement test, on screen, on paper and without a script.</summary>
public sealed class IndexSectionTests(RunningRegister register)
{
    private const int Telephone = 390;

    /// <summary>A healthy company of the demo set with five years of statements.</summary>
    private const string Healthy = "/companies/150340012340";

    /// <summary>A bankrupt one: with caps.</summary>
    private const string Bankrupt = "/companies/110440008418";

    [Theory]
    [InlineData(Healthy + "?lot=50000000&subject=Works", false, 200)]
    [InlineData(Healthy + "?lot=50000000&subject=Works", true, 200)]
    [InlineData(Bankrupt + "?asOf=2026-01-15", false, 200)]
    [InlineData(Bankrupt, true, 200)]
    [InlineData(Healthy + "?lot=abc&asOf=2999-01-01", false, 400)]
    [InlineData(Healthy + "?lot=abc&asOf=2999-01-01", true, 400)]
    [InlineData("/?q=%D2%9B%D2%B1%D1%80%D1%8B%D0%BB%D1%8B%D1%81", false, 200)]
    [InlineData("/?q=%D2%9B%D2%B1%D1%80%D1%8B%D0%BB%D1%8B%D1%81", true, 200)]
    public async Task Axe_finds_nothing_with_everything_unfolded(string address, bool dark, int status) =>
        await register.VisitAsync(new VisitorKind { Dark = dark }, async page =>
        {
            await page.GotoAsync(address);
            await UnfoldAsync(page);
            var found = await page.RunAxe();
            Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help}: {n.Html}"))));
        }, status);

    [Theory]
    [InlineData("ru")]
    [InlineData("kk")]
    [InlineData("en")]
    public async Task A_telephone_never_scrolls_sideways_with_everything_unfolded(string language) =>
        await register.VisitAsync(new VisitorKind { Width = Telephone, Language = language }, async page =>
        {
            foreach (var address in new[] { Healthy + "?lot=50000000", Bankrupt, "/?sort=name" })
            {
                await page.GotoAsync(address);
                await UnfoldAsync(page);
                var wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                Assert.True(wider <= 0, $"{address} is {wider} px wider than the screen.");
            }
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lot_is_tested_and_a_past_day_is_shown_with_and_without_a_script(bool javaScript) =>
        await register.VisitAsync(new VisitorKind { JavaScript = javaScript }, async page =>
        {
            await page.GotoAsync(Healthy);
            await page.Locator("#lot").FillAsync("50 000 000");
            await page.Locator("#procurement button").ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex(@"\?lot=50\+000\+000&subject=Goods#procurement$"));
            await Expect(page.Locator(".test-table tbody tr")).ToHaveCountAsync(4);

            var today = await page.Locator("#asOf").InputValueAsync();
            var past = DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture).AddMonths(-6).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            await page.Locator("#asOf").FillAsync(past);
            await page.Locator("#indices button[type=submit]").ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex($"lot=.*asOf={past}"));
            await Expect(page.Locator(".past-day")).ToBeVisibleAsync();
            await Expect(page.Locator(".test-table tbody tr")).ToHaveCountAsync(4);

            await page.Locator(".past-day a").ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex($"{Healthy}\\?lot=[^#]*$"));
            await Expect(page.Locator(".past-day")).ToHaveCountAsync(0);
            await Expect(page.Locator(".test-table tbody tr")).ToHaveCountAsync(4);
        });

    [Fact]
    public async Task The_page_and_the_api_say_the_same_of_a_past_day()
    {
        var indices = (await register.GetAsync($"api/v1{Healthy}/indices?asOf=2026-06-01"))["indices"]!.AsArray();
        await register.VisitAsync(new VisitorKind { Language = "en" }, async page =>
        {
            await page.GotoAsync(Healthy + "?asOf=2026-06-01");
            for (var i = 0; i < indices.Count; i++)
            {
                var value = indices[i]!["value"]?.GetValue<double>();
                var shown = page.Locator(".index-panel").Nth(i).Locator(".index-value");
                if (value is { } number)
                    await Expect(shown).ToContainTextAsync(number.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture));
                else
                    await Expect(shown.Locator(".index-state")).ToBeVisibleAsync();
            }
        });
    }

    [Fact]
    public async Task Paper_holds_the_calculation_and_no_controls() =>
        await register.VisitAsync(new VisitorKind(), async page =>
        {
            await page.GotoAsync(Healthy + "?lot=50000000");
            await Expect(page.Locator("#taxes .how-table")).ToBeHiddenAsync();
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            await Expect(page.Locator("#taxes .how-table")).ToBeVisibleAsync();
            await Expect(page.Locator("#procurement .test-table")).ToBeVisibleAsync();
            await Expect(page.Locator("header.top")).ToBeHiddenAsync();
            await Expect(page.Locator("#procurement form")).ToBeHiddenAsync();
            await Expect(page.Locator("#indices form")).ToBeHiddenAsync();
        });

    private static async Task UnfoldAsync(IPage page) => await page.EvaluateAsync("document.querySelectorAll('details:not(.menu-button)').forEach(d => { d.open = true; })");
}
