using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Facts;
using Registry.Sources;

namespace Registry.Import;

/// <summary>Writes the chunks of one run. A chunk and the run's counts are one transaction.</summary>
/// <param name="run">The run's row; null for a dry run, which writes nothing.</param>
/// <param name="list">Plan of a list, or null.</param>
internal sealed class ChunkWriter(
    IDbContextFactory<RegistryDbContext> contexts, FactWriter writer, ImportTrace trace, TimeProvider time, ImportRun? run, DateOnly asOf,
    SnapshotPlan? list)
{
    private readonly SeenKeys seen = new();
    private readonly long committed = run?.Read ?? 0;
    private ImportOutcome counts = run is null
        ? new()
        : new() { Read = run.Read, Added = run.Added, Changed = run.Changed, Unchanged = run.Unchanged, Rejected = run.Rejected };

    private long rows;
    private string? loaded;
    private DateOnly? day;

    private bool Write => run is not null;

    /// <summary>Reads and writes everything, then what the list takes off, then the load itself.</summary>
    public async Task<ImportOutcome> WriteAllAsync(
        Source source, ImportRequest request, ReadOptions options, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        await using var report = new ImportReport(request.RejectsFile);
        await foreach (var chunk in ImportRows.ReadAsync(source, request.Files, options, cancel))
        {
            loaded = chunk.Source;
            day = day is null || chunk.Day > day ? chunk.Day : day;
            await using var db = await contexts.CreateDbContextAsync(cancel);
            rows += chunk.Rows.Count;
            if (rows <= committed)
                await PassOverAsync(db, chunk, report, cancel);
            else
                await WriteAsync(db, chunk, report, cancel);
            progress?.Report(new(rows, chunk.Share, counts.Rejected));
        }
        await FinishAsync(cancel);
        return counts with { Problems = report.First };
    }

    /// <summary>A chunk that the killed run had committed: only its keys and problems are wanted.</summary>
    private async Task PassOverAsync(RegistryDbContext db, RowChunk chunk, ImportReport report, CancellationToken cancel)
    {
        foreach (var row in chunk.Rows)
            report.Add(row.Problems);
        foreach (var fact in await writer.ReplaceIinsAsync(db, [.. chunk.Rows.SelectMany(r => r.Facts)], write: false, cancel))
            seen.Add(fact);
    }

    private async Task WriteAsync(RegistryDbContext db, RowChunk chunk, ImportReport report, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (read, rowOf) = Facts(chunk);
        var numbered = await writer.ReplaceIinsAsync(db, read, Write, cancel);
        var (fresh, again) = Split(numbered);
        var effects = new RowEffects(chunk.Rows);
        var options = new LearnOptions(asOf, day, Write);
        var facts = fresh.ConvertAll(i => Dated(numbered[i]));
        var learned = await writer.LearnAsync(db, facts, options, cancel);
        for (var i = 0; i < fresh.Count; i++)
        {
            effects.Learned(rowOf[fresh[i]], learned[i]);
            if (options.Held.Contains(facts[i]))
                effects.Held(rowOf[fresh[i]]);
        }
        var repeated = await writer.LearnAsync(db, [.. again.Select(i => Dated(numbered[i]))], new(asOf, day, Write: false), cancel);
        for (var i = 0; i < again.Count; i++)
            effects.Repeated(rowOf[again[i]], repeated[i]);
        counts = effects.AddTo(counts, report);
        if (run is null)
            return;
        await SaveCountsAsync(db, ImportState.Running, cancel);
        await transaction.CommitAsync(cancel);
    }

    private static (List<Fact> Facts, List<int> RowOf) Facts(RowChunk chunk)
    {
        var facts = new List<Fact>(chunk.Rows.Count);
        var rowOf = new List<int>(chunk.Rows.Count);
        for (var i = 0; i < chunk.Rows.Count; i++)
        {
            foreach (var fact in chunk.Rows[i].Facts)
            {
                facts.Add(fact);
                rowOf.Add(i);
            }
        }
        return (facts, rowOf);
    }

    /// <summary>Places of facts whose key is new in this run, and of those that repeat one.</summary>
    private (List<int> Fresh, List<int> Again) Split(IReadOnlyList<Fact> facts)
    {
        var fresh = new List<int>(facts.Count);
        var again = new List<int>();
        for (var i = 0; i < facts.Count; i++)
            (seen.Add(facts[i]) ? fresh : again).Add(i);
        return (fresh, again);
    }

    /// <summary>An entry of a list older than one already loaded ends where that one begins.</summary>
    private Fact Dated(Fact fact) =>
        list?.Later is { } later && fact is IListed { Until: null } entry ? entry.EndedOn(later) : fact;

    private async Task FinishAsync(CancellationToken cancel)
    {
        var lacking = list?.Lacking ?? [];
        counts = counts with { Removed = lacking.Count };
        if (run is null)
            return;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await writer.LearnAsync(db, [.. lacking.Cast<IListed>().Select(e => e.EndedOn(list!.Day))], new(asOf, null, Write: true), cancel);
        trace.Done(db, run, counts);
        await SaveLoadAsync(db, cancel);
        await SaveCountsAsync(db, ImportState.Done, cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task SaveLoadAsync(RegistryDbContext db, CancellationToken cancel)
    {
        var load = new SourceLoad { Source = loaded ?? run!.Source, AsOf = day ?? asOf, KnownFrom = asOf, Rows = counts.Read };
        if (!await db.SourceLoads.AnyAsync(l => l.Source == load.Source && l.AsOf == load.AsOf && l.KnownFrom == load.KnownFrom, cancel))
            db.SourceLoads.Add(load);
        await db.SaveChangesAsync(cancel);
    }

    private async Task SaveCountsAsync(RegistryDbContext db, ImportState state, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? ended = state == ImportState.Running ? null : now;
        await db.ImportRuns.Where(r => r.Id == run!.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(r => r.Read, counts.Read)
                .SetProperty(r => r.Added, counts.Added)
                .SetProperty(r => r.Changed, counts.Changed)
                .SetProperty(r => r.Unchanged, counts.Unchanged)
                .SetProperty(r => r.Removed, counts.Removed)
                .SetProperty(r => r.Rejected, counts.Rejected)
                .SetProperty(r => r.State, state)
                .SetProperty(r => r.HeartbeatAt, now)
                .SetProperty(r => r.EndedAt, ended),
            cancel);
    }
}
