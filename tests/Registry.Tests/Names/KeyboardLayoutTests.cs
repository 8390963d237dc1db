using CsCheck;
using Registry.Names;
using Xunit;

namespace Registry.Tests.Names;

public sealed class KeyboardLayoutTests
{
    [Theory]
    [InlineData("fkvfns", "алматы")]
    [InlineData("Cthdbc", "Сервис")]
    [InlineData("икфтв", "brand")]
    [InlineData(";t;lf", "жежда")]
    public void Keys_are_read_under_the_other_layout(string typed, string meant) => Assert.Equal(meant, KeyboardLayout.Swap(typed));

    [Fact]
    public void Kazakh_letters_stand_on_the_digits() => Assert.Equal("қазақстан", KeyboardLayout.SwapKazakh("0fpf0cnfy"));

    [Fact]
    public void Number_that_stands_alone_is_no_kazakh_word() => Assert.Equal("клиника 32 тіс", KeyboardLayout.SwapKazakh("rkbybrf 32 n3c"));

    [Fact]
    public void Without_digits_the_kazakh_layout_says_nothing_new() => Assert.Null(KeyboardLayout.SwapKazakh("fkvfns"));

    [Fact]
    public void Swapping_russian_letters_twice_gives_them_back() =>
        Gen.Char['а', 'я'].Array[1, 30].Select(c => new string(c)).Where(w => KeyboardLayout.Swap(w).Count(char.IsAsciiLetter) * 2 > w.Length)
            .Sample(word => Assert.Equal(word, KeyboardLayout.Swap(KeyboardLayout.Swap(word))));

    [Theory]
    [InlineData('q', 'w', true)]
    [InlineData('q', 'a', true)]
    [InlineData('s', 'w', true)]
    [InlineData('s', 'e', true)]
    [InlineData('s', 'r', false)]
    [InlineData('п', 'а', true)]
    [InlineData('п', 'и', true)]
    [InlineData('п', 'ю', false)]
    [InlineData('q', 'ц', false)]
    public void Keys_that_touch_are_neighbours_whichever_comes_first(char left, char right, bool areNeighbours)
    {
        Assert.Equal(areNeighbours, KeyboardLayout.AreNeighbours(left, right));
        Assert.Equal(areNeighbours, KeyboardLayout.AreNeighbours(right, left));
    }
}
