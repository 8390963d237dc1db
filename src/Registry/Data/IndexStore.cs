using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Registry.Data.Bulk;
using Registry.Indices;

namespace Registry.Data;

/// <summary>Snapshots of indices, tables of peers, and the order in which a scoring run walks the entities.</summary>
public sealed class IndexStore(IDbContextFactory<RegistryDbContext> contexts, IBulkWriter bulk)
{
    /// <summary>Number of companies in the register.</summary>
    public async Task<long> CountAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Companies.LongCountAsync(cancel);
    }

    /// <summary>Numbers of all companies in key order, in batches; a company added behind the walk's place is met by the next run.</summary>
    public IAsyncEnumerable<IReadOnlyList<string>> CompaniesAsync(int batch, CancellationToken cancel) =>
        WalkAsync(db => db.Companies.Select(c => c.Bin), batch, cancel);

    /// <summary>
    /// Numbers that filed statements but stand in no register of companies yet, in batches: they have no index, and are peers all the same.
    /// </summary>
    public IAsyncEnumerable<IReadOnlyList<string>> StrangersAsync(int batch, CancellationToken cancel) =>
        WalkAsync(db => db.Statements.Where(s => !db.Companies.Any(c => c.Bin == s.Bin)).Select(s => s.Bin).Distinct(), batch, cancel);

    /// <summary>The newest snapshot of each index on or before <paramref name="day"/>, by number and index.</summary>
    public async Task<Dictionary<(string Bin, IndexId Index), IndexSnapshot>> LatestAsync(
        IReadOnlyCollection<string> bins, DateOnly day, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var latest = await db.IndexSnapshots.AsNoTracking()
            .Where(s => bins.Contains(s.Bin) && s.AsOf <= day
                && !db.IndexSnapshots.Any(o => o.Bin == s.Bin && o.Index == s.Index && o.AsOf <= day && o.AsOf > s.AsOf))
            .ToListAsync(cancel);
        return latest.ToDictionary(s => (s.Bin, s.Index));
    }

    /// <summary>All snapshots of one entity in a time, oldest first.</summary>
    public async Task<IReadOnlyList<IndexSnapshot>> HistoryAsync(string bin, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.IndexSnapshots.AsNoTracking()
            .Where(s => s.Bin == bin && s.AsOf >= from && s.AsOf <= to)
            .OrderBy(s => s.AsOf).ThenBy(s => s.Index)
            .ToListAsync(cancel);
    }

    /// <summary>Writes snapshots, and in the same transaction tells the search index which companies changed.</summary>
    public async Task SaveAsync(IReadOnlyList<IndexSnapshot> snapshots, CancellationToken cancel)
    {
        if (snapshots.Count == 0)
            return;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await bulk.UpsertAsync(db, snapshots, cancel);
        await bulk.TouchAsync(db, [.. snapshots.Select(s => s.Bin).Distinct(StringComparer.Ordinal)], cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Puts a run's tables in the place of those that an earlier run of the same day left of the same quantities.</summary>
    public async Task ReplacePeersAsync(
        DateOnly day, IReadOnlyCollection<string> quantities, IReadOnlyList<PeerTable> tables, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.PeerTables.Where(p => p.AsOf == day && quantities.Contains(p.Quantity)).ExecuteDeleteAsync(cancel);
        await bulk.UpsertAsync(db, tables, cancel);
        await transaction.CommitAsync(cancel);
    }

    private async IAsyncEnumerable<IReadOnlyList<string>> WalkAsync(
        Func<RegistryDbContext, IQueryable<string>> numbers, int batch, [EnumeratorCancellation] CancellationToken cancel)
    {
        var after = "";
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
#pragma warning disable CA1309 // Translated to SQL, where the database compares as it orders.
            var found = await numbers(db).Where(bin => string.Compare(bin, after) > 0).OrderBy(bin => bin).Take(batch).ToListAsync(cancel);
#pragma warning restore CA1309
            if (found.Count == 0)
                yield break;
            yield return found;
            after = found[^1];
        }
    }
}
