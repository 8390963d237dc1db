using Registry.Data;
using Registry.Facts;

namespace Registry.Indices;

/// <summary>What to score.</summary>
/// <param name="AsOf">Day the indices hold for; only what was known then counts.</param>
/// <param name="Bins">These only, or null for all companies.</param>
/// <param name="Full">Whether the peers are gathered anew first; else, and for <paramref name="Bins"/> always, the latest tables are used.</param>
public sealed record ScoreOptions(DateOnly AsOf, IReadOnlyList<string>? Bins = null, bool Full = true);

/// <summary>How far a run came.</summary>
/// <param name="Stage"><c>peers</c> or <c>indices</c>.</param>
public sealed record ScoreProgress(string Stage, long Done, long Total);

/// <summary>What a run did.</summary>
/// <param name="Snapshots">Snapshots written: results that differ from the last one, and one for every month.</param>
public sealed record ScoreSummary(long Entities, long Snapshots, int PeerTables);

/// <summary>
/// Computes indices for many entities and keeps what changed. The entities stream through in batches, so that the memory needed does not
/// grow with the register, but for one number per entity and peer quantity.
/// </summary>
public sealed class ScoringRun(FactReader facts, IndexStore store)
{
    private const int BatchSize = 1000;

    /// <summary>Scores one day.</summary>
    public async Task<ScoreSummary> RunAsync(ScoreOptions options, IProgress<ScoreProgress>? progress, CancellationToken cancel)
    {
        var gathersPeers = options.Full && options.Bins is null;
        var days = await DaysAsync([options.AsOf], gathersPeers, progress, cancel);
        return await ScoreAsync(options.Bins, days, gathersPeers, progress, cancel);
    }

    /// <summary>
    /// Scores several past days, each with the peers of that day, out of one reading of all versions of the facts per pass.
    /// Meant for a register that was loaded with its past at once; it holds the peers' numbers of all days together.
    /// </summary>
    public async Task<ScoreSummary> ScoreHistoryAsync(
        IReadOnlyList<DateOnly> days, IProgress<ScoreProgress>? progress, CancellationToken cancel)
    {
        var scored = await DaysAsync([.. days.Order()], true, progress, cancel);
        return await ScoreAsync(null, scored, true, progress, cancel);
    }

    private async Task<List<ScoredDay>> DaysAsync(
        DateOnly[] days, bool gathersPeers, IProgress<ScoreProgress>? progress, CancellationToken cancel)
    {
        var scored = new List<ScoredDay>(days.Length);
        foreach (var day in days)
            scored.Add(new ScoredDay(day, Methodology.Current, await facts.CalendarAsync(day, cancel)));
        if (!gathersPeers)
        {
            foreach (var day in scored)
                day.Use(await facts.PeersAsync(day.Day, cancel));
            return scored;
        }
        await GatherAsync(scored, progress, cancel);
        foreach (var day in scored)
            await store.ReplacePeersAsync(day.Day, Quantities.OfFacts, day.BuildPeers(), cancel);
        return scored;
    }

    private async Task GatherAsync(List<ScoredDay> days, IProgress<ScoreProgress>? progress, CancellationToken cancel)
    {
        var (done, total) = (0L, await store.CountAsync(cancel));
        await foreach (var batch in store.CompaniesAsync(BatchSize, cancel))
        {
            Gather(days, await facts.ReadAsync(batch, cancel));
            done += batch.Count;
            progress?.Report(new ScoreProgress("peers", done, total));
        }
        await foreach (var batch in store.StrangersAsync(BatchSize, cancel))
            Gather(days, await facts.ReadAsync(batch, cancel));
    }

    private static void Gather(List<ScoredDay> days, IReadOnlyList<EntityFacts> entities)
    {
        foreach (var day in days)
        {
            foreach (var entity in entities)
                day.Gather(entity);
        }
    }

    private async Task<ScoreSummary> ScoreAsync(
        IReadOnlyList<string>? bins, List<ScoredDay> days, bool gathersPeers, IProgress<ScoreProgress>? progress, CancellationToken cancel)
    {
        var (done, snapshots, total) = (0L, 0L, bins?.Count ?? await store.CountAsync(cancel));
        var batches = bins is null ? store.CompaniesAsync(BatchSize, cancel) : Chunks(bins);
        await foreach (var batch in batches.WithCancellation(cancel))
        {
            snapshots += await ScoreBatchAsync(batch, days, gathersPeers, cancel);
            done += batch.Count;
            progress?.Report(new ScoreProgress("indices", done, total));
        }
        var tables = 0;
        foreach (var day in gathersPeers ? days : [])
        {
            var medians = day.BuildIndexPeers();
            await store.ReplacePeersAsync(day.Day, [.. medians.Select(m => m.Quantity).Distinct(StringComparer.Ordinal)], medians, cancel);
            tables += day.Tables + medians.Count;
        }
        return new ScoreSummary(done, snapshots, tables);
    }

    private async Task<int> ScoreBatchAsync(IReadOnlyList<string> batch, List<ScoredDay> days, bool gathersPeers, CancellationToken cancel)
    {
        var entities = await facts.ReadAsync(batch, cancel);
        var latest = await store.LatestAsync(batch, days[0].Day, cancel);
        var changed = new List<IndexSnapshot>();
        foreach (var day in days)
        {
            var results = day.Compute(entities);
            for (var i = 0; i < entities.Count; i++)
            {
                if (gathersPeers)
                    day.GatherIndices(results[i]);
                foreach (var result in results[i].Results)
                {
                    var snapshot = Snapshots.Of(entities[i].Bin, result);
                    if (!Snapshots.IsNews(snapshot, latest.GetValueOrDefault((snapshot.Bin, snapshot.Index))))
                        continue;
                    latest[(snapshot.Bin, snapshot.Index)] = snapshot;
                    changed.Add(snapshot);
                }
            }
        }
        await store.SaveAsync(changed, cancel);
        return changed.Count;
    }

    private static async IAsyncEnumerable<IReadOnlyList<string>> Chunks(IReadOnlyList<string> bins)
    {
        foreach (var chunk in bins.Distinct(StringComparer.Ordinal).Chunk(BatchSize))
            yield return await ValueTask.FromResult(chunk);
    }
}
