using System.Diagnostics;
using CsCheck;
using Registry.Names;
using Xunit;

namespace Registry.Tests.Names;

public sealed class NameKeyTests
{
    private const string Look = "АВЕКМНОРСТУХ";
    private const string Alike = "ABEKMHOPCTYX";

    [Theory]
    [InlineData("ТОО \"Алтын Дән\"", "\"Алтын дан\" жауапкершілігі шектеулі серіктестігі")]
    [InlineData("ТОО «Qyran Build»", "Товарищество с ограниченной ответственностью \"QYRAN BUILD\"")]
    [InlineData("АО \"Сарыарка\"", "\"Сарыарқа\" АҚ")]
    [InlineData("ТОО \" ЖЕТІ  ЖОЛ\"", "<<Жети жол>> ЖШС")]
    [InlineData("TOO \"Nur Trade\"", "ТОО \"Nur Trade\"")]
    [InlineData("ГКП на ПХВ \"Областная больница\"", "Государственное коммунальное предприятие на праве хозяйственного ведения «Областная больница»")]
    [InlineData("К/Х \"Арман\"", "Крестьянское (фермерское) хозяйство Арман")]
    [InlineData("Nur LLP", "LLP Nur")]
    public void Names_that_differ_in_form_quotes_and_letters_are_equal(string left, string right) =>
        Assert.Equal(NameKey.Of(left), NameKey.Of(right));

    [Theory]
    [InlineData("ТОО \"Алтын Дән\"", "ТОО \"Алтын Нан\"")]
    [InlineData("ТОО \"Алтын Дән\"", "Филиал ТОО \"Алтын Дән\"")]
    [InlineData("ТОО \"Поликлиника 1\"", "ТОО \"Поликлиника 2\"")]
    public void Other_names_stay_other(string left, string right) => Assert.NotEqual(NameKey.Of(left), NameKey.Of(right));

    [Theory]
    [InlineData("ТОО", "тоо")]
    [InlineData("\"ООО ТОО\"", "тоо")]
    [InlineData("Акционерное общество", "акционерное общество")]
    public void Name_is_never_stripped_to_nothing(string name, string key) => Assert.Equal(key, NameKey.Of(name));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("«№»  -- \u0000\u0007")]
    [InlineData("\ud800\udfff\udc00")]
    public void Text_without_letters_and_digits_has_no_key(string? name) => Assert.Equal("", NameKey.Of(name));

    [Fact]
    public void Declined_form_inside_a_name_goes() =>
        Assert.Equal("филиал сункар в городе актау", NameKey.Of("ФИЛИАЛ ТОВАРИЩЕСТВА С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ \"СҰҢҚАР\" В ГОРОДЕ АКТАУ"));

    [Fact]
    public void Abbreviation_inside_a_name_stays() => Assert.Equal("дом ао плюс", NameKey.Of("Дом АО Плюс"));

    [Fact]
    public void Markup_is_only_words() => Assert.Equal("script alert 1 script", NameKey.Of("<script>alert(1)</script>"));

    [Fact]
    public void Invisible_characters_and_compatibility_letters_do_not_matter() =>
        Assert.Equal(NameKey.Of("Office Алма"), NameKey.Of("O\u00adﬃ\u200bce \ufeffАл\u200dма"));

    [Fact]
    public void Normalising_twice_changes_nothing() =>
        Gen.OneOf(Gen.String, Hostile()).Sample(name => Assert.Equal(NameKey.Of(name), NameKey.Of(NameKey.Of(name))), iter: 20_000);

    [Fact]
    public void Case_does_not_matter() =>
        Words().Sample(name => Assert.Equal(NameKey.Of(name), NameKey.Of(name.ToUpperInvariant())), iter: 5_000);

    [Fact]
    public void Look_alike_letters_do_not_matter() =>
        Gen.Select(Words(), Gen.Int[0, 7]).Sample(
            (name, step) => Assert.Equal(NameKey.Of(name.ToUpperInvariant()), NameKey.Of(Disguised(name.ToUpperInvariant(), step))), iter: 5_000);

    [Fact]
    public void Very_long_text_costs_no_more_than_a_long_one()
    {
        var text = string.Concat(Enumerable.Repeat("ТОО а́'Ж \ud83d\ude00<b>", 200_000));
        var watch = Stopwatch.StartNew();
        Assert.True(NameKey.Of(text).Length <= 1_000);
        Assert.True(watch.ElapsedMilliseconds < 500);
    }

    // Every word keeps a letter that only Russian has: else the disguise would be a name of its own right.
    private static Gen<string> Words() =>
        OneOf("алма", "жер", "қыран", "құрылыс", "жібек", "дән", "сервис", "групп", "лидер", "өрлеу", "ғасыр", "шаңырақ")
            .Array[1, 4].Select(w => string.Join(' ', w));

    private static Gen<string> Hostile() =>
        OneOf("ТОО", "TOO", "АО", "ақ", " ", "\"", "'", "-", "і", "i", "Ə", "ё", "ſ", "ŉ", "İ", "ﷺ", "Ⅻ", "é", "e\u0301", "\u0301", "\ud835\udc00", "\ud800", "\u200d", "филиал", "x", "Q", "Ж", "0", "ʼ", "ᾳ", "ß", "ẞ", "товарищества с ограниченной ответственностью")
            .Array[0, 12].Select(string.Concat);

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static string Disguised(string name, int step) =>
        string.Concat(name.Select((c, i) => Look.Contains(c, StringComparison.Ordinal) && i % 8 == step ? Alike[Look.IndexOf(c, StringComparison.Ordinal)] : c));
}
