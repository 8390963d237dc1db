namespace Registry.Audit;

/// <summary>
/// One line of the trace, written in the transaction of what it tells. It never changes: the database refuses updates and deletes.
/// It holds ids and salted hashes only; the values lie in <see cref="AuditValues"/> and can be erased.
/// </summary>
public sealed class AuditEntry
{
    public required Guid Id { get; init; }

    /// <summary>Real time of the write, UTC, whole microseconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Id of the actor.</summary>
    public required string ActorId { get; init; }

    /// <summary>How the actor had signed in.</summary>
    public required Access.SignInKind SignIn { get; init; }

    /// <summary>What was done, e.g. <c>label.granted</c>.</summary>
    public required string What { get; init; }

    /// <summary>What it was done to, e.g. <c>label:KZ-…</c>, a BIN or <c>user:</c> with an id; never an IIN.</summary>
    public required string Subject { get; init; }

    /// <summary>Salted SHA-256 of every value, one <c>field=base64</c> a line in ordinal order of the fields.</summary>
    public required string Digests { get; init; }
}

/// <summary>The values of an entry with their salts. Without them the entry still stands in the chain.</summary>
public sealed class AuditValues
{
    /// <summary>Id of the entry.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>Name of the actor, reason, and the fields of before and after, each with its salt; see <see cref="SaltedValues"/>.</summary>
    public required string Json { get; set; }
}

/// <summary>An entry that waits for its place in the chain.</summary>
public sealed class AuditWaiting
{
    /// <summary>Id of the entry.</summary>
    public required Guid EntryId { get; init; }
}

/// <summary>The place of an entry in the chain. It never changes.</summary>
public sealed class AuditLink
{
    /// <summary>1, 2, 3 … without gap.</summary>
    public required long Position { get; init; }

    /// <summary>Id of the entry.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>SHA-256 over the hash of the link before, the position and the entry.</summary>
    public required byte[] Hash { get; init; }
}
