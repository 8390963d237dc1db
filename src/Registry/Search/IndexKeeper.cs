using Microsoft.Extensions.Logging;
using Registry.Data;

namespace Registry.Search;

/// <summary>Brings the index to what the database holds: anew where it holds nothing, by the queue otherwise.</summary>
public sealed class IndexKeeper(
    ICompanySearch search, CompanyRows rows, IndexQueue queue, IndexWorker worker, TimeProvider time, ILogger<IndexKeeper> log)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Returns true when the index holds the database; a lost or empty index is built anew. False where the search does not answer.</summary>
    public async Task<bool> CatchUpAsync(CancellationToken cancel)
    {
        try
        {
            var companies = await rows.CountAsync(cancel);
            var waiting = await queue.LengthAsync(cancel);
            var indexed = await search.CountAsync(cancel);
            // What is missing must stand in the queue; where it cannot, the index was lost or is another database's.
            if (indexed > companies || companies - indexed > waiting)
                await worker.RebuildAsync(cancel);
            await worker.DrainAsync(cancel);
            return true;
        }
        catch (SearchUnavailableException down)
        {
            log.LogWarning("The index could not be brought up to date: {Reason}", down.Message);
            return false;
        }
    }

    /// <summary>Tries until the search answers and the index holds the database.</summary>
    public async Task CatchUpWhenItAnswersAsync(CancellationToken cancel)
    {
        for (var pause = FirstPause; !await CatchUpAsync(cancel); pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
            await Task.Delay(pause, time, cancel);
    }
}
