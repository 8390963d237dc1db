using CsCheck;
using Registry.Identifiers;
using Xunit;

namespace Registry.Tests.Identifiers;

public sealed class RegisterNumberTests
{
    private static readonly Gen<string> TenDigits = Gen.Char['0', '9'].Array[10].Select(d => new string(d));

    [Fact]
    public void Drawn_number_can_be_read_back()
    {
        var drawn = RegisterNumber.Draw();
        Assert.True(RegisterNumber.TryParse(drawn.Text, out var read));
        Assert.Equal(drawn, read);
        Assert.StartsWith("P", drawn.Text, StringComparison.Ordinal);
        Assert.Equal(12, drawn.Text.Length);
    }

    [Fact]
    public void Any_single_wrong_digit_is_found() =>
        Gen.Select(TenDigits, Gen.Int[1, 11], Gen.Int[1, 9]).Sample((serial, position, shift) =>
        {
            var text = RegisterNumber.FromSerial(serial).Text.ToCharArray();
            text[position] = (char)('0' + ((text[position] - '0' + shift) % 10));
            Assert.False(RegisterNumber.TryParse(new string(text), out _));
        });

    [Fact]
    public void Small_letter_and_blanks_are_read()
    {
        var number = RegisterNumber.FromSerial("0123456789");
        var spaced = number.Text.ToLowerInvariant().Insert(6, " ").Insert(3, " ");
        Assert.True(RegisterNumber.TryParse(spaced, out var read));
        Assert.Equal(number, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("P123")]
    [InlineData("Q01234567890")]
    public void Other_texts_are_no_register_number(string? text) => Assert.False(RegisterNumber.TryParse(text, out _));

    [Fact]
    public void Entity_number_is_a_company_or_a_sole_proprietor_but_no_person()
    {
        var proprietor = RegisterNumber.FromSerial("0000000001").Text;
        Assert.True(EntityNumber.TryParse(proprietor, out var number));
        Assert.True(EntityNumber.IsSoleProprietor(number));
        Assert.True(EntityNumber.TryParse("20240000555.0", out number));
        Assert.Equal("020240000555", number);
        Assert.False(EntityNumber.IsSoleProprietor(number));
        Assert.False(EntityNumber.TryParse("901123300258", out _));
    }
}
