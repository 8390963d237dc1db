using Registry.Search;
using Xunit;

namespace Registry.Tests.Search;

/// <summary>What every search engine behind <see cref="ICompanySearch"/> must do.</summary>
public abstract class CompanySearchContract
{
    private static readonly CancellationToken Never = CancellationToken.None;

    /// <summary>An empty index of its own for one test.</summary>
    protected abstract ICompanySearch Engine { get; }

    [Theory]
    [InlineData("Қыран Құрылыс")]
    [InlineData("қыран құрылыс")]
    [InlineData("кыран курылыс")]
    [InlineData("Kyran Kurylys")]
    [InlineData("Qyran Qurylys")]
    [InlineData("ТОО Кыран Курылыс")]
    [InlineData("\"Кыран Курылыс\" ЖШС")]
    [InlineData("курылыс кыран")]
    [InlineData("Qyran Construction")]
    [InlineData("КЫРАНКУРЫЛЫС")]
    [InlineData("кыран курыл")]
    [InlineData("кыран куррылыс")]
    [InlineData("кырн курылыс")]
    [InlineData("rshfy rehskbsc")]
    [InlineData("0shfy 09hskbsc")]
    public async Task Name_in_any_script_and_with_slips_comes_first(string text)
    {
        await Index();
        Assert.Equal(SearchCompanies.Qyran, (await Find(text)).Items[0].Bin);
    }

    [Theory]
    [InlineData("Қыран Құрылыс", "exact")]
    [InlineData("кыран курылыс", "letters")]
    [InlineData("kyran kurylys", "sound")]
    [InlineData("кыран курыл", "prefix")]
    [InlineData("кыран курилыш", "typo")]
    [InlineData("rshfy rehskbsc", "layout")]
    public async Task Hit_says_how_it_matched(string text, string kind)
    {
        await Index();
        var matched = (await Find(text)).Items[0].Matched!;
        Assert.Equal(kind, matched.Kind);
        Assert.StartsWith("name", matched.Field, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_point_into_the_stored_text()
    {
        await Index();
        var matched = (await Find("алтын дан")).Items[0].Matched!;
        Assert.Equal(["Алтын", "Дән"], matched.Marks.Select(m => matched.Text.Substring(m[0], m[1])));
    }

    [Fact]
    public async Task Former_name_and_head_find_the_company_and_say_so()
    {
        await Index();
        var former = (await Find("Звездочка")).Items[0];
        Assert.Equal((SearchCompanies.Altyn, "formerName"), (former.Bin, former.Matched!.Field));
        var head = (await Find("Nurlybekov Erasyl")).Items[0];
        Assert.Equal((SearchCompanies.Altyn, "head"), (head.Bin, head.Matched!.Field));
    }

    [Fact]
    public async Task First_letters_find_the_name_they_stand_for()
    {
        await Engine.IndexAsync([SearchCompanies.Of("200140000054", "АО \"Дала Су Жолдары\""), SearchCompanies.Of("200140000065", "ТОО \"Дала\"")], Never);
        await Engine.RefreshAsync(Never);
        Assert.Equal("200140000054", (await Find("ДСЖ")).Items[0].Bin);
    }

    [Fact]
    public async Task Town_or_head_behind_the_name_chooses_among_namesakes()
    {
        await Engine.IndexAsync(
            [
                SearchCompanies.Of("200140000054", "ТОО \"Береке\"") with { Address = "г. Тараз, ул. Абая, дом 5" },
                SearchCompanies.Of("200140000065", "ТОО \"Береке\"") with { Address = "г. Кокшетау, ул. Абая, дом 7", Head = "Омаров Нурлан" },
            ],
            Never);
        await Engine.RefreshAsync(Never);
        Assert.Equal("200140000065", (await Find("береке кокшетау")).Items[0].Bin);
        Assert.Equal("200140000065", (await Find("bereke omarov")).Items[0].Bin);
        Assert.Equal("200140000054", (await Find("береке тараз")).Items[0].Bin);
    }

    [Theory]
    [InlineData("алтындан")]
    [InlineData("брэндмарк")]
    [InlineData("brand mark logistics")]
    [InlineData("BRANDMRAK Logistcs")]
    [InlineData("идштвьфкл")]
    public async Task Words_together_apart_misspelt_or_on_the_wrong_keys_find_something(string text)
    {
        await Index();
        Assert.NotEmpty((await Find(text)).Items);
    }

    [Fact]
    public async Task Punctuation_that_is_a_letter_on_the_other_layout_is_read_so()
    {
        await Engine.IndexAsync([SearchCompanies.Of("200140000054", "ТОО \"Бану\""), SearchCompanies.Of("200140000065", "ТОО \"Феникс\"")], Never);
        await Engine.RefreshAsync(Never);
        Assert.Equal("200140000054", (await Find(",fye")).Items[0].Bin);
    }

    [Fact]
    public async Task Long_name_with_a_slip_comes_before_many_shorter_ones_that_hold_its_other_words()
    {
        const string Wanted = "300140000054";
        await Engine.IndexAsync(Many(150, "ТОО \"Кокжиек Транс Логистик Сауда Жол Кызметі\""), Never);
        await Engine.IndexAsync([SearchCompanies.Of(Wanted, "ТОО \"Кокжиек Транс Логистик Сауда Жол Кызметі Карагаш\"")], Never);
        await Engine.RefreshAsync(Never);
        Assert.Equal(Wanted, (await Find("Кокжиек Транс Логистик Сауда Жол Кызметі Краагаш")).Items[0].Bin);
    }

    [Fact]
    public async Task Beginning_finds_words_with_its_letters_before_words_that_only_sound_so()
    {
        await Engine.IndexAsync([SearchCompanies.Of("200140000065", "ТОО \"Барыс Монтаж\""), SearchCompanies.Of("200140000054", "ТОО \"Барыс Med\"")], Never);
        await Engine.RefreshAsync(Never);
        Assert.Equal(["200140000065", "200140000054"], (await Find("Барыс м")).Items.Select(i => i.Bin));
    }

    [Fact]
    public async Task Same_letters_come_before_the_same_sound_and_both_before_a_slip()
    {
        await Engine.IndexAsync(
            [
                SearchCompanies.Of("200140000054", "ТОО \"Самат\""),
                SearchCompanies.Of("200140000065", "ТОО \"Samal\""),
                SearchCompanies.Of("200140000076", "ТОО \"Самал\""),
            ],
            Never);
        await Engine.RefreshAsync(Never);
        Assert.Equal(["200140000076", "200140000065"], (await Find("самал")).Items.Take(2).Select(i => i.Bin));
    }

    [Fact]
    public async Task Word_that_the_name_lacks_does_not_hide_the_company()
    {
        await Index();
        Assert.Equal(SearchCompanies.Brand, (await Find("компания BRANDMARK Logistics Астана")).Items[0].Bin);
    }

    [Theory]
    [InlineData("080340021186")]
    [InlineData("80340021186")]
    [InlineData("80340021186.0")]
    [InlineData(" 080 340 021 186 ")]
    [InlineData("БИН 080340021186")]
    public async Task Number_is_found_however_it_was_spoilt(string text)
    {
        await Index();
        var page = await Find(text);
        var hit = Assert.Single(page.Items);
        Assert.Equal((SearchCompanies.Altyn, 1d, "bin", "exact"), (hit.Bin, hit.Score, hit.Matched!.Field, hit.Matched.Kind));
        Assert.Equal(1, page.Total);
    }

    [Fact]
    public async Task Register_number_is_found_in_any_case()
    {
        var number = Registry.Identifiers.RegisterNumber.FromSerial("0000000001").Text;
        await Engine.IndexAsync([SearchCompanies.Of(number, "ИП Сапарова")], Never);
        await Engine.RefreshAsync(Never);
        Assert.Equal(number, (await Find(number.ToLowerInvariant())).Items[0].Bin);
    }

    [Fact]
    public async Task Mistyped_number_names_the_near_ones_that_exist()
    {
        await Index();
        var page = await Find("080340021187");
        Assert.Empty(page.Items);
        Assert.Equal([SearchCompanies.Altyn], page.Near);
    }

    [Fact]
    public async Task Unknown_number_that_is_right_has_no_near_ones()
    {
        await Index();
        Assert.Null((await Find("020240000555")).Near);
    }

    [Fact]
    public async Task Number_with_a_wrong_check_digit_is_found_where_it_exists()
    {
        await Engine.IndexAsync([SearchCompanies.Of("081140000431", "ТОО Ошибка")], Never);
        await Engine.RefreshAsync(Never);
        Assert.Equal("081140000431", (await Find("081140000431")).Items[0].Bin);
    }

    [Fact]
    public async Task Hit_comes_back_as_it_was_indexed()
    {
        await Index();
        var hit = (await Find(SearchCompanies.Brand)).Items[0];
        var expected = SearchCompanies.Some.Single(d => d.Hit.Bin == SearchCompanies.Brand).Hit;
        Assert.Equivalent(expected with { Score = hit.Score, Matched = hit.Matched }, hit, strict: true);
    }

    [Fact]
    public async Task Suggestions_appear_while_the_name_is_typed()
    {
        await Index();
        const string Name = "Алтын дан";
        for (var typed = 2; typed <= Name.Length; typed++)
            Assert.Equal(SearchCompanies.Altyn, (await Engine.SuggestAsync(Name[..typed], 10, Never))[0].Bin);
    }

    [Fact]
    public async Task Suggestions_appear_while_the_number_is_typed()
    {
        await Index();
        for (var typed = 3; typed <= 12; typed++)
            Assert.Equal(SearchCompanies.Altyn, (await Engine.SuggestAsync(SearchCompanies.Altyn[..typed], 10, Never))[0].Bin);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("«»!?")]
    public async Task Nothing_typed_suggests_nothing(string text)
    {
        await Index();
        Assert.Empty(await Engine.SuggestAsync(text, 10, Never));
    }

    [Theory]
    [InlineData("<script>alert('x')</script>")]
    [InlineData("a* OR b? AND (c~ \"")]
    [InlineData("\ud800 \u0000 ''''")]
    public async Task Hostile_text_finds_nothing_and_breaks_nothing(string text)
    {
        await Index();
        Assert.Equal(0, (await Find(text)).Total);
    }

    [Fact]
    public async Task Very_long_text_is_answered()
    {
        await Index();
        Assert.NotNull(await Find(string.Concat(Enumerable.Repeat("Қыран Құрылыс ", 20_000))));
    }

    [Fact]
    public async Task Text_that_resembles_nothing_finds_nothing()
    {
        await Index();
        var page = await Find("Вжщлрэ Ыцфбмгщ");
        Assert.Equal((0L, 0), (page.Total, page.Items.Count));
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

    [Fact]
    public async Task Older_version_never_overwrites_a_newer_one()
    {
        await Engine.IndexAsync([SearchCompanies.Of(SearchCompanies.Qyran, "ТОО Новое", version: 5)], Never);
        await Engine.IndexAsync([SearchCompanies.Of(SearchCompanies.Qyran, "ТОО Старое", version: 4)], Never);
        await Engine.RefreshAsync(Never);
        await Engine.IndexAsync([SearchCompanies.Of(SearchCompanies.Qyran, "ТОО Старейшее", version: 3)], Never);
        await Engine.RefreshAsync(Never);
        Assert.Equal("ТОО Новое", (await Find(SearchCompanies.Qyran)).Items[0].NameRu);
        Assert.Equal(1, await Engine.CountAsync(Never));
    }

    [Fact]
    public async Task Changed_company_is_found_by_its_new_name_only()
    {
        await Index();
        await Engine.IndexAsync([SearchCompanies.Of(SearchCompanies.Qyran, "ТОО Бәйтерек", version: 2)], Never);
        await Engine.RefreshAsync(Never);
        Assert.Equal(SearchCompanies.Qyran, (await Find("Бәйтерек")).Items[0].Bin);
        Assert.DoesNotContain((await Find("Құрылыс")).Items, i => i.Bin == SearchCompanies.Qyran);
    }

    [Fact]
    public async Task Removed_company_is_gone()
    {
        await Index();
        await Engine.RemoveAsync([SearchCompanies.Qyran], Never);
        await Engine.RefreshAsync(Never);
        Assert.Empty((await Find(SearchCompanies.Qyran)).Items);
        Assert.Equal(SearchCompanies.Some.Count - 1, await Engine.CountAsync(Never));
    }

    [Fact]
    public async Task Rebuild_replaces_everything_and_keeps_what_came_meanwhile()
    {
        await Index();
        await Engine.RebuildAsync(WithWritesInBetween(), Never);
        Assert.Equal(3, await Engine.CountAsync(Never));
        Assert.Equal("ТОО Позднее", (await Find(SearchCompanies.QyranTrade)).Items[0].NameRu);
        Assert.Equal("ТОО Совсем Новое", (await Find("200140000054")).Items[0].NameRu);
        Assert.Empty((await Find(SearchCompanies.Brand)).Items);
        Assert.Empty((await Find(SearchCompanies.Altyn)).Items);
    }

    [Fact]
    public async Task Searches_go_on_while_the_index_is_rebuilt()
    {
        await Index();
        using var done = new CancellationTokenSource();
        var searching = Task.Run(async () =>
        {
            var answered = 0;
            while (!done.IsCancellationRequested)
            {
                Assert.Equal(SearchCompanies.Qyran, (await Find("кыран курылыс")).Items[0].Bin);
                answered++;
            }
            return answered;
        });
        for (var round = 0; round < 5; round++)
            await Engine.RebuildAsync(SearchCompanies.Some.ToAsyncEnumerable(), Never);
        await done.CancelAsync();
        Assert.True(await searching > 0);
    }

    [Fact]
    public async Task Failed_rebuild_leaves_the_old_index()
    {
        await Index();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Engine.RebuildAsync(Failing(), Never));
        Assert.Equal(SearchCompanies.Some.Count, await Engine.CountAsync(Never));
        await Engine.IndexAsync([SearchCompanies.Of("200140000054", "ТОО Новое")], Never);
        await Engine.RefreshAsync(Never);
        Assert.Equal(SearchCompanies.Some.Count + 1, await Engine.CountAsync(Never));
    }

    protected async Task Index()
    {
        await Engine.IndexAsync([.. SearchCompanies.Some], Never);
        await Engine.RefreshAsync(Never);
    }

    protected Task<CompanyPage> Find(string text) => Engine.FindAsync(new CompanyQuery { Text = text }, Never);

    private static Dictionary<string, IReadOnlyList<string>> Only(string facet, string value) =>
        new() { [facet] = [value] };

    private static List<CompanyDocument> Many(int count, string? name = null) =>
        [.. Enumerable.Range(0, count).Select(i => SearchCompanies.Of($"2001400{i:00000}", name ?? $"ТОО \"Жетісу {i % 7}\"") with
        {
            RegisteredOn = i % 3 == 0 ? null : new DateOnly(2000, 1, 1).AddDays(i % 11),
        })];

    private async Task<IReadOnlyList<string>> Sorted(CompanySort sort) =>
        [.. (await Engine.FindAsync(new CompanyQuery { Sort = sort }, Never)).Items.Select(i => i.Bin)];

    private async IAsyncEnumerable<CompanyDocument> WithWritesInBetween()
    {
        yield return SearchCompanies.Of(SearchCompanies.Qyran, "ТОО Первое", version: 2);
        yield return SearchCompanies.Of(SearchCompanies.Brand, "ТОО Уходящее", version: 2);
        await Engine.IndexAsync([SearchCompanies.Of(SearchCompanies.QyranTrade, "ТОО Позднее", version: 9)], Never);
        await Engine.IndexAsync([SearchCompanies.Of("200140000054", "ТОО Совсем Новое")], Never);
        await Engine.RemoveAsync([SearchCompanies.Brand], Never);
        yield return SearchCompanies.Of(SearchCompanies.QyranTrade, "ТОО Раннее", version: 8);
    }

    private static async IAsyncEnumerable<CompanyDocument> Failing()
    {
        yield return SearchCompanies.Of(SearchCompanies.Qyran, "ТОО Первое");
        await Task.Yield();
        throw new InvalidOperationException("The database went away.");
    }
}
