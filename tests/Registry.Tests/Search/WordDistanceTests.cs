using Registry.Search;
using Xunit;

namespace Registry.Tests.Search;

public sealed class WordDistanceTests
{
    [Theory]
    [InlineData("самал", "самал", 0)]
    [InlineData("самал", "сама", 1)]
    [InlineData("самал", "гамал", 1)]
    [InlineData("самал", "сажзл", 2)]
    public void Slips_add_up(string typed, string meant, double distance) => Assert.Equal(distance, WordDistance.Of(typed, meant, 3), 6);

    [Theory]
    [InlineData("самал", "смаал")]
    [InlineData("томат", "тамат")]
    [InlineData("tomat", "tamat")]
    [InlineData("самал", "сапал")]
    [InlineData("samal", "sakal")]
    [InlineData("асан", "ассан")]
    [InlineData("ассан", "асан")]
    public void Slips_that_hands_and_ears_make_often_count_less(string typed, string meant) =>
        Assert.InRange(WordDistance.Of(typed, meant, 3), 0.5, 0.95);

    [Fact]
    public void Beyond_the_limit_is_infinitely_far()
    {
        Assert.Equal(double.PositiveInfinity, WordDistance.Of("самал", "қыран", 2));
        Assert.Equal(double.PositiveInfinity, WordDistance.Of("а", "абвг", 2));
    }
}
