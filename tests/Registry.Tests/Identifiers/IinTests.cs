using Registry.Identifiers;
using Xunit;

namespace Registry.Tests.Identifiers;

public sealed class IinTests
{
    [Fact]
    public void Wrong_check_digit_is_kept_and_flagged()
    {
        Assert.True(Iin.TryParse("901123300259", out var iin));
        Assert.False(iin.HasValidCheckDigit);
    }

    [Fact]
    public void Right_check_digit_is_recognised()
    {
        Assert.True(Iin.TryParse("901123300258", out var iin));
        Assert.True(iin.HasValidCheckDigit);
    }

    [Fact]
    public void Date_part_is_not_checked() => Assert.True(Iin.TryParse("999939300258", out _));

    [Theory]
    [InlineData("020240000555")]
    [InlineData("901173300258")]
    [InlineData("90112330025A")]
    public void Number_of_a_company_is_no_number_of_a_person(string text) => Assert.False(Iin.TryParse(text, out _));

    [Fact]
    public void Printing_a_number_does_not_publish_it()
    {
        Assert.True(Iin.TryParse("901123300258", out var iin));
        Assert.DoesNotContain("901123300258", $"{iin}", StringComparison.Ordinal);
    }
}
