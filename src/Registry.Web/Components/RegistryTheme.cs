using System.Text;
using MudBlazor;

namespace Registry.Web.Components;

/// <summary>The one theme: MudBlazor's palettes, type and radius, and the same colours as custom properties.</summary>
public static class RegistryTheme
{
    private static readonly string[] Family = ["Golos Text", "system-ui", "sans-serif"];

    /// <summary>MudBlazor's theme.</summary>
    public static MudTheme Mud { get; } = new()
    {
        PaletteLight = Fill(new PaletteLight(), RegistryColors.Light),
        PaletteDark = Fill(new PaletteDark(), RegistryColors.Dark),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Family, FontSize = "1rem", FontWeight = "400", LineHeight = "1.5", LetterSpacing = "normal" },
            H1 = new H1Typography { FontFamily = Family, FontSize = "1.75rem", FontWeight = "600", LineHeight = "1.25", LetterSpacing = "normal" },
            H2 = new H2Typography { FontFamily = Family, FontSize = "1.25rem", FontWeight = "600", LineHeight = "1.35", LetterSpacing = "normal" },
            H3 = new H3Typography { FontFamily = Family, FontSize = "1rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Family, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Family, FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Family, FontSize = "1rem", FontWeight = "500", LineHeight = "1.5", LetterSpacing = "normal", TextTransform = "none" },
        },
    };

    /// <summary>
    /// The custom properties for both palettes: the visitor's choice stands in <c>data-theme</c> on the root,
    /// without one the system's preference holds, from the first paint on.
    /// </summary>
    public static string Css { get; } =
        $":root{{color-scheme:light;{Block(RegistryColors.Light)}}}"
        + $"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{color-scheme:dark;{Block(RegistryColors.Dark)}}}}}"
        + $":root[data-theme=dark]{{color-scheme:dark;{Block(RegistryColors.Dark)}}}"
        + $"@media print{{:root,:root[data-theme]{{color-scheme:light;{Block(RegistryColors.Light)}}}}}";

    private static string Block(RegistryColors colors)
    {
        var css = new StringBuilder();
        foreach (var (name, value) in colors.Properties)
            css.Append("--").Append(name).Append(':').Append(value).Append(';');
        return css.ToString();
    }

    private static T Fill<T>(T palette, RegistryColors colors)
        where T : Palette
    {
        palette.Background = colors.Ground;
        palette.BackgroundGray = colors.Sunk;
        palette.Surface = colors.Panel;
        palette.DrawerBackground = colors.Panel;
        palette.AppbarBackground = colors.Panel;
        palette.AppbarText = colors.Ink;
        palette.TextPrimary = colors.Ink;
        palette.TextSecondary = colors.SecondInk;
        palette.ActionDefault = colors.SecondInk;
        palette.Divider = colors.Hairline;
        palette.LinesDefault = colors.Hairline;
        palette.TableLines = colors.Hairline;
        palette.LinesInputs = colors.Stronger;
        palette.Primary = colors.Primary;
        palette.PrimaryContrastText = colors.OnPrimary;
        palette.Success = colors.A;
        palette.Warning = colors.C;
        palette.Error = colors.E;
        palette.Info = colors.Primary;
        return palette;
    }
}
