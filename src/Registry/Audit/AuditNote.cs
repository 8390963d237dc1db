namespace Registry.Audit;

/// <summary>What is to stand in the trace.</summary>
/// <param name="What">What was done: lower case words with dots, e.g. <c>label.granted</c>; at most 64 characters.</param>
/// <param name="Subject">What it was done to; at most 200 characters, never an IIN, an e-mail address or a name of a person.</param>
public sealed record AuditNote(string What, string Subject)
{
    /// <summary>State before, as a record whose properties become fields; null where there was none.</summary>
    public object? Before { get; init; }

    /// <summary>State after. Fields equal in both are not kept.</summary>
    public object? After { get; init; }

    /// <summary>Why, in the words of the one who did it.</summary>
    public string? Reason { get; init; }
}
