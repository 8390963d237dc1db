using Microsoft.EntityFrameworkCore;
using Registry.Audit;

namespace Registry.Data;

/// <summary>
/// Gives waiting entries of the trace their place in the chain, one sealer at a time. Writers never wait for it: they only add rows.
/// An entry is chained in the order in which it became visible, so that a transaction that commits late leaves no gap.
/// </summary>
public sealed class AuditChain(IDbContextFactory<RegistryDbContext> contexts)
{
    private const int BatchSize = 500;

    /// <summary>Key of the advisory lock that one sealer holds on PostgreSQL; any constant of our own.</summary>
    private const long SealerLock = 0x52_45_47_41_55_44_49_54;

    /// <summary>Chains everything that waits; returns how many entries. 0 also where another process is at it.</summary>
    public async Task<int> SealAsync(CancellationToken cancel)
    {
        var done = 0;
        int links;
        do
        {
            links = await SealBatchAsync(cancel);
            done += links;
        }
        while (links == BatchSize);
        return done;
    }

    /// <summary>The last link, or null for an empty chain.</summary>
    public async Task<AuditHead?> HeadAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.AuditLinks.AsNoTracking().OrderByDescending(l => l.Position).FirstOrDefaultAsync(cancel) is { } last ? AuditHead.Of(last) : null;
    }

    private async Task<int> SealBatchAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        // On SQLite a transaction is the write lock: not to be taken for nothing, again and again.
        if (!await db.AuditWaiting.AnyAsync(cancel))
            return 0;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await IsOnlySealerAsync(db, cancel))
            return 0;
        var waiting = await db.AuditWaiting.AsNoTracking().OrderBy(w => w.EntryId).Select(w => w.EntryId).Take(BatchSize).ToListAsync(cancel);
        var entries = await db.AuditEntries.AsNoTracking().Where(e => waiting.Contains(e.Id)).ToListAsync(cancel);
        var last = await db.AuditLinks.AsNoTracking().OrderByDescending(l => l.Position).FirstOrDefaultAsync(cancel);
        db.AuditLinks.AddRange(Links(last, entries.OrderBy(e => e.Id)));
        await db.SaveChangesAsync(cancel);
        // An entry that is gone keeps waiting: verification tells of it.
        var linked = entries.ConvertAll(e => e.Id);
        await db.AuditWaiting.Where(w => linked.Contains(w.EntryId)).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return linked.Count;
    }

    private static async Task<bool> IsOnlySealerAsync(RegistryDbContext db, CancellationToken cancel) =>
        db is not PostgresRegistryDbContext
        || (await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({SealerLock}) AS \"Value\"").ToListAsync(cancel))[0];

    private static IEnumerable<AuditLink> Links(AuditLink? last, IEnumerable<AuditEntry> entries)
    {
        var (position, hash) = last is null ? (0L, LinkHash.Origin) : (last.Position, last.Hash);
        foreach (var entry in entries)
        {
            position++;
            hash = LinkHash.Of(hash, position, entry);
            yield return new AuditLink { Position = position, EntryId = entry.Id, Hash = hash };
        }
    }
}
