using CsCheck;
using Registry.Certification;
using Xunit;

namespace Registry.Tests.Certification;

public sealed class LabelNumberTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPRTUVWXY";
    private const int SerialStart = 6;

    private static readonly Gen<int> Serial = Gen.Int[1, LabelNumber.HighestSerial];

    [Fact]
    public void Number_has_a_prefix_five_digits_and_a_check_character()
    {
        Assert.Equal("KZ-CW-00417-L", LabelNumber.Of(417));
        Assert.Equal("KZ-CW-00001-5", LabelNumber.Of(1));
    }

    [Theory]
    [InlineData("kz-cw-00417-l")]
    [InlineData(" KZCW00417L ")]
    [InlineData("KZ CW 00417 L")]
    [InlineData("00417-L")]
    public void However_it_is_typed_it_is_read(string typed)
    {
        Assert.True(LabelNumber.TryParse(typed, out var number));
        Assert.Equal("KZ-CW-00417-L", number);
        Assert.Equal("KZ-CW-00417-L", LabelNumber.Canonical(typed));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("KZ-CW-00417")]
    [InlineData("KZ-CW-0O417-L")]
    [InlineData("KZ-CW-00417-M")]
    [InlineData("KZ-CW-٠٠٤١٧-L")]
    public void What_does_not_fit_is_no_number(string? typed) => Assert.False(LabelNumber.TryParse(typed, out _));

    [Fact]
    public void No_wrong_character_leaves_a_number_that_fits() => Serial.Sample(serial =>
    {
        var number = LabelNumber.Of(serial);
        for (var i = SerialStart; i < number.Length; i++)
        {
            foreach (var c in Alphabet.Where(c => number[i] != '-' && c != number[i]))
                Assert.False(LabelNumber.TryParse(number[..i] + c + number[(i + 1)..], out _));
        }
    });

    [Fact]
    public void No_exchange_of_two_characters_leaves_another_number_that_fits() => Serial.Sample(serial =>
    {
        var plain = LabelNumber.Of(serial)[SerialStart..].Replace("-", "", StringComparison.Ordinal);
        for (var i = 0; i < plain.Length; i++)
        {
            for (var j = i + 1; j < plain.Length; j++)
            {
                var exchanged = plain.ToCharArray();
                (exchanged[i], exchanged[j]) = (exchanged[j], exchanged[i]);
                if (plain[i] != plain[j])
                    Assert.False(LabelNumber.TryParse(new string(exchanged), out _));
            }
        }
    });
}
