namespace Registry.Web.Components;

/// <summary>
/// The colours of one palette: the only place where they are written. The MudBlazor theme and the custom properties of the
/// stylesheet are both made from it. Text on its tint, on panel, ground and sunk, and letters on bands reach 4.5 : 1.
/// </summary>
/// <param name="Letter">Letter on a band colour.</param>
/// <param name="Wave">The mark and the current navigation; never text.</param>
public sealed record RegistryColors(
    string Ground, string Panel, string Sunk, string Ink, string SecondInk, string Hairline, string Stronger,
    string Primary, string OnPrimary, string Tint, string Wave, string Letter,
    string A, string ATint, string B, string BTint, string C, string CTint, string D, string DTint, string E, string ETint)
{
    /// <summary>Calm paper.</summary>
    public static readonly RegistryColors Light = new(
        "#F6F8F9", "#FFFFFF", "#EEF2F4", "#14232B", "#4A5B65", "#DBE3E7", "#C3CED4",
        "#00687A", "#FFFFFF", "#E3F4F7", "#00AFCA", "#FFFFFF",
        "#0A6E69", "#D5EDEB", "#3A7520", "#E2F0DA", "#7F5900", "#FBF0D2", "#A84A0D", "#FCE4D4", "#B3261E", "#F9DCDA");

    /// <summary>The same at night.</summary>
    public static readonly RegistryColors Dark = new(
        "#0E171B", "#15222A", "#1B2A33", "#E7EEF1", "#A5B4BC", "#263740", "#3A4D57",
        "#5CCBDD", "#06262D", "#12343C", "#00AFCA", "#0E171B",
        "#4CC3BC", "#123B3A", "#8CCB6B", "#213A17", "#E5B94A", "#3D3110", "#F0935A", "#43260F", "#F28B82", "#451B18");

    /// <summary>The custom properties of this palette, by name.</summary>
    public IEnumerable<(string Name, string Value)> Properties =>
    [
        ("ground", Ground), ("panel", Panel), ("sunk", Sunk), ("ink", Ink), ("second-ink", SecondInk),
        ("hairline", Hairline), ("stronger", Stronger), ("primary", Primary), ("on-primary", OnPrimary),
        ("tint", Tint), ("wave", Wave), ("letter", Letter),
        ("a", A), ("a-tint", ATint), ("b", B), ("b-tint", BTint), ("c", C), ("c-tint", CTint),
        ("d", D), ("d-tint", DTint), ("e", E), ("e-tint", ETint),
    ];
}
