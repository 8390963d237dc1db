using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Registry.Data;

namespace Registry.Search;

/// <summary>
/// Keeps the search index in step with the database: takes changed companies from the queue, loads them as they are now, indexes them.
/// A search server that is down only makes the queue longer.
/// </summary>
public sealed class IndexWorker(
    IndexQueue queue, CompanyDocuments documents, ICompanySearch search, TimeProvider time, ILogger<IndexWorker> log) : BackgroundService
{
    /// <summary>Companies read and indexed at once.</summary>
    private const int BatchSize = 2_000;

    /// <summary>Entries taken at once: many more than companies, because a scoring run queues each company again and again.</summary>
    private const int ClaimSize = 100_000;

    /// <summary>A change is to be visible within a second.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Companies refused the last time: they are tried again and again, but told once.</summary>
    private IReadOnlySet<string> told = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Works the queue off to its end and makes everything visible; returns the entries worked off.</summary>
    public async Task<long> DrainAsync(CancellationToken cancel)
    {
        long done = 0;
        int taken;
        while ((taken = await queue.TakeAsync(ClaimSize, IndexAsync, cancel)) > 0)
            done += taken;
        return done;
    }

    /// <summary>Builds the index anew from the whole database; companies that it refuses go into the queue.</summary>
    public async Task RebuildAsync(CancellationToken cancel)
    {
        try
        {
            await search.RebuildAsync(documents.AllAsync(cancel), cancel);
        }
        catch (DocumentsRefusedException error)
        {
            log.LogError(error, "The new index lacks {Count} companies; they wait in the queue", error.Refused.Count);
            await queue.AddAsync(error.Refused.Keys, cancel);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = Idle;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DrainAsync(stoppingToken);
                pause = Idle;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                log.LogWarning(error, "Indexing failed; next try in {Pause}", pause);
            }
            await Task.Delay(pause, time, stoppingToken);
        }
    }

    /// <summary>Indexes companies; gives back those that the index refused, which stay in the queue without holding up the others.</summary>
    private async Task<IReadOnlyCollection<string>> IndexAsync(IReadOnlyList<string> bins, CancellationToken cancel)
    {
        var refused = new HashSet<string>(StringComparer.Ordinal);
        foreach (var batch in bins.Chunk(BatchSize))
        {
            var found = await documents.ReadAsync(batch, cancel);
            try
            {
                await search.IndexAsync([.. found], cancel);
            }
            catch (DocumentsRefusedException error)
            {
                refused.UnionWith(error.Refused.Keys);
                if (!error.Refused.Keys.All(told.Contains))
                    log.LogError(error, "The index refuses {Count} companies; they wait in the queue", error.Refused.Count);
            }
            var gone = batch.Except(found.Select(d => d.Hit.Bin), StringComparer.Ordinal).ToList();
            if (gone.Count > 0)
                await search.RemoveAsync(gone, cancel);
        }
        // Entries are deleted only once what they asked for survives a crash.
        await search.RefreshAsync(cancel);
        told = refused;
        return refused;
    }
}
