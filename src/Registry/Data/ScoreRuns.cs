using Microsoft.EntityFrameworkCore;
using Registry.Data.Bulk;
using Registry.Import;
using Registry.Indices;

namespace Registry.Data;

/// <summary>The rows of scoring runs: claimed by one process, kept up to date, looked at.</summary>
public sealed class ScoreRuns(IDbContextFactory<RegistryDbContext> contexts, IBulkWriter bulk, TimeProvider time)
{
    /// <summary>
    /// The run to do: a new one, or for a full run the one that a dead process left for that day. Null while another process is at a run
    /// of that scope, and with <paramref name="onlyFirst"/> when a full run of that day is done.
    /// </summary>
    public async Task<ScoreRun?> ClaimAsync(DateOnly day, ScoreScope scope, string methodology, bool onlyFirst, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await bulk.LockAsync(db, cancel);
        var open = await db.ScoreRuns.Where(r => r.State == ScoreRunState.Running && r.Scope == scope).ToListAsync(cancel);
        var now = time.GetUtcNow();
        if (open.Exists(r => WorkLife.IsAlive(r.Id, r.Host, r.ProcessId, r.HeartbeatAt, now)))
            return null;
        if (onlyFirst && await db.ScoreRuns.AnyAsync(r => r.Scope == ScoreScope.Full && r.AsOf == day && r.State == ScoreRunState.Done, cancel))
            return null;
        var left = scope == ScoreScope.Full ? open.Find(r => r.AsOf == day && r.Methodology == methodology) : null;
        foreach (var abandoned in open.Where(r => r != left))
            (abandoned.State, abandoned.Error, abandoned.EndedAt) = (ScoreRunState.Failed, "abandoned", now);
        var run = left ?? db.ScoreRuns.Add(New(day, scope, methodology, await db.Companies.LongCountAsync(cancel), now)).Entity;
        (run.Host, run.ProcessId, run.HeartbeatAt) = (Environment.MachineName, Environment.ProcessId, now);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return run;
    }

    /// <summary>Writes down how far a run came, as a sign of life.</summary>
    public async Task SaveAsync(ScoreRun run, CancellationToken cancel)
    {
        run.HeartbeatAt = time.GetUtcNow();
        if (run.State != ScoreRunState.Running)
            run.EndedAt = run.HeartbeatAt;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.ScoreRuns.Update(run);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The newest full run that came to its end, or null.</summary>
    public async Task<ScoreRun?> LastFullAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.ScoreRuns.AsNoTracking().Where(r => r.Scope == ScoreScope.Full && r.State == ScoreRunState.Done)
            .OrderByDescending(r => r.EndedAt).FirstOrDefaultAsync(cancel);
    }

    /// <summary>When the last import that is over ended, or null.</summary>
    public async Task<DateTimeOffset?> LastImportAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.ImportRuns.Where(r => r.State == ImportState.Done && r.EndedAt != null)
            .OrderByDescending(r => r.EndedAt).Select(r => r.EndedAt).FirstOrDefaultAsync(cancel);
    }

    private static ScoreRun New(DateOnly day, ScoreScope scope, string methodology, long companies, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        AsOf = day,
        Scope = scope,
        Methodology = methodology,
        Total = companies,
        StartedAt = now,
    };
}
