namespace Registry.Web.Audit;

/// <summary>Marks the texts of the trace's page.</summary>
public sealed class AuditTexts;
