using Xunit;

namespace Registry.Tests.Search;

/// <summary>What every engine must make of a name, or of what somebody typed for one.</summary>
public abstract class NameSearchContract : SearchContract
{
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

    [Fact]
    public async Task Slip_in_a_word_of_look_alikes_is_forgiven_whatever_script_stands_beside_it()
    {
        await Engine.IndexAsync([SearchCompanies.Of("200140000065", "ТОО \"Элит Мотор Plus\""), SearchCompanies.Of("200140000054", "ТОО \"Элит-Сервис Plus\"")], Never);
        await Engine.RefreshAsync(Never);
        var hit = (await Find("Элит лервис Plus")).Items[0];
        Assert.Equal("200140000054", hit.Bin);
        Assert.InRange(hit.Score!.Value, 0.85, 1);
    }

    [Fact]
    public async Task Slip_is_found_although_a_longer_name_sounds_like_the_beginning_of_all_that_was_typed()
    {
        await Engine.IndexAsync([SearchCompanies.Of("200140000065", "ТОО \"Томография Эко Монтаж Сауда\""), SearchCompanies.Of("200140000054", "ТОО \"Eko Stom\"")], Never);
        await Engine.RefreshAsync(Never);
        Assert.Equal("200140000054", (await Find("Eko Tom")).Items[0].Bin);
    }

    [Fact]
    public async Task Name_that_repeats_a_word_comes_before_the_same_words_in_another_order()
    {
        await Engine.IndexAsync(
            [
                SearchCompanies.Of("200140000065", "ТОО \"Самал Жол Құрылыс Дала Қала Агро Көкше\""),
                SearchCompanies.Of("200140000054", "ТОО \"Дала Самал Жол Құрылыс Агро Дала Қала Көкше\""),
            ],
            Never);
        await Engine.RefreshAsync(Never);
        Assert.Equal("200140000054", (await Find("Дала Самал Жол Құрылыс Агро Қала Көкше")).Items[0].Bin);
    }

    [Fact]
    public async Task Beginning_in_the_letters_typed_comes_before_one_that_only_reads_so()
    {
        await Engine.IndexAsync([SearchCompanies.Of("200140000065", "ТОО \"Batyr Центр\""), SearchCompanies.Of("200140000054", "ТОО \"Batyr Clinic\"")], Never);
        await Engine.RefreshAsync(Never);
        Assert.Equal("200140000054", (await Find("Batyr C")).Items[0].Bin);
    }

    [Theory]
    [InlineData("Б ЛИР", "ТОО \"Б Лимр\"", "АО \"M B K Лира Corporation\"")]
    [InlineData("Kokje Met", "ТОО \"Kokje Ment\"", "АО \"Kokje Управление Метро\"")]
    [InlineData("ТОРОР", "ТОО \"Тортор\"", "АО \"Услуг Торор\"")]
    public async Task Name_a_slip_away_is_shown_although_another_one_holds_or_begins_with_the_words(string typed, string near, string other)
    {
        await Index("200140000054", near, "200140000065", other);
        Assert.Equal(["200140000054", "200140000065"], (await Find(typed)).Items.Select(i => i.Bin).Order());
    }

    [Theory]
    [InlineData("YALA SERVIS", "ТОО \"AYALA SERVIS\"", "ТОО \"АЛА SERVIS\"")]
    [InlineData("Ура Жол", "ТОО \"Аура-Жол\"", "ТОО \"ИIPA JOL\"")]
    [InlineData("Anya Jol", "ТОО \"Аня Жол\"", "ТОО \"Ана Жол\"")]
    [InlineData("КПД РО", "ТОО \"КПД-Ромашка\"", "ТОО \"КПД ПО\"")]
    [InlineData("silkzhoba", "ТОО \"SilkЖоба\"", "ТОО \"SilkЖоба Области\"")]
    [InlineData("зара жол зара жол", "ТОО \"ЗАРА ЖОЛ\" (ZARA JOL)", "ТОО \"ЗАРА ЖОЛ ZARA\"")]
    public async Task Name_that_people_mean_comes_before_one_that_only_sounds_so_by_chance(string typed, string meant, string other)
    {
        await Index("200140000065", meant, "200140000054", other);
        Assert.Equal("200140000065", (await Find(typed)).Items[0].Bin);
    }

    [Fact]
    public async Task Common_word_tells_the_offices_of_one_ministry_apart()
    {
        const string Name = "Қазақстан Республикасы Денсаулық сақтау министрлігінің тауарлар мен көрсетілетін қызметтердің сапасы мен қауіпсіздігін бақылау комитеті облысының қызметтердің сапасын бақылау департаменті кеңсесі";
        await Engine.IndexAsync(Many(130, $"\"{Name}\""), Never);
        await Engine.IndexAsync([.. Many(260).Skip(130).Select(d => d with { Hit = d.Hit with { NameRu = "ТОО \"Алматы\"" } })], Never);
        await Engine.IndexAsync([SearchCompanies.Of("300140000054", $"\"{Name} Алматы\"")], Never);
        await Engine.RefreshAsync(Never);
        Assert.Equal("300140000054", (await Find($"{Name} Алматы".Replace("тауарлар", "туарлар", StringComparison.Ordinal))).Items[0].Bin);
    }

    [Fact]
    public async Task Words_that_are_common_everywhere_and_stand_together_nowhere_find_something()
    {
        const int Each = 1010;
        var names = Enumerable.Range(0, 2 * Each).Select(i => $"ТОО \"{(i < Each ? "Құрылыс" : "Сауда")} {i}\"");
        await Engine.IndexAsync([.. Many(2 * Each).Zip(names, (d, name) => d with { Hit = d.Hit with { NameRu = name } })], Never);
        await Engine.RefreshAsync(Never);
        Assert.NotEmpty((await Find("Құрылыс Сауда")).Items);
    }

    [Fact]
    public async Task Letters_of_two_scripts_in_one_word_are_no_wrong_layout()
    {
        await Index("200140000054", "ТОО \"ТЕХ\"", "200140000065", "ТОО \"TУЛЫП\"");
        Assert.DoesNotContain("200140000054", (await Find("TУЛР")).Items.Select(i => i.Bin));
    }

    [Fact]
    public async Task Key_that_was_held_down_is_the_beginning_of_nothing()
    {
        await Index("200140000054", "ТОО \"Шу Алматы\"", "200140000065", "ТОО \"Щучинск\"");
        Assert.Empty((await Find("щщщщщщщ")).Items);
        Assert.Equal("200140000065", (await Find("shch")).Items[0].Bin);
    }

    private async Task Index(string bin, string name, string otherBin, string other)
    {
        await Engine.IndexAsync([SearchCompanies.Of(bin, name), SearchCompanies.Of(otherBin, other)], Never);
        await Engine.RefreshAsync(Never);
    }
}
