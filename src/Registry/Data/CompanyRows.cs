using Microsoft.EntityFrameworkCore;
using Registry.Companies;

namespace Registry.Data;

/// <summary>Rows of companies, their names and their history, in batches.</summary>
public sealed class CompanyRows(IDbContextFactory<RegistryDbContext> contexts)
{
    /// <summary>The companies that the register has, by number.</summary>
    public async Task<IReadOnlyDictionary<string, Company>> ReadAsync(IReadOnlyCollection<string> bins, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Companies.AsNoTracking().Where(c => bins.Contains(c.Bin)).ToDictionaryAsync(c => c.Bin, StringComparer.Ordinal, cancel);
    }

    /// <summary>Snapshots from a day on, oldest first.</summary>
    public async Task<ILookup<string, HistoryPoint>> HistoryAsync(IReadOnlyCollection<string> bins, DateOnly from, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var snapshots = await db.IndexSnapshots.AsNoTracking().Where(s => bins.Contains(s.Bin) && s.AsOf >= from).OrderBy(s => s.AsOf).ToListAsync(cancel);
        return snapshots.ToLookup(s => s.Bin, s => new HistoryPoint(s.Index, s.AsOf, s.State, s.Value, s.Band, s.Methodology), StringComparer.Ordinal);
    }

    /// <summary>The main name of each company that the register has.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> bins, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Companies.Where(c => bins.Contains(c.Bin))
            .Select(c => new { c.Bin, Name = c.NameRu ?? c.NameKk ?? c.NameEn ?? c.Bin })
            .ToDictionaryAsync(c => c.Bin, c => c.Name, StringComparer.Ordinal, cancel);
    }

    /// <summary>Companies in the register.</summary>
    public async Task<long> CountAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Companies.LongCountAsync(cancel);
    }
}
