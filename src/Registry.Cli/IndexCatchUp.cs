using Registry.Search;
using Registry.Search.LuceneEngine;

namespace Registry.Cli;

/// <summary>Brings the search index up to what a verb changed, unless a running host does it.</summary>
internal static class IndexCatchUp
{
    /// <summary>Works the queue off; where a host holds the index, the queue is its to work off.</summary>
    public static async Task RunAsync(Session session, CancellationToken cancel)
    {
        if (TryOpen(session) is { } worker)
            await worker.DrainAsync(cancel);
        else
            session.Output.Say("A host runs on this data directory; it indexes the changes.");
    }

    /// <summary>The index worker, or null while a host holds the index.</summary>
    public static IndexWorker? TryOpen(Session session)
    {
        try
        {
            return session.Get<IndexWorker>();
        }
        catch (SearchIndexInUseException)
        {
            return null;
        }
    }
}
