using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Registry.Companies;
using Registry.Facts;
using Registry.Search;

namespace Registry.Data;

/// <summary>
/// Whoever saves a company or a fact about one through EF also grows the company's <see cref="Company.Version"/>
/// and queues it for the search index, in the same transaction: no writer can forget it.
/// </summary>
internal sealed class ChangeInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (eventData.Context is RegistryDbContext db)
        {
            var touched = Touched(db);
            var companies = touched.Count == 0 ? [] : db.Companies.Where(c => touched.Contains(c.Bin)).ToList();
            Mark(db, companies);
        }
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is RegistryDbContext db)
        {
            var touched = Touched(db);
            var companies = touched.Count == 0 ? [] : await db.Companies.Where(c => touched.Contains(c.Bin)).ToListAsync(cancellationToken);
            Mark(db, companies);
        }
        return result;
    }

    private static HashSet<string> Touched(RegistryDbContext db)
    {
        var bins = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
                continue;
            if (entry.Entity is Fact fact)
                bins.Add(fact.Bin);
        }
        return bins;
    }

    private static void Mark(RegistryDbContext db, IReadOnlyCollection<Company> ofFacts)
    {
        var changed = db.ChangeTracker.Entries<Company>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => e.Entity)
            .Union(ofFacts)
            .ToList();
        foreach (var company in changed)
        {
            if (db.Entry(company).State != EntityState.Deleted)
                company.Version++;
            db.IndexQueue.Add(new IndexQueueEntry { Bin = company.Bin });
        }
    }
}
