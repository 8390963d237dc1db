namespace Registry.Indices;

/// <summary>Which companies a run computes.</summary>
public enum ScoreScope
{
    /// <summary>All of them, with the peers gathered anew first.</summary>
    Full,

    /// <summary>
    /// Those with facts learned since their last computing, and those whose last result has run out by date
    /// (<see cref="ScoredUntil.Day"/>); the latest peer tables stay, so nobody changes by the peers alone.
    /// </summary>
    Changed,
}

/// <summary>Where a run stands.</summary>
public enum ScoreRunState
{
    Running,
    Done,
    Failed,
}

/// <summary>What a run is at.</summary>
public enum ScoreStage
{
    Peers,
    Indices,
}

/// <summary>
/// One run over many companies: how far it came and when it was last alive. A full run whose process died is gone on with
/// by the next one for the same day, after the last company that is certainly done.
/// </summary>
public sealed class ScoreRun
{
    public required Guid Id { get; set; }
    public required DateOnly AsOf { get; set; }
    public required ScoreScope Scope { get; set; }
    public required string Methodology { get; set; }
    public ScoreRunState State { get; set; }
    public ScoreStage Stage { get; set; }

    /// <summary>Every company up to this number is done; empty before the first.</summary>
    public string After { get; set; } = "";

    /// <summary>Companies done.</summary>
    public long Done { get; set; }

    /// <summary>Companies in the register when the run began.</summary>
    public long Total { get; set; }
    public long Snapshots { get; set; }

    /// <summary>Peer tables stored with the run; they are those of its day.</summary>
    public int PeerTables { get; set; }
    public string? Error { get; set; }
    public required DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset HeartbeatAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public string Host { get; set; } = "";
    public int ProcessId { get; set; }
}

/// <summary>
/// Up to when a company's latest results hold. Every fact learned grows <see cref="Companies.Company.Version"/> in its own transaction,
/// so a row of an older version, like none at all, says that the company is to be computed.
/// </summary>
public sealed record ScoredUntil
{
    public required string Bin { get; init; }

    /// <summary>The company's version that the results were computed from, or became by keeping them.</summary>
    public required long Version { get; init; }

    /// <summary>First day on which the results may come out differently by the passing of time alone.</summary>
    public required DateOnly Day { get; init; }
}
