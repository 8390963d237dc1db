using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Registry.E2E.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Registry.E2E;

/// <summary>From the first page to a check, as a guest walks it.</summary>
public sealed class SearchJourneys(RunningRegister register)
{
    [Theory]
    [InlineData("ru", true)]
    [InlineData("kk", true)]
    [InlineData("en", true)]
    [InlineData("ru", false)]
    [InlineData("kk", false)]
    [InlineData("en", false)]
    public async Task A_company_is_found_by_its_name_read_and_checked(string language, bool javaScript)
    {
        var company = await CompanyAsync();
        var name = language switch { "kk" => company.NameKk, "en" => company.NameEn, _ => company.NameRu };
        await register.VisitAsync(new VisitorKind { Language = language, JavaScript = javaScript }, async page =>
        {
            await page.GotoAsync("/");
            await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);

            await page.Locator("input[name=q]").FillAsync(name);
            await page.GetByRole(AriaRole.Search).GetByRole(AriaRole.Button).ClickAsync();
            await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Article).First.GetByRole(AriaRole.Link).First.ClickAsync();

            await Expect(page).ToHaveURLAsync(new Regex($"/companies/{company.Bin}$"));
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);

            await page.Locator("form:has(select[name=Purpose])").GetByRole(AriaRole.Button).ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex("/checks/[0-9a-f-]{36}$"));
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(name);
            await Expect(page.Locator("#not-checked")).ToBeVisibleAsync();
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_language_changes_where_one_stands_and_stays(bool javaScript)
    {
        var company = await CompanyAsync();
        await register.VisitAsync(new VisitorKind { JavaScript = javaScript }, async page =>
        {
            await page.GotoAsync($"/companies/{company.Bin}");
            await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
            foreach (var (button, language, name) in new[] { ("Қазақша", "kk", company.NameKk), ("English", "en", company.NameEn) })
            {
                await page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
                await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
                await Expect(page).ToHaveURLAsync(new Regex($"/companies/{company.Bin}$"));
                await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);
            }
            await page.GotoAsync("/methodology");
            await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        });
    }

    [Fact]
    public async Task A_suggestion_is_taken_with_the_keyboard()
    {
        var company = await CompanyAsync();
        await register.VisitAsync(new VisitorKind(), async page =>
        {
            await page.GotoAsync("/");
            var box = page.Locator("input[name=q]");
            await box.PressSequentiallyAsync(company.Bin[..9]);
            await Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();

            await box.PressAsync("Escape");
            await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);

            await box.FillAsync("");
            await box.PressSequentiallyAsync(company.Bin);
            await Expect(page.Locator($"[role=option][data-bin='{company.Bin}']:first-child")).ToBeVisibleAsync();
            await box.PressAsync("ArrowDown");
            await box.PressAsync("Enter");
            await Expect(page).ToHaveURLAsync(new Regex($"/companies/{company.Bin}$"));
        });
    }

    [Fact]
    public async Task A_slip_in_the_BIN_leads_to_the_real_one()
    {
        var company = await CompanyAsync();
        var last = company.Bin[^1] == '9' ? '0' : (char)(company.Bin[^1] + 1);
        await register.VisitAsync(new VisitorKind(), async page =>
        {
            var answer = await page.GotoAsync($"/companies/{company.Bin[..^1]}{last}");
            Assert.Equal(404, answer!.Status);
            await page.Locator($"main a[href='/companies/{company.Bin}']").ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex($"/companies/{company.Bin}$"));
        }, expectedStatus: 404);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_theme_changes_and_stays(bool javaScript) =>
        await register.VisitAsync(new VisitorKind { Language = "en", JavaScript = javaScript }, async page =>
        {
            await page.GotoAsync("/");
            await page.Locator("button[name=theme][value=dark]").ClickAsync();
            await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
            await page.GotoAsync("/methodology");
            await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
            await page.Locator("button[name=theme][value=light]").ClickAsync();
            await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        });

    private Task<DemoCompany> CompanyAsync() => DemoCompany.FindAsync(register);
}
