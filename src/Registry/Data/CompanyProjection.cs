using Registry.Companies;
using Registry.Data.Bulk;
using Registry.Facts;
using Registry.Search;

namespace Registry.Data;

/// <summary>Writes the rows of entities whose registrations, names, status or contacts changed.</summary>
internal sealed class CompanyProjection(IBulkWriter bulk)
{
    /// <summary>Derives the given entities anew, writes those that differ and queues them; returns what it wrote.</summary>
    public async Task<IReadOnlyCollection<string>> RefreshAsync(RegistryDbContext db, IReadOnlyCollection<string> bins, CancellationToken cancel)
    {
        if (bins.Count == 0)
            return [];
        var keys = bins.Select(b => new object[] { b }).ToList();
        var registrations = await StandingAsync<Registration>(db, keys, cancel);
        var statuses = await StandingAsync<StatusChange>(db, keys, cancel);
        var names = await StandingAsync<CompanyName>(db, keys, cancel);
        var contacts = await StandingAsync<Contact>(db, keys, cancel);
        var standing = (await bulk.FindAsync<Company>(db, keys, cancel)).ToDictionary(c => c.Bin, StringComparer.Ordinal);
        var changed = new List<Company>();
        foreach (var bin in bins)
        {
            var derived = CompanyDerivation.Of(new EntityFacts
            {
                Bin = bin,
                Registrations = [.. registrations[bin]],
                Statuses = [.. statuses[bin]],
                Names = [.. names[bin]],
                Contacts = [.. contacts[bin]],
            });
            if (derived is null)
                continue;
            derived.Version = (standing.GetValueOrDefault(bin)?.Version ?? 0) + 1;
            changed.Add(derived);
        }
        await bulk.UpsertAsync(db, changed, cancel);
        await bulk.QueueAsync(db, [.. changed.Select(c => new IndexQueueEntry { Bin = c.Bin })], cancel);
        return [.. changed.Select(c => c.Bin)];
    }

    private async Task<ILookup<string, T>> StandingAsync<T>(RegistryDbContext db, IReadOnlyList<object[]> keys, CancellationToken cancel)
        where T : Fact
    {
        var found = await bulk.FindAsync<T>(db, keys, cancel);
        return found.Where(f => f.KnownTo is null).ToLookup(f => f.Bin, StringComparer.Ordinal);
    }
}
