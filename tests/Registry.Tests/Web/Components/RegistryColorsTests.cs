using System.Globalization;
using Registry.Web.Components;
using Xunit;

namespace Registry.Tests.Web.Components;

public sealed class RegistryColorsTests
{
    private const double Readable = 4.5;

    public static TheoryData<string> Palettes => ["light", "dark"];

    [Theory]
    [MemberData(nameof(Palettes))]
    public void Texts_are_readable_on_what_they_stand_on(string palette)
    {
        var c = palette == "light" ? RegistryColors.Light : RegistryColors.Dark;
        (string, string)[] pairs =
        [
            .. new[] { c.Ground, c.Panel, c.Sunk }.SelectMany(ground => new[] { c.Ink, c.SecondInk, c.Primary, c.A, c.B, c.C, c.D, c.E }.Select(ink => (ink, ground))),
            (c.A, c.ATint), (c.B, c.BTint), (c.C, c.CTint), (c.D, c.DTint), (c.E, c.ETint), (c.Primary, c.Tint), (c.OnPrimary, c.Primary),
            .. new[] { c.A, c.B, c.C, c.D, c.E }.Select(band => (c.Letter, band)),
        ];

        Assert.All(pairs, pair => Assert.True(Contrast(pair.Item1, pair.Item2) >= Readable, $"{pair.Item1} on {pair.Item2}: {Contrast(pair.Item1, pair.Item2):0.00}"));
    }

    [Fact]
    public void Both_palettes_reach_the_page_as_custom_properties()
    {
        var colours = RegistryTheme.Css;

        Assert.All(RegistryColors.Light.Properties, p => Assert.Contains($"--{p.Name}:{p.Value};", colours, StringComparison.Ordinal));
        Assert.All(RegistryColors.Dark.Properties, p => Assert.Contains($"--{p.Name}:{p.Value};", colours, StringComparison.Ordinal));
    }

    private static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    /// <summary>Relative luminance as in WCAG 2.2.</summary>
    private static double Luminance(string hex)
    {
        double Channel(int at)
        {
            var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }
}
