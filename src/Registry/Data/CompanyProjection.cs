using Registry.Companies;
using Registry.Data.Bulk;
using Registry.Facts;
using Registry.Search;

namespace Registry.Data;

/// <summary>Writes the rows of entities whose registrations, names, status or contacts changed.</summary>
internal sealed class CompanyProjection(IBulkWriter bulk)
{
    /// <summary>Derives the given entities anew, writes and queues them; returns what it wrote.</summary>
    /// <param name="batch">What the caller has learned and not yet written: that is done here, beside the deriving. Kinds that it has not read are read here.</param>
    public async Task<IReadOnlyCollection<string>> RefreshAsync(FactBatch batch, IReadOnlyCollection<string> bins, CancellationToken cancel)
    {
        if (bins.Count == 0)
        {
            await batch.WriteAsync(cancel);
            return [];
        }
        var db = batch.Db;
        var read = batch.Standing;
        var keys = bins.Select(b => new object[] { b }).ToList();
        var registrations = await StandingAsync<Registration>(db, keys, read, cancel);
        var statuses = await StandingAsync<StatusChange>(db, keys, read, cancel);
        var names = await StandingAsync<CompanyName>(db, keys, read, cancel);
        var contacts = await StandingAsync<Contact>(db, keys, read, cancel);
        var standing = (await bulk.FindAsync<Company>(db, keys.FindAll(k => !batch.New.Contains((string)k[0])), cancel)).ToDictionary(c => c.Bin, StringComparer.Ordinal);
        var deriving = Task.Run(
            () => bins.AsParallel().AsOrdered().WithCancellation(cancel)
                .Select(bin => CompanyDerivation.Of(new EntityFacts
                {
                    Bin = bin,
                    Registrations = [.. registrations[bin]],
                    Statuses = [.. statuses[bin]],
                    Names = [.. names[bin]],
                    Contacts = [.. contacts[bin]],
                }))
                .OfType<Company>().ToList(),
            cancel);
        await batch.WriteAsync(cancel);
        var changed = await deriving;
        foreach (var company in changed)
            company.Version = (standing.GetValueOrDefault(company.Bin)?.Version ?? 0) + 1;
        await bulk.InsertAsync(db, changed.FindAll(c => !standing.ContainsKey(c.Bin)), cancel);
        await bulk.UpsertAsync(db, changed.FindAll(c => standing.ContainsKey(c.Bin)), cancel);
        await bulk.InsertAsync<IndexQueueEntry>(db, [.. changed.Select(c => new IndexQueueEntry { Bin = c.Bin })], cancel);
        return [.. changed.Select(c => c.Bin)];
    }

    private async Task<ILookup<string, T>> StandingAsync<T>(
        RegistryDbContext db, IReadOnlyList<object[]> keys, Dictionary<Type, List<Fact>> read, CancellationToken cancel)
        where T : Fact
    {
        var standing = read.TryGetValue(typeof(T), out var known)
            ? known.Cast<T>()
            : (await bulk.FindAsync<T>(db, keys, cancel)).Where(f => f.KnownTo is null);
        return standing.ToLookup(f => f.Bin, StringComparer.Ordinal);
    }
}
