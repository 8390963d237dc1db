using Bunit;
using Registry.Indices;
using Registry.Web.Shared;
using Xunit;

namespace Registry.Tests.Web.Shared;

public sealed class BandLetterTests : PageTestContext
{
    [Fact]
    public void A_letter_comes_with_its_colour_and_its_meaning_in_words()
    {
        var letter = Render<BandLetter>(p => p.Add(x => x.Band, "C")).Find("span");

        Assert.Contains("band-c", letter.ClassName, StringComparison.Ordinal);
        Assert.Equal("Группа C: 40–59,9", letter.GetAttribute("title"));
    }

    [Fact]
    public void No_band_is_hatched_and_says_why()
    {
        var letter = Render<BandLetter>(p => p.Add(x => x.Band, null).Add(x => x.State, IndexState.FirstYear)).Find("span");

        Assert.Contains("band-none", letter.ClassName, StringComparison.Ordinal);
        Assert.Contains("Первый год работы", letter.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_is_shown_in_halves_and_copied_without_a_space()
    {
        var number = Render<BinText>(p => p.Add(x => x.Number, "150340012347"));

        Assert.Equal(["150340", "012347"], number.FindAll(".bin > span").Select(s => s.TextContent));
        Assert.Equal("150340012347", number.Find(".bin").TextContent);
    }
}
