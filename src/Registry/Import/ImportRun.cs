namespace Registry.Import;

/// <summary>Where an import run stands.</summary>
public enum ImportState
{
    Running,
    Done,
    Failed,
}

/// <summary>
/// One run of an import: its counts, how far it came and when it was last alive. A run whose process died is taken over
/// by the next one of the same file.
/// </summary>
public sealed class ImportRun
{
    public required Guid Id { get; set; }
    public required string Source { get; set; }
    public required string Files { get; set; }

    /// <summary>Id of the actor who began it.</summary>
    public required string StartedBy { get; set; }

    /// <summary>SHA-256 of the files' hashes and the options: tells the same file from a changed one.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>Day on which the register learns the facts.</summary>
    public DateOnly AsOf { get; set; }
    public ImportState State { get; set; }
    public string? Error { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset HeartbeatAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public string Host { get; set; } = "";
    public int ProcessId { get; set; }

    /// <summary>Rows whose effect is committed.</summary>
    public long Read { get; set; }
    public long Added { get; set; }
    public long Changed { get; set; }
    public long Unchanged { get; set; }
    public long Removed { get; set; }
    public long Rejected { get; set; }
}

/// <summary>
/// What the register holds of a source: the day the data speak of and the day they came. Absence is proven only by a fresh load.
/// Key: <c>Source, AsOf, KnownFrom</c>.
/// </summary>
public sealed record SourceLoad
{
    public required string Source { get; init; }

    /// <summary>The day the data speak of: a list's own date, else the day of the import.</summary>
    public required DateOnly AsOf { get; init; }
    public required DateOnly KnownFrom { get; init; }
    public long Rows { get; init; }
}

/// <summary>A row that was refused: where, what, why.</summary>
/// <param name="Row">One-based row in the file, the header counted.</param>
/// <param name="Column">Name of the column, or empty for the whole row.</param>
/// <param name="Value">What stood there, shortened; never an IIN.</param>
/// <param name="Reason">Machine-readable, e.g. <c>noBin</c>, <c>notADate</c>.</param>
public sealed record ImportProblem(long Row, string Column, string Value, string Reason);
