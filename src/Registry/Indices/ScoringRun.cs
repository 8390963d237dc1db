using Registry.Data;
using Registry.Facts;

namespace Registry.Indices;

/// <summary>What to score.</summary>
/// <param name="AsOf">Day the indices hold for; only what was known then counts.</param>
/// <param name="Bins">These only, with the latest peers; null for a run over the register.</param>
/// <param name="Scope">For a run over the register, whom it takes.</param>
/// <param name="OnlyFirst">Does nothing where a full run of that day is done: what a schedule asks for.</param>
public sealed record ScoreOptions(
    DateOnly AsOf, IReadOnlyList<string>? Bins = null, ScoreScope Scope = ScoreScope.Full, bool OnlyFirst = false);

/// <summary>How far a run came.</summary>
/// <param name="Stage"><c>peers</c> or <c>indices</c>.</param>
public sealed record ScoreProgress(string Stage, long Done, long Total);

/// <summary>What a run did.</summary>
/// <param name="Entities">Companies computed, those before an interruption included.</param>
/// <param name="Snapshots">Snapshots written: results that differ from the last one, and one for every month.</param>
public sealed record ScoreSummary(long Entities, long Snapshots, int PeerTables);

/// <summary>
/// Computes indices for many entities and keeps what changed. The entities stream through in batches, several at a time, so that the
/// memory needed does not grow with the register, but for one number per entity and peer quantity. A run over the register is a row
/// (<see cref="ScoreRun"/>): one process does it, and a full one goes on where a killed process left it.
/// </summary>
public sealed class ScoringRun(FactReader facts, IndexStore store, ScoreRuns runs, BusinessClock clock)
{
    private const int BatchSize = 1000;

    /// <summary>Batches of a load with many days at once: each holds all versions of its facts and the results of every day.</summary>
    private const int HistoryBatchSize = 200;

    /// <summary>Scores one day.</summary>
    /// <returns>Null where another process is at it, or nothing is to be done by <see cref="ScoreOptions.OnlyFirst"/>.</returns>
    public async Task<ScoreSummary?> RunAsync(ScoreOptions options, IProgress<ScoreProgress>? progress, CancellationToken cancel)
    {
        var day = await DayAsync(options.AsOf, cancel);
        if (options.Bins is { } bins)
            return await ScoreSomeAsync(bins, day, progress, cancel);
        if (await runs.ClaimAsync(options.AsOf, options.Scope, day.Methodology.Version, options.OnlyFirst, cancel) is not { } run)
            return null;
        using var held = WorkLife.Hold(run.Id);
        try
        {
            await ScoreAllAsync(run, day, progress, cancel);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            (run.State, run.Error) = (ScoreRunState.Failed, error.GetBaseException().Message);
            await runs.SaveAsync(run, CancellationToken.None);
            throw;
        }
        return new ScoreSummary(run.Done, run.Snapshots, run.PeerTables);
    }

    /// <summary>
    /// Scores several past days, each with the peers of that day, out of one reading of all versions of the facts per pass.
    /// Meant for a register that was loaded with its past at once; it holds the peers' numbers of all days together.
    /// </summary>
    public async Task<ScoreSummary> ScoreHistoryAsync(
        IReadOnlyList<DateOnly> days, IProgress<ScoreProgress>? progress, CancellationToken cancel)
    {
        var scored = new List<ScoredDay>(days.Count);
        foreach (var day in days.Order())
            scored.Add(await DayAsync(day, cancel));
        await GatherAsync(scored, HistoryBatchSize, progress, cancel);
        foreach (var day in scored)
            await store.ReplacePeersAsync(day.Day, Quantities.OfFacts, day.BuildPeers(), cancel);
        var steps = new WalkSteps("indices", await store.CountAsync(cancel), progress);
        await WalkAsync(store.TurnsAsync(HistoryBatchSize, "", null, cancel), async (batch, token) =>
            steps.Done(batch.Count, await ScoreBatchAsync(batch, scored, gathers: true, token)), cancel);
        foreach (var day in scored)
            await SaveMediansAsync(day, cancel);
        return new ScoreSummary(steps.Entities, steps.Snapshots, scored.Sum(d => d.Tables));
    }

    private async Task<ScoredDay> DayAsync(DateOnly day, CancellationToken cancel) =>
        new(day, Methodology.InForceOn(day), await facts.CalendarAsync(day, cancel));

    private async Task<ScoreSummary> ScoreSomeAsync(
        IReadOnlyList<string> bins, ScoredDay day, IProgress<ScoreProgress>? progress, CancellationToken cancel)
    {
        day.Use(await facts.PeersAsync(day.Day, cancel));
        var steps = new WalkSteps("indices", bins.Count, progress);
        foreach (var chunk in bins.Distinct(StringComparer.Ordinal).Chunk(BatchSize))
        {
            var turns = await store.TurnsAsync(chunk, cancel);
            steps.Done(turns.Count, await ScoreBatchAsync(turns, [day], gathers: false, cancel));
        }
        return new ScoreSummary(steps.Entities, steps.Snapshots, 0);
    }

    private async Task ScoreAllAsync(ScoreRun run, ScoredDay day, IProgress<ScoreProgress>? progress, CancellationToken cancel)
    {
        var full = run.Scope == ScoreScope.Full;
        await UsePeersAsync(run, day, progress, cancel);
        var steps = new WalkSteps("indices", run.Total, progress) { Entities = run.Done, Snapshots = run.Snapshots };
        using var place = new WalkPlace(run.After, run.Done);
        var turns = store.TurnsAsync(BatchSize, run.After, full ? null : run.AsOf, cancel);
        await WalkAsync(WalkPlace.Numbered(turns, cancel), async (numbered, token) =>
        {
            var written = await ScoreBatchAsync(numbered.Batch, [day], full, token);
            using (await place.EnterAsync(token))
            {
                steps.Done(numbered.Batch.Count, written);
                ((run.After, run.Done), run.Snapshots) = (place.Passed(numbered), steps.Snapshots);
                await runs.SaveAsync(run, token);
            }
        }, cancel);
        if (full)
            run.PeerTables += await SaveMediansAsync(day, cancel);
        run.State = ScoreRunState.Done;
        await runs.SaveAsync(run, cancel);
    }

    /// <summary>Gathers the peers of a full run once and keeps them with it; every other run, and one that goes on, takes the latest.</summary>
    private async Task UsePeersAsync(ScoreRun run, ScoredDay day, IProgress<ScoreProgress>? progress, CancellationToken cancel)
    {
        if (run.Scope == ScoreScope.Full && run.Stage == ScoreStage.Peers)
        {
            await GatherAsync([day], BatchSize, progress, cancel);
            await store.ReplacePeersAsync(day.Day, Quantities.OfFacts, day.BuildPeers(), cancel);
            (run.Stage, run.PeerTables) = (ScoreStage.Indices, day.Tables);
            await runs.SaveAsync(run, cancel);
            return;
        }
        day.Use(await facts.PeersAsync(day.Day, cancel));
        if (run.After.Length == 0 || run.Scope != ScoreScope.Full)
            return;
        await foreach (var standing in store.StandingAsync(BatchSize, run.After, day.Day, cancel))
        {
            foreach (var value in standing)
                day.GatherIndex(value.Index, value.Value, value.Group);
        }
    }

    private async Task GatherAsync(List<ScoredDay> days, int batchSize, IProgress<ScoreProgress>? progress, CancellationToken cancel)
    {
        var steps = new WalkSteps("peers", await store.CountAsync(cancel), progress);
        await WalkAsync(store.CompaniesAsync(batchSize, cancel), async (batch, token) =>
        {
            Gather(days, await facts.ForPeersAsync(batch, token));
            steps.Done(batch.Count, 0);
        }, cancel);
        await foreach (var batch in store.StrangersAsync(batchSize, cancel))
            Gather(days, await facts.ForPeersAsync(batch, cancel));
    }

    private static void Gather(List<ScoredDay> days, IReadOnlyList<EntityFacts> entities)
    {
        foreach (var day in days)
        {
            foreach (var entity in entities)
                day.Gather(entity);
        }
    }

    private async Task<int> SaveMediansAsync(ScoredDay day, CancellationToken cancel)
    {
        var medians = day.BuildIndexPeers();
        await store.ReplacePeersAsync(day.Day, [.. Enum.GetValues<IndexId>().Select(Quantities.Of)], medians, cancel);
        return medians.Count;
    }

    private async Task<int> ScoreBatchAsync(IReadOnlyList<CompanyTurn> batch, List<ScoredDay> days, bool gathers, CancellationToken cancel)
    {
        List<string> bins = [.. batch.Select(t => t.Bin)];
        var entities = await facts.ForIndicesAsync(bins, cancel);
        var latest = await store.LatestAsync(bins, days[0].Day, cancel);
        var (changed, holds) = (new List<IndexSnapshot>(), new List<ScoredUntil>());
        foreach (var day in days)
        {
            for (var i = 0; i < entities.Count; i++)
            {
                var scored = day.Compute(entities[i]);
                if (gathers)
                    day.GatherIndices(scored);
                if (day.Day == clock.Today)
                    holds.Add(new ScoredUntil { Bin = bins[i], Version = batch[i].Version, Day = scored.Until });
                foreach (var result in scored.Results)
                    AddNews(Snapshots.Of(bins[i], result), latest, changed);
            }
        }
        await store.SaveAsync(changed, holds, cancel);
        return changed.Count;
    }

    private static void AddNews(IndexSnapshot snapshot, Dictionary<(string Bin, IndexId Index), IndexSnapshot> latest, List<IndexSnapshot> changed)
    {
        if (!Snapshots.IsNews(snapshot, latest.GetValueOrDefault((snapshot.Bin, snapshot.Index))))
            return;
        latest[(snapshot.Bin, snapshot.Index)] = snapshot;
        changed.Add(snapshot);
    }

    /// <summary>Works batches off on all cores; the next ones are read while others are computed or written.</summary>
    private static Task WalkAsync<T>(IAsyncEnumerable<T> batches, Func<T, CancellationToken, Task> work, CancellationToken cancel) =>
        Parallel.ForEachAsync(
            batches,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel },
            async (batch, token) => await work(batch, token));
}
