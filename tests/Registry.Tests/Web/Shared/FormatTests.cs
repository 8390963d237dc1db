using System.Globalization;
using Registry.Web.Shared;
using Xunit;

namespace Registry.Tests.Web.Shared;

public sealed class FormatTests
{
    private const char Thin = '\u202F';

    [Theory]
    [InlineData("ru", "1\u202F204\u202F551,5")]
    [InlineData("kk", "1\u202F204\u202F551,5")]
    [InlineData("en", "1\u202F204\u202F551.5")]
    public void Numbers_have_thin_spaces_and_the_decimal_mark_of_the_language(string language, string written)
    {
        Speak(language);

        Assert.Equal(written, Format.Number(1204551.5, 1));
    }

    [Theory]
    [InlineData("ru", "23.11.2026")]
    [InlineData("kk", "23.11.2026")]
    [InlineData("en", "23\u00A0Nov\u00A02026")]
    public void Days_are_written_as_the_language_writes_them(string language, string written)
    {
        Speak(language);

        Assert.Equal(written, Format.Date(new DateOnly(2026, 11, 23)));
    }

    [Fact]
    public void Money_is_shortened_from_a_million_on()
    {
        Speak("ru");

        Assert.Equal($"950{Thin}000{Thin}₸", Format.ShortMoney(950_000));
        Assert.Equal($"1,2{Thin}млн{Thin}₸", Format.ShortMoney(1_204_551));
        Assert.Equal($"3,5{Thin}млрд{Thin}₸", Format.ShortMoney(3_500_000_000));
    }

    [Fact]
    public void Signs_are_true_and_zero_has_none()
    {
        Speak("ru");

        Assert.Equal("+9", Format.Change(9));
        Assert.Equal("\u22125,3", Format.Change(-5.3));
        Assert.Equal("0", Format.Number(-0.01, 1));
    }

    [Fact]
    public void A_share_that_is_not_nothing_is_never_written_as_nothing()
    {
        Speak("en");

        Assert.Equal($"0{Thin}%", Format.Percent(0));
        Assert.Equal($"<{Thin}0.1{Thin}%", Format.Percent(0.02));
    }

    private static void Speak(string language) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
}
