using Registry.Access;

namespace Registry.Certification;

/// <summary>What is wrong with a field of an input, or with the thing as a whole.</summary>
/// <param name="Field">Name of the field as the input record has it; empty for the whole.</param>
/// <param name="Reason">Machine-readable, e.g. <c>required</c>, <c>fourEyes</c>, or the id of an unmet condition.</param>
public sealed record FieldProblem(string Field, string Reason);

/// <summary>A field that somebody else changed since it was read.</summary>
/// <param name="Seen">What the writer had before their eyes.</param>
/// <param name="Theirs">What stands now.</param>
/// <param name="Mine">What the writer wants.</param>
public sealed record FieldConflict(string Field, string Seen, string Theirs, string Mine);

/// <summary>What became of a change at the desk.</summary>
public abstract record DeskOutcome
{
    private DeskOutcome()
    {
    }

    /// <summary>It is written, with its line in the trace.</summary>
    /// <param name="Subject">Number or id of what was changed.</param>
    public sealed record Done(string Subject) : DeskOutcome;

    /// <summary>The actor may not do this.</summary>
    public sealed record Denied(Permission Missing) : DeskOutcome;

    /// <summary>The input does not hold, or the state does not allow it; nothing is written.</summary>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : DeskOutcome;

    /// <summary>Somebody else was faster; nothing is written.</summary>
    public sealed record Stale(IReadOnlyList<FieldConflict> Conflicts) : DeskOutcome;

    /// <summary>There is no such thing.</summary>
    public sealed record NotFound : DeskOutcome;

    internal static Invalid Wrong(string field, string reason) => new([new FieldProblem(field, reason)]);
}
