using Xunit;

namespace Registry.Tests.Search;

/// <summary>Numbers, suggestions and texts that are no names, the same for every engine.</summary>
public abstract class NumberSearchContract : NameSearchContract
{
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
}
