using Registry.Names;
using Registry.Search;
using Xunit;

namespace Registry.Tests.Search;

/// <summary>Facets, filters, orders and pages, the same for every engine.</summary>
public abstract class PageSearchContract : NumberSearchContract
{
    [Fact]
    public async Task Pages_of_names_a_slip_away_show_every_company_once()
    {
        const int Near = 150;
        await Engine.IndexAsync([.. Many(Near, "ТОО \"Жетісулар Сауда\""), SearchCompanies.Of("300140000054", "ТОО \"Жетісуар\"")], Never);
        await Engine.RefreshAsync(Never);
        var query = new CompanyQuery { Text = "Жетісуар Сауда", Limit = 40 };
        var seen = new List<string>();
        do
        {
            var page = await Engine.FindAsync(query, Never);
            Assert.Equal((Near + 1, Near + 1), (page.Total, page.Facets[Facets.Region].Sum(r => r.Count)));
            seen.AddRange(page.Items.Select(i => i.Bin));
            query = query with { Cursor = page.Next };
        }
        while (query.Cursor is not null);
        Assert.Equal(Near + 1, seen.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Near + 1, seen.Count);
    }

    [Fact]
    public async Task Words_on_the_wrong_keys_of_which_hardly_one_is_known_are_answered_all_the_same()
    {
        await Index();
        var page = await Find(KeyboardLayout.Swap("Хшзвщ Ффъэж Дән"));
        Assert.Equal(page.Items.Count, page.Total);
    }

    [Fact]
    public async Task Empty_text_browses_everything_with_facets()
    {
        await Index();
        var page = await Find("");
        Assert.Equal(SearchCompanies.Some.Count, page.Total);
        Assert.Null(page.Items[0].Score);
        Assert.Equal(Facets.All.Order(), page.Facets.Keys.Order());
        Assert.Equal([new FacetCount("75", 4), new FacetCount("71", 1)], page.Facets[Facets.Region]);
        Assert.Equal([new FacetCount("none", 4), new FacetCount("A", 1)], page.Facets[Facets.Tax]);
        Assert.Equal([new FacetCount("none", 5)], page.Facets[Facets.Payment]);
        Assert.Equal([new FacetCount("ISO 37001", 1)], page.Facets[Facets.Certificate]);
        Assert.Equal([new FacetCount("Valid", 1)], page.Facets[Facets.Label]);
        Assert.Equal([new FacetCount("bankrupt", 1)], page.Facets[Facets.Stops]);
        Assert.Equal([new FacetCount("AA", 1)], page.Facets[Facets.RatingClass]);
        Assert.Equal([new FacetCount("J", 4), new FacetCount("P", 1)], page.Facets[Facets.Oked]);
        Assert.Equal([new FacetCount("105", 5)], page.Facets[Facets.Size]);
    }

    [Fact]
    public async Task Filter_restricts_hits_but_not_its_own_counts()
    {
        await Index();
        var page = await Engine.FindAsync(new CompanyQuery { Filters = Only(Facets.Region, "71") }, Never);
        Assert.Equal([SearchCompanies.Brand], page.Items.Select(i => i.Bin));
        Assert.Equal([new FacetCount("75", 4), new FacetCount("71", 1)], page.Facets[Facets.Region]);
        Assert.Equal([new FacetCount("Bankrupt", 1)], page.Facets[Facets.Status]);
    }

    [Fact]
    public async Task Filters_of_two_facets_hold_together_and_values_of_one_add_up()
    {
        await Index();
        var both = new Dictionary<string, IReadOnlyList<string>> { [Facets.Region] = ["71", "75"], [Facets.Tax] = ["A", "B"] };
        var page = await Engine.FindAsync(new CompanyQuery { Filters = both }, Never);
        Assert.Equal(1, page.Total);
        both[Facets.Region] = ["75"];
        var none = await Engine.FindAsync(new CompanyQuery { Filters = both }, Never);
        Assert.Equal(0, none.Total);
        Assert.Equal([new FacetCount("71", 1)], none.Facets[Facets.Region]);
    }

    [Fact]
    public async Task Filter_holds_for_a_text_too()
    {
        await Index();
        var page = await Engine.FindAsync(new CompanyQuery { Text = "кыран", Filters = Only(Facets.Region, "71") }, Never);
        Assert.Equal(0, page.Total);
        Assert.Equal([new FacetCount("75", 2)], page.Facets[Facets.Region]);
    }

    [Fact]
    public async Task Orders_are_what_they_say()
    {
        await Index();
        Assert.Equal(SearchCompanies.Brand, (await Sorted(CompanySort.TaxpayerIntegrity))[0]);
        Assert.Equal([SearchCompanies.Brand, SearchCompanies.Altyn], (await Sorted(CompanySort.RegisteredOn)).Take(2));
        Assert.Equal(SearchCompanies.Brand, (await Sorted(CompanySort.Name))[0]);
    }

    [Theory]
    [InlineData(null, CompanySort.Relevance)]
    [InlineData(null, CompanySort.RegisteredOn)]
    [InlineData(null, CompanySort.FinancialStability)]
    [InlineData("Жетісу", CompanySort.Relevance)]
    [InlineData("Жетісу", CompanySort.Name)]
    public async Task Pages_show_every_company_once(string? text, CompanySort sort)
    {
        await Engine.IndexAsync(Many(237), Never);
        await Engine.RefreshAsync(Never);
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Engine.FindAsync(new CompanyQuery { Text = text, Sort = sort, Cursor = cursor, Limit = 20 }, Never);
            Assert.Equal(237, page.Total);
            seen.AddRange(page.Items.Select(i => i.Bin));
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.Equal(237, seen.Count);
        Assert.Equal(237, seen.Distinct().Count());
    }

    [Fact]
    public async Task Page_goes_on_where_it_stopped_although_companies_came_in_between()
    {
        await Engine.IndexAsync(Many(60), Never);
        await Engine.RefreshAsync(Never);
        var first = await Engine.FindAsync(new CompanyQuery { Sort = CompanySort.Name, Limit = 30 }, Never);
        await Engine.IndexAsync([SearchCompanies.Of("100140009999", "ААА")], Never);
        await Engine.RefreshAsync(Never);
        var second = await Engine.FindAsync(new CompanyQuery { Sort = CompanySort.Name, Limit = 30, Cursor = first.Next }, Never);
        Assert.Empty(first.Items.Select(i => i.Bin).Intersect(second.Items.Select(i => i.Bin)));
        Assert.Equal(30, second.Items.Count);
    }

    [Theory]
    [InlineData("no cursor")]
    [InlineData("AAAA")]
    public async Task Foreign_cursor_is_refused(string cursor) =>
        await Assert.ThrowsAsync<FormatException>(() => Engine.FindAsync(new CompanyQuery { Cursor = cursor }, Never));

    [Fact]
    public async Task Cursor_of_another_order_is_refused()
    {
        await Index();
        var page = await Engine.FindAsync(new CompanyQuery { Sort = CompanySort.Name, Limit = 1 }, Never);
        await Assert.ThrowsAsync<FormatException>(() => Engine.FindAsync(new CompanyQuery { Sort = CompanySort.RegisteredOn, Cursor = page.Next }, Never));
    }

    private static Dictionary<string, IReadOnlyList<string>> Only(string facet, string value) =>
        new() { [facet] = [value] };

    private async Task<IReadOnlyList<string>> Sorted(CompanySort sort) =>
        [.. (await Engine.FindAsync(new CompanyQuery { Sort = sort }, Never)).Items.Select(i => i.Bin)];
}
