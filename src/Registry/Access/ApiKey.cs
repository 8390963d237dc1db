namespace Registry.Access;

/// <summary>A key for programs. Only a hash of its secret is kept.</summary>
public sealed class ApiKey
{
    public required Guid Id { get; init; }

    /// <summary>What it is for.</summary>
    public required string Name { get; init; }

    /// <summary>The one role of its actor.</summary>
    public required Role Role { get; init; }

    /// <summary>SHA-256 of the secret; the secret has 256 random bits, so that no slow hash is needed.</summary>
    public required byte[] Hash { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it is refused; null while it is good.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
