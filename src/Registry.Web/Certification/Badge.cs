using System.Globalization;
using System.Net;
using System.Resources;
using Registry.Certification;
using Registry.Web.Components;
using Registry.Web.Shared;

namespace Registry.Web.Certification;

/// <summary>How large a badge is drawn.</summary>
public enum BadgeSize
{
    /// <summary>200 × 48, for a line of text or a footer.</summary>
    Small,

    /// <summary>280 × 104, with number and term.</summary>
    Large,
}

/// <summary>
/// Draws the badge of a label as it stands: the chamber's own mark and the word for the state. Only a valid label has the mark in colour
/// and the word for valid; nothing that is not valid carries that word in any language.
/// </summary>
public static class Badge
{
    private const string MarkPaths = """
        <g fill="none" stroke-linecap="round"><path d="M10 14.5c2.2-2.4 4.4-2.4 6.6 0s4.4 2.4 6.6 0 4.4-2.4 6.6 0" stroke-width="2" stroke-opacity=".6"/><path d="M6.5 20.8c3-3.4 6-3.4 9 0s6 3.4 9 0 6-3.4 9 0" stroke-width="3"/><path d="M12 27.2c1.8-2 3.6-2 5.4 0s3.6 2 5.4 0 3.6-2 5.4 0" stroke-width="2" stroke-opacity=".6"/></g>
        """;

    private static readonly RegistryColors Colors = RegistryColors.Light;
    private static readonly ResourceManager Texts = new(typeof(SharedTexts));

    /// <summary>The SVG document.</summary>
    /// <param name="label">The label, or null for a number that no label has.</param>
    /// <param name="language">Language of the words.</param>
    public static string Draw(LabelView? label, CultureInfo language, BadgeSize size)
    {
        var state = label?.State ?? LabelState.Unknown;
        var (wave, word) = (Text("CleanWave", language), Text($"LabelState.{state}", language));
        var (width, height) = size is BadgeSize.Small ? (200, 48) : (280, 104);
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-label="{wave}: {word}" font-family="'Golos Text',system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',sans-serif">
            <title>{wave}: {word}</title>
            <rect x=".5" y=".5" width="{width - 1}" height="{height - 1}" rx="9.5" fill="{Colors.Panel}" stroke="{Colors.Hairline}"/>
            {(size is BadgeSize.Small ? Small(state, wave, word) : Large(label, state, wave, word))}
            </svg>
            """;
    }

    private static string Small(LabelState state, string wave, string word) => $"""
        {Mark(state, 8, 8, 32)}
        <text x="50" y="21" font-size="12" fill="{Colors.SecondInk}">{wave}</text>
        <text x="50" y="38" font-size="15" font-weight="600" fill="{InkOf(state)}">{word}</text>
        """;

    private static string Large(LabelView? label, LabelState state, string wave, string word) => $"""
        {Mark(state, 16, 20, 64)}
        <text x="96" y="33" font-size="14" fill="{Colors.SecondInk}">{wave}</text>
        <text x="96" y="58" font-size="20" font-weight="600" fill="{InkOf(state)}">{word}</text>
        <text x="96" y="80" font-size="13" fill="{Colors.Ink}">{WebUtility.HtmlEncode(label?.Number)}</text>
        <text x="96" y="96" font-size="11" fill="{Colors.SecondInk}">{Term(label, state)}</text>
        """;

    private static string Mark(LabelState state, int x, int y, int size)
    {
        var (disc, line) = state is LabelState.Valid ? (Colors.Wave, Colors.Panel) : (Colors.Sunk, Colors.SecondInk);
        var scale = (size / 40.0).ToString("0.##", CultureInfo.InvariantCulture);
        return $"""<g transform="translate({x} {y}) scale({scale})"><circle cx="20" cy="20" r="20" fill="{disc}"/><g stroke="{line}">{MarkPaths}</g></g>""";
    }

    private static string Term(LabelView? label, LabelState state) =>
        label is not null && state is LabelState.Valid ? $"{Day(label.Since)} – {Day(label.Until)}" : "";

    private static string Day(DateOnly? day) => day?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) ?? "";

    private static string InkOf(LabelState state) => state is LabelState.Valid ? Colors.A : Colors.E;

    private static string Text(string key, CultureInfo language) =>
        WebUtility.HtmlEncode(Texts.GetString(key, language) ?? throw new MissingManifestResourceException(key));
}
