using CsCheck;
using Registry.Identifiers;
using Xunit;

namespace Registry.Tests.Identifiers;

public sealed class BinTests
{
    private static readonly Gen<string> ElevenDigits =
        Gen.Select(Gen.Char['0', '9'].Array[4], Gen.Char['4', '6'], Gen.Char['0', '9'].Array[6])
            .Select((head, holder, tail) => new string(head) + holder + new string(tail));

    [Theory]
    [InlineData("020240000555")]
    [InlineData("971240001315")]
    [InlineData("010940000162")]
    [InlineData("081140000436")]
    [InlineData("130540020197")]
    [InlineData("070140002180")]
    [InlineData("170940012405")]
    [InlineData("940140000385")]
    [InlineData("950341000052")]
    [InlineData("070941024691")]
    [InlineData("950440001673")]
    [InlineData("020540003431")]
    [InlineData("000140002217")]
    [InlineData("991140001226")]
    [InlineData("941240000193")]
    [InlineData("990740000683")]
    [InlineData("980640000093")]
    [InlineData("221240039971")]
    [InlineData("241050005165")]
    public void Published_number_has_a_valid_check_digit(string text) =>
        Assert.True(Bin.Parse(text).HasValidCheckDigit);

    [Theory]
    [InlineData("970240000816")]
    [InlineData("120140005984")]
    [InlineData("961141000023")]
    [InlineData("980440000757")]
    public void Check_digit_of_the_second_round_is_valid(string text) =>
        Assert.True(Bin.Parse(text).HasValidCheckDigit);

    [Theory]
    [InlineData("990940003031")]
    [InlineData("081140000431")]
    [InlineData("140040019813")]
    [InlineData("011240007418")]
    [InlineData("963240000510")]
    [InlineData("191140016369")]
    public void Wrong_check_digit_is_kept_and_flagged(string text)
    {
        Assert.True(Bin.TryParse(text, out var bin));
        Assert.Equal(text, bin.Digits);
        Assert.False(bin.HasValidCheckDigit);
    }

    [Fact]
    public void Sixth_digit_outside_the_rules_is_a_real_number()
    {
        var bin = Bin.Parse("170864008474");
        Assert.True(bin.HasValidCheckDigit);
        Assert.Equal(BinHolder.JointEntrepreneurship, bin.Holder);
        Assert.Equal(BinUnit.Other, bin.Unit);
    }

    [Theory]
    [InlineData("020240000555", BinHolder.Resident, BinUnit.HeadUnit)]
    [InlineData("950341000052", BinHolder.Resident, BinUnit.Branch)]
    [InlineData("241050005165", BinHolder.NonResident, BinUnit.HeadUnit)]
    public void Type_digits_say_who_and_what(string text, BinHolder holder, BinUnit unit)
    {
        var bin = Bin.Parse(text);
        Assert.Equal((holder, unit), (bin.Holder, bin.Unit));
    }

    [Theory]
    [InlineData("221240039971.0", "221240039971")]
    [InlineData("20240000555", "020240000555")]
    [InlineData("20240000555.0", "020240000555")]
    [InlineData("140002217", "000140002217")]
    [InlineData(" 020 240 000 555 ", "020240000555")]
    [InlineData("'020240000555", "020240000555")]
    [InlineData("221240039971,00", "221240039971")]
    public void What_a_spreadsheet_did_to_a_number_is_mended(string text, string expected) =>
        Assert.Equal(expected, Bin.Parse(text).Digits);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("0202400005551")]
    [InlineData("02024000055A")]
    [InlineData("1234567")]
    [InlineData("221240039971.5")]
    [InlineData("901123300258")]
    [InlineData("٠٢٠٢٤٠٠٠٠٥٥٥")]
    public void Other_texts_are_no_number(string? text) => Assert.False(Bin.TryParse(text, out _));

    [Fact]
    public void Parsing_a_text_that_is_no_number_fails_with_the_text() =>
        Assert.Contains("abc", Assert.Throws<FormatException>(() => Bin.Parse("abc")).Message, StringComparison.Ordinal);

    [Fact]
    public void Eleven_digits_have_one_check_digit_or_none() =>
        ElevenDigits.Sample(digits =>
        {
            var valid = Enumerable.Range(0, 10).Count(d => Bin.Parse(digits + d).HasValidCheckDigit);
            Assert.Equal(CheckDigit.Of(digits) is null ? 0 : 1, valid);
        });

    [Fact]
    public void Any_number_survives_lost_zeros_and_a_fraction() =>
        ElevenDigits.Where(d => d.AsSpan().TrimStart('0').Length >= 8).Sample(digits =>
        {
            var full = digits + "0";
            Assert.Equal(full, Bin.Parse(full.TrimStart('0').PadLeft(8, '0') + ".0").Digits);
        });
}
