namespace Registry.Search;

/// <summary>How the search does: whether searches are answered by the engine and whether it takes what changed.</summary>
public sealed class SearchCondition
{
    private volatile string? searching;
    private volatile string? indexing;

    /// <summary>Why searches are answered from elsewhere; null while the engine answers.</summary>
    public string? Searching
    {
        get => searching;
        internal set => searching = value;
    }

    /// <summary>Why changes wait in the queue; null while the engine takes them.</summary>
    public string? Indexing
    {
        get => indexing;
        internal set => indexing = value;
    }

    /// <summary>Whether what searches show may be incomplete or old.</summary>
    public bool IsDegraded => searching is not null || indexing is not null;
}
