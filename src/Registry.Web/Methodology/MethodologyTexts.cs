namespace Registry.Web.Methodology;

/// <summary>Marks the texts of the methodology page.</summary>
public sealed class MethodologyTexts;
