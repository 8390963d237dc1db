namespace Registry.Search;

/// <summary>
/// "This company changed": written in the transaction of the change, taken by the index worker. State, not an event:
/// order does not matter and a replay is harmless.
/// </summary>
public sealed class IndexQueueEntry
{
    public long Id { get; set; }
    public required string Bin { get; set; }
}
