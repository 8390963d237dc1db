using Registry.Data;

namespace Registry.Search;

/// <summary>Brings the index to what the database holds: anew where it holds nothing, by the queue otherwise.</summary>
public sealed class IndexKeeper(ICompanySearch search, CompanyRows rows, IndexQueue queue, IndexWorker worker)
{
    /// <summary>Returns when the index holds the database; a lost or empty index is built anew.</summary>
    public async Task CatchUpAsync(CancellationToken cancel)
    {
        var companies = await rows.CountAsync(cancel);
        var waiting = await queue.LengthAsync(cancel);
        var indexed = await search.CountAsync(cancel);
        // What is missing must stand in the queue; where it cannot, the index was lost or is another database's.
        if (indexed > companies || companies - indexed > waiting)
            await worker.RebuildAsync(cancel);
        await worker.DrainAsync(cancel);
    }
}
