namespace Registry.Web.Components;

/// <summary>Marks the texts of the layout.</summary>
public sealed class LayoutTexts;
