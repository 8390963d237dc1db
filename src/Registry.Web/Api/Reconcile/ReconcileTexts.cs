namespace Registry.Web.Api.Reconcile;

/// <summary>Marks the texts of the reconciliation service.</summary>
public sealed class ReconcileTexts;
