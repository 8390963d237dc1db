namespace Registry.Web.Shared;

/// <summary>Signs of a line that was, or was not, checked.</summary>
public enum CheckSignKind
{
    Fine,
    Risk,
    Stop,
    NotChecked,
    NotApplicable,
}
