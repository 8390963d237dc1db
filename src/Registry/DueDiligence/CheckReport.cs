namespace Registry.DueDiligence;

/// <summary>What the check is for; bars of public procurement count only there.</summary>
public enum CheckPurpose
{
    Contract,
    Procurement,
}

/// <summary>The advice (methodology §7), worst first. It informs; the user decides.</summary>
public enum Verdict
{
    Stop,
    NotEnoughData,
    HighAttention,
    Attention,
    NoRemarks,
}

/// <summary>Result of one check in three states (and the ones that do not apply).</summary>
public enum CheckState
{
    Fine,
    Risk,
    NotChecked,
    NotApplicable,
}

/// <summary>One line of a report.</summary>
/// <param name="Id">Id in the catalogue of checks; key of the texts.</param>
/// <param name="Section">Section of the report it belongs to, in the order of methodology §7.</param>
/// <param name="IsStop">A finding that stops by itself.</param>
/// <param name="IsStrong">A strong sign: leads to "high attention".</param>
/// <param name="Arguments">Values for the text, by name: numbers invariant, dates <c>yyyy-MM-dd</c>.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="AsOf">Day of the data.</param>
/// <param name="Note">Why it was not checked, or a remark; key of the texts.</param>
public sealed record CheckItem(
    string Id,
    string Section,
    CheckState State,
    bool IsStop,
    bool IsStrong,
    IReadOnlyDictionary<string, string> Arguments,
    string? Source,
    DateOnly? AsOf,
    string? Note);

/// <summary>A due diligence check as it was made: stored, never recomputed.</summary>
public sealed record CheckReport
{
    /// <summary>Random, unguessable: whoever holds it may read the report.</summary>
    public required Guid Id { get; init; }
    public required string Bin { get; init; }
    public string? NameRu { get; init; }
    public string? NameKk { get; init; }
    public string? NameEn { get; init; }
    public required CheckPurpose Purpose { get; init; }
    public required Verdict Verdict { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Business day of the data.</summary>
    public required DateOnly AsOf { get; init; }
    public string? RequestedBy { get; init; }
    public required IReadOnlyList<CheckItem> Items { get; init; }
    public required IReadOnlyList<Indices.IndexResult> Indices { get; init; }

    /// <summary>Day of the latest load per source used.</summary>
    public required IReadOnlyDictionary<string, DateOnly> Sources { get; init; }
    public required string Methodology { get; init; }

    /// <summary>Short code to read out or type, with a check character, e.g. <c>KZ-DD-7F3K-92QM</c>.</summary>
    public required string Code { get; init; }

    /// <summary>SHA-256, hex, of the report's canonical JSON without this field.</summary>
    public string Hash { get; init; } = "";
}

/// <summary>A stored report: the JSON is what was hashed.</summary>
public sealed class StoredCheck
{
    public required Guid Id { get; set; }
    public required string Bin { get; set; }
    public required string Code { get; set; }
    public required string Hash { get; set; }
    public Verdict Verdict { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public required string Json { get; set; }
}
