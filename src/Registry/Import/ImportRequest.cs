namespace Registry.Import;

/// <summary>What to import and how.</summary>
/// <param name="Source">Id of the source, e.g. <c>stat-register</c>.</param>
/// <param name="Files">Files of one command; for lists all pages of one snapshot.</param>
/// <param name="AsOf">Day on which the register learns the facts; null for the business day.</param>
/// <param name="DryRun">Reads and compares, writes nothing.</param>
/// <param name="AcceptRemovals">Lets a list take off more than a fifth of its entries.</param>
/// <param name="RejectsFile">CSV file for every problem, or null.</param>
/// <param name="ShiftDays">Days added to every date of the files (the demo set moves with the day of its loading).</param>
/// <param name="ShiftYears">Years added to every year of the files.</param>
public sealed record ImportRequest(
    string Source,
    IReadOnlyList<string> Files,
    DateOnly? AsOf = null,
    bool DryRun = false,
    bool AcceptRemovals = false,
    string? RejectsFile = null,
    int ShiftDays = 0,
    int ShiftYears = 0);

/// <summary>How far a run is.</summary>
/// <param name="Rows">Rows done.</param>
/// <param name="Share">0..1 of the bytes, where known.</param>
/// <param name="Rejected">Rows refused so far.</param>
public sealed record ImportProgress(long Rows, double? Share, long Rejected);

/// <summary>Why a run could not be made or finished.</summary>
/// <param name="Reason">Machine-readable, e.g. <c>unknownSource</c>, <c>missingColumn</c>, <c>tooManyRemovals</c>, <c>alreadyRunning</c>.</param>
public sealed record ImportFailure(string Reason, string Detail);

/// <summary>What a run did, row by row in sum: every row read is added, changed, unchanged or rejected.</summary>
public sealed record ImportOutcome
{
    public long Read { get; init; }
    public long Added { get; init; }
    public long Changed { get; init; }
    public long Unchanged { get; init; }

    /// <summary>Entries that a newer list no longer has.</summary>
    public long Removed { get; init; }
    public long Rejected { get; init; }

    /// <summary>The first hundred problems; the rejects file has all.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];
    public ImportFailure? Failure { get; init; }
}
