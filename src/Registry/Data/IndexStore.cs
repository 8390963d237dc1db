using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

    /// <summary>Companies to be computed in key order, in batches, with their versions as they stood before their facts are read.</summary>
    /// <param name="after">Leaves out this number and all before it.</param>
    /// <param name="dueOn">Only those whose kept results no longer hold on that day; null takes all.</param>
    public async IAsyncEnumerable<IReadOnlyList<CompanyTurn>> TurnsAsync(
        int batch, string after, DateOnly? dueOn, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var (from, companies) = (after, db.Companies.AsQueryable());
            if (dueOn is { } day)
                companies = companies.Where(c => !db.ScoredUntil.Any(s => s.Bin == c.Bin && s.Version == c.Version && s.Day > day));
#pragma warning disable CA1309 // Translated to SQL, where the database compares as it orders.
            var found = await companies.Where(c => string.Compare(c.Bin, from) > 0).OrderBy(c => c.Bin).Take(batch)
                .Select(c => new CompanyTurn(c.Bin, c.Version)).ToListAsync(cancel);
#pragma warning restore CA1309
            if (found.Count == 0)
                yield break;
            yield return found;
            after = found[^1].Bin;
        }
    }

    /// <summary>The given companies as turns; those that the register does not have are left out.</summary>
    public async Task<IReadOnlyList<CompanyTurn>> TurnsAsync(IReadOnlyCollection<string> bins, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Companies.Where(c => bins.Contains(c.Bin)).OrderBy(c => c.Bin).Select(c => new CompanyTurn(c.Bin, c.Version)).ToListAsync(cancel);
    }

    /// <summary>
    /// Activity, region and size of companies up to a number, with the values that stand on a day: what a run that goes on needs of
    /// those that it did before it was stopped.
    /// </summary>
    public async IAsyncEnumerable<IReadOnlyList<StandingValue>> StandingAsync(
        int batch, string through, DateOnly day, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var bins in CompaniesAsync(batch, cancel))
        {
            List<string> done = [.. bins.Where(b => string.CompareOrdinal(b, through) <= 0)];
            if (done.Count == 0)
                yield break;
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var places = await db.Companies.Where(c => done.Contains(c.Bin))
                .Select(c => new { c.Bin, c.Oked, c.Region, c.Krp }).ToDictionaryAsync(c => c.Bin, StringComparer.Ordinal, cancel);
            var latest = await LatestAsync(done, day, cancel);
            yield return [.. latest.Values.Where(s => s.Value is not null).Select(s =>
                new StandingValue(s.Index, s.Value ?? 0, PeerGroups.Of(places[s.Bin].Oked, places[s.Bin].Region, places[s.Bin].Krp)[0]))];
        }
    }

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
    /// <param name="holds">Companies whose results now hold until a day; empty for days that are not the present.</param>
    public async Task SaveAsync(IReadOnlyList<IndexSnapshot> snapshots, IReadOnlyList<ScoredUntil> holds, CancellationToken cancel)
    {
        if (snapshots.Count == 0 && holds.Count == 0)
            return;
        var touched = snapshots.Select(s => s.Bin).ToHashSet(StringComparer.Ordinal);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await bulk.LockAsync(db, cancel);
        await bulk.UpsertAsync(db, snapshots, cancel);
        // Keeping a snapshot grows the version once more; were the company changed meanwhile, the versions do not meet and it comes again.
        await bulk.UpsertAsync<ScoredUntil>(db, [.. holds.Select(h => touched.Contains(h.Bin) ? h with { Version = h.Version + 1 } : h)], cancel);
        await bulk.TouchAsync(db, touched, cancel);
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

/// <summary>A company whose turn it is in a run.</summary>
/// <param name="Version">Its version before its facts are read.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CompanyTurn(string Bin, long Version);

/// <summary>An index value that stands, with the narrowest peer group of its company.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StandingValue(IndexId Index, double Value, string Group);
