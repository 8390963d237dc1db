namespace Registry.Web.Checks;

/// <summary>Marks the texts of due diligence reports.</summary>
public sealed class CheckTexts;
