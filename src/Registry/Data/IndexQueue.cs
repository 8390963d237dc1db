using Microsoft.EntityFrameworkCore;

namespace Registry.Data;

/// <summary>
/// The queue of changed companies. Several workers may take from it on PostgreSQL; SQLite has one process that works it off.
/// </summary>
public sealed class IndexQueue(IDbContextFactory<RegistryDbContext> contexts)
{
    /// <summary>
    /// Takes up to <paramref name="limit"/> entries, hands their companies to <paramref name="work"/> and deletes exactly what it took.
    /// If the work fails nothing is lost: the entries stay, as do those of the companies that the work gives back.
    /// </summary>
    /// <returns>Entries worked off; 0 when the queue was empty or everything was given back.</returns>
    public async Task<int> TakeAsync(int limit, Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlyCollection<string>>> work, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var postgres = db is PostgresRegistryDbContext;
        await using var transaction = postgres ? await db.Database.BeginTransactionAsync(cancel) : null;
        var entries = await (postgres
            ? db.IndexQueue.FromSqlRaw("""SELECT * FROM "IndexQueue" ORDER BY "Id" LIMIT {0} FOR UPDATE SKIP LOCKED""", limit)
            : db.IndexQueue.OrderBy(e => e.Id).Take(limit)).AsNoTracking().ToListAsync(cancel);
        if (entries.Count == 0)
            return 0;
        var last = entries[^1].Id;
        var kept = await work([.. entries.Select(e => e.Bin).Distinct(StringComparer.Ordinal)], cancel);
        var taken = entries.Where(e => !kept.Contains(e.Bin)).Select(e => e.Id).ToList();
        // SQLite bounds the parameters of a statement; its one worker takes the head of the queue whole, so the last id says it all.
        await (postgres ? db.IndexQueue.Where(e => taken.Contains(e.Id)) : db.IndexQueue.Where(e => e.Id <= last && !kept.Contains(e.Bin))).ExecuteDeleteAsync(cancel);
        if (transaction is not null)
            await transaction.CommitAsync(cancel);
        return taken.Count;
    }

    /// <summary>Queues every company, for a host that is to index them all again.</summary>
    public async Task<long> AddAllAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Database.ExecuteSqlAsync($"""INSERT INTO "IndexQueue" ("Bin") SELECT "Bin" FROM "Companies" """, cancel);
    }

    /// <summary>Queues companies.</summary>
    public async Task AddAsync(IEnumerable<string> bins, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.IndexQueue.AddRange(bins.Select(bin => new Search.IndexQueueEntry { Bin = bin }));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Entries waiting.</summary>
    public async Task<long> LengthAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.IndexQueue.LongCountAsync(cancel);
    }
}
