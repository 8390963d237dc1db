namespace Registry.Web.Access;

/// <summary>Marks the texts of signing in, of the own account and of the accounts' administration.</summary>
public sealed class AccessTexts;
