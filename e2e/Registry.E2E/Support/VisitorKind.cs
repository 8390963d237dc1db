using Microsoft.Playwright;

namespace Registry.E2E.Support;

/// <summary>Who visits, and with what.</summary>
public sealed record VisitorKind
{
    /// <summary>Language of the browser.</summary>
    public string Language { get; init; } = "ru";
    public bool JavaScript { get; init; } = true;
    public bool Dark { get; init; }

    /// <summary>Width of the window in CSS pixels.</summary>
    public int Width { get; init; } = 1440;

    internal BrowserNewContextOptions Options(Uri address) => new()
    {
        BaseURL = address.ToString(),
        Locale = Language,
        JavaScriptEnabled = JavaScript,
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        ViewportSize = new ViewportSize { Width = Width, Height = 900 },
        TimezoneId = "Asia/Almaty",
    };
}
