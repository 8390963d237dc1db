using Registry.Companies.Classifiers;
using Xunit;

namespace Registry.Tests.Companies.Classifiers;

public sealed class ClassifierTests
{
    [Theory]
    [InlineData("F", "ru", "Строительство")]
    [InlineData("F", "kk", "Құрылыс")]
    [InlineData("F", "en", "Construction")]
    [InlineData("41.20", "en", "Construction of buildings")]
    public void An_activity_has_a_name_in_each_language(string code, string language, string name) => Assert.Equal(name, Oked.Name(code, language));

    [Fact]
    public void An_unknown_subclass_takes_the_name_of_the_nearest_wider_code() =>
        Assert.Equal(Oked.Name("41", "ru"), Oked.Name("41999", "ru"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00000")]
    [InlineData("Z")]
    public void An_unknown_activity_has_no_name(string? code) => Assert.Null(Oked.Name(code, "ru"));

    [Fact]
    public void There_are_twenty_regions_named_in_three_languages()
    {
        Assert.Equal(20, Kato.Regions.Count());
        Assert.All(Kato.Regions, region => Assert.All(["ru", "kk", "en"], language => Assert.False(string.IsNullOrWhiteSpace(Kato.Region(region, language)))));
        Assert.Equal("Almaty", Kato.Region("751110000", "en"));
    }

    [Fact]
    public void Every_size_is_named_in_three_languages() =>
        Assert.All(Krp.Sizes, size => Assert.All(["ru", "kk", "en"], language => Assert.False(string.IsNullOrWhiteSpace(Krp.Name(size, language)))));
}
