namespace Registry.Access;

/// <summary>How far a claim has come.</summary>
public enum ClaimState
{
    /// <summary>Waits for an administrator.</summary>
    Asked,

    /// <summary>The account's holder speaks for the company.</summary>
    Approved,
    Refused,

    /// <summary>It was approved and is taken back.</summary>
    Ended,
}

/// <summary>A person's claim to speak for a company: what right it rests on, and who believed it.</summary>
public sealed class CompanyClaim
{
    public required Guid Id { get; init; }

    /// <summary>Id of the account.</summary>
    public required Guid Account { get; init; }

    /// <summary>The company: BIN or register number.</summary>
    public required string Bin { get; init; }

    /// <summary>What gives the right: an office, or a power of attorney with number and day. May hold personal data.</summary>
    public required string Ground { get; set; }
    public required DateTimeOffset AskedAt { get; init; }
    public ClaimState State { get; set; }

    /// <summary>Id of the actor who decided last.</summary>
    public string? DecidedBy { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why it was decided so; the account's holder reads it.</summary>
    public string? Answer { get; set; }

    /// <summary>Grows with every change.</summary>
    public long Version { get; set; }
}

/// <summary>A claim with the names of its person and company.</summary>
public sealed record ClaimView(
    Guid Id, Guid Account, string Email, string Person, string Bin, string? NameRu, string? NameKk, string? NameEn,
    string Ground, ClaimState State, DateTimeOffset AskedAt, DateTimeOffset? DecidedAt, string? Answer, long Version);
