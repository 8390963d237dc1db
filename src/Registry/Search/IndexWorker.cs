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
    private const int BatchSize = 2_000;

    /// <summary>A change is to be visible within a second.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Works the queue off to its end and makes everything visible; returns the entries worked off.</summary>
    public async Task<long> DrainAsync(CancellationToken cancel)
    {
        long done = 0;
        int taken;
        while ((taken = await queue.TakeAsync(BatchSize, IndexAsync, cancel)) > 0)
            done += taken;
        if (done > 0)
            await search.RefreshAsync(cancel);
        return done;
    }

    /// <summary>Builds the index anew from the whole database.</summary>
    public Task RebuildAsync(CancellationToken cancel) => search.RebuildAsync(documents.AllAsync(cancel), cancel);

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

    private async Task IndexAsync(IReadOnlyList<string> bins, CancellationToken cancel)
    {
        var found = await documents.ReadAsync(bins, cancel);
        await search.IndexAsync([.. found], cancel);
        var gone = bins.Except(found.Select(d => d.Hit.Bin), StringComparer.Ordinal).ToList();
        if (gone.Count > 0)
            await search.RemoveAsync(gone, cancel);
    }
}
