namespace Registry.Web.Companies;

/// <summary>Marks the texts of the company card.</summary>
public sealed class CompanyTexts;
