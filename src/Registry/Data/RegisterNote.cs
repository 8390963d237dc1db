namespace Registry.Data;

/// <summary>A small fact about the register itself, e.g. the day on which the demo set was loaded.</summary>
public sealed class RegisterNote
{
    public required string Key { get; set; }
    public required string Value { get; set; }
}
