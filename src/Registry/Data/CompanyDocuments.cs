using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Registry.Certification;
using Registry.Companies;
using Registry.DueDiligence;
using Registry.Facts;
using Registry.Identifiers;
using Registry.Indices;
using Registry.Search;
using Registry.Sources;

namespace Registry.Data;

/// <summary>Reads from the database what the search index holds of companies, a batch at a time.</summary>
public sealed class CompanyDocuments(IDbContextFactory<RegistryDbContext> contexts, BusinessClock clock)
{
    private const int BatchSize = 2_000;

    /// <summary>The given companies as they are now; one that the register does not have is missing from the answer.</summary>
    public async Task<IReadOnlyList<CompanyDocument>> ReadAsync(IReadOnlyCollection<string> bins, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var companies = await db.Companies.AsNoTracking().Where(c => bins.Contains(c.Bin)).ToListAsync(cancel);
        return await DocumentsAsync(db, companies, cancel);
    }

    /// <summary>Every company, in the order of the numbers.</summary>
    public async IAsyncEnumerable<CompanyDocument> AllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var after = "";
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var from = after;
#pragma warning disable CA1309, CA1310, MA0074 // Translated to the database's own order, the one that OrderBy uses.
            var companies = await db.Companies.AsNoTracking().Where(c => string.Compare(c.Bin, from) > 0).OrderBy(c => c.Bin).Take(BatchSize).ToListAsync(cancel);
#pragma warning restore CA1309, CA1310, MA0074
            if (companies.Count == 0)
                yield break;
            foreach (var document in await DocumentsAsync(db, companies, cancel))
                yield return document;
            after = companies[^1].Bin;
        }
    }

    private async Task<IReadOnlyList<CompanyDocument>> DocumentsAsync(RegistryDbContext db, IReadOnlyList<Company> companies, CancellationToken cancel)
    {
        var day = clock.Today;
        var bins = companies.Select(c => c.Bin).ToList();
        var latest = await LatestSnapshots(db, bins).ToListAsync(cancel);
        var snapshots = latest.ToLookup(s => s.Bin, StringComparer.Ordinal);
        var lists = (await db.ListEntries.AsNoTracking().Where(e => bins.Contains(e.Bin) && e.KnownTo == null && e.Until == null).ToListAsync(cancel)).ToLookup(e => e.Bin, StringComparer.Ordinal);
        var statuses = (await db.StatusChanges.AsNoTracking().Where(s => bins.Contains(s.Bin) && s.KnownTo == null).ToListAsync(cancel)).ToLookup(s => s.Bin, StringComparer.Ordinal);
        var certification = await CertificationRows.ReadAsync(db, bins, cancel);
        var labels = await LabelsAsync(db, certification.LabelHolders, day, cancel);
        return [.. companies.Select(c => Document(
            c,
            [.. snapshots[c.Bin]],
            certification.AddTo(new EntityFacts { Bin = c.Bin, Lists = [.. lists[c.Bin]], Statuses = [.. statuses[c.Bin]] }).KnownOn(day),
            labels.GetValueOrDefault(c.Bin),
            day))];
    }

    private static async Task<Dictionary<string, HitLabel>> LabelsAsync(
        RegistryDbContext db, IReadOnlyList<string> holders, DateOnly day, CancellationToken cancel)
    {
        var labels = new Dictionary<string, HitLabel>(StringComparer.Ordinal);
        if (holders.Count == 0)
            return labels;
        var sources = new SourceCalendar(day, new Dictionary<string, DateOnly>());
        foreach (var facts in await FactReader.CertificationAsync(db, holders, cancel))
        {
            if (LabelPosition.AllOf(facts, sources, day) is [var label, ..])
                labels[facts.Bin] = label.AsHit();
        }
        return labels;
    }

    /// <summary>The newest snapshot of each index of the given companies.</summary>
    internal static IQueryable<IndexSnapshot> LatestSnapshots(RegistryDbContext db, IReadOnlyCollection<string> bins) =>
        db.IndexSnapshots.AsNoTracking().Where(s => bins.Contains(s.Bin)
            && s.AsOf == db.IndexSnapshots.Where(o => o.Bin == s.Bin && o.Index == s.Index).Max(o => o.AsOf));

    private static CompanyDocument Document(
        Company company, IReadOnlyList<IndexSnapshot> snapshots, EntityFacts known, HitLabel? label, DateOnly day) => new()
    {
        Hit = new CompanyHit
        {
            Bin = company.Bin,
            NameRu = company.NameRu,
            NameKk = company.NameKk,
            NameEn = company.NameEn,
            Status = company.Status,
            Region = company.Region,
            Oked = company.Oked,
            Indices = HitIndices.Of(snapshots),
            Certificates = [.. known.Certificates.Where(c => c.IsPublic).Select(c => new HitCertificate(c.Standard, c.StateOn(day)))],
            Label = label,
            Stops = StopFacts.Of(known, day),
        },
        FormerNames = company.FormerNames?.Split('\n') ?? [],
        Head = company.Head,
        Address = EntityNumber.IsSoleProprietor(company.Bin) ? null : company.AddressRu ?? company.AddressKk,
        Section = company.Section,
        Krp = company.Krp,
        RegisteredOn = company.RegisteredOn,
        Version = company.Version,
    };
}
