namespace Registry.Indices.Evidence;

/// <summary>A back-test as it was kept: never changed, never deleted; the newest of an index is shown.</summary>
public sealed record StoredBackTest
{
    public required Guid Id { get; init; }
    public required IndexId Index { get; init; }
    public required DateOnly AsOf { get; init; }
    public required DateTimeOffset ComputedAt { get; init; }
    public required string Methodology { get; init; }

    /// <summary>The whole <see cref="BackTestResult"/> as JSON.</summary>
    public required string Result { get; init; }
}
