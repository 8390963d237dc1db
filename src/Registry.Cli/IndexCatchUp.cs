using System.Globalization;
using Registry.Data;
using Registry.Search;
using Registry.Search.LuceneEngine;

namespace Registry.Cli;

/// <summary>Brings the search index up to what a verb changed, unless a running host does it.</summary>
internal static class IndexCatchUp
{
    /// <summary>After a load of a whole register the index is better built when somebody asks it.</summary>
    private const long LongestQueue = 50_000;

    /// <summary>
    /// Works the queue off; where a host holds the index, the queue is its to work off. A long queue is left to whoever needs the index next:
    /// the host's start, <c>search</c> or <c>reindex</c>.
    /// </summary>
    public static async Task RunAsync(Session session, CancellationToken cancel)
    {
        var waiting = await session.Get<IndexQueue>().LengthAsync(cancel);
        if (waiting > LongestQueue)
            session.Output.Say(string.Create(CultureInfo.InvariantCulture, $"{waiting:N0} changes wait for the search index; the host's start, search or reindex works them off."));
        else if (TryOpen(session) is { } worker)
            await DrainAsync(session, worker, cancel);
        else
            session.Output.Say("A host runs on this data directory; it indexes the changes.");
    }

    /// <summary>Works the queue off as far as the search takes it: what was changed is changed, and the queue loses nothing.</summary>
    public static async Task DrainAsync(Session session, IndexWorker worker, CancellationToken cancel)
    {
        try
        {
            await worker.DrainAsync(cancel);
        }
        catch (SearchUnavailableException down)
        {
            session.Output.Say($"Changes wait for the search index. {down.Message}");
        }
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
