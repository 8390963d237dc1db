namespace Registry.Search;

/// <summary>The search does not answer now; what was asked may be answered from elsewhere, what was to be indexed stays in the queue.</summary>
public class SearchUnavailableException(string message, Exception? inner = null) : IOException(message, inner)
{
    /// <summary>Whether other questions would not be answered either; false where only this one was refused.</summary>
    public virtual bool IsDown => true;
}

/// <summary>Companies that the search will not take as they are; all others of the same call are indexed.</summary>
/// <param name="refused">Why, by number.</param>
public sealed class DocumentsRefusedException(IReadOnlyDictionary<string, string> refused)
    : Exception($"{refused.Count} companies were refused by the search, the first: {refused.Values.FirstOrDefault()}")
{
    /// <summary>Why, by number.</summary>
    public IReadOnlyDictionary<string, string> Refused => refused;
}
