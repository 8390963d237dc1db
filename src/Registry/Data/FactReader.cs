using Microsoft.EntityFrameworkCore;
using Registry.Facts;
using Registry.Indices;
using Registry.Sources;

namespace Registry.Data;

/// <summary>Reads facts in batches: one query per kind of fact, never one per entity.</summary>
public sealed class FactReader(IDbContextFactory<RegistryDbContext> contexts)
{
    /// <summary>All versions of everything known about each entity, in the order asked; an entity without facts comes empty.</summary>
    /// <param name="bins">At most a few thousand, distinct.</param>
    public async Task<IReadOnlyList<EntityFacts>> ReadAsync(IReadOnlyCollection<string> bins, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var registrations = await ByBinAsync(db.Registrations, bins, cancel);
        var statuses = await ByBinAsync(db.StatusChanges, bins, cancel);
        var names = await ByBinAsync(db.CompanyNames, bins, cancel);
        var contacts = await ByBinAsync(db.Contacts, bins, cancel);
        var owners = await ByBinAsync(db.Owners, bins, cancel);
        var lists = await ByBinAsync(db.ListEntries, bins, cancel);
        var certification = await CertificationRows.ReadAsync(db, bins, cancel);
        var arrears = await ByBinAsync(db.TaxArrears, bins, cancel);
        var burdens = await ByBinAsync(db.TaxBurdens, bins, cancel);
        var taxesPaid = await ByBinAsync(db.TaxesPaid, bins, cancel);
        var vat = await ByBinAsync(db.VatRegistrations, bins, cancel);
        var delivered = await ByBinAsync(db.DeliveredIndices, bins, cancel);
        var payrolls = await ByBinAsync(db.Payrolls, bins, cancel);
        var statements = await ByBinAsync(db.Statements, bins, cancel);
        var payments = await ByBinAsync(db.PaymentExperiences, bins, cancel);
        var enforcements = await ByBinAsync(db.Enforcements, bins, cancel);
        var cases = await ByBinAsync(db.CourtCases, bins, cancel);
        var contracts = await ByBinAsync(db.Contracts, bins, cancel);
        return [.. bins.Select(bin => certification.AddTo(new EntityFacts
        {
            Bin = bin,
            Registrations = [.. registrations[bin]],
            Statuses = [.. statuses[bin]],
            Names = [.. names[bin]],
            Contacts = [.. contacts[bin]],
            Owners = [.. owners[bin]],
            Lists = [.. lists[bin]],
            Arrears = [.. arrears[bin]],
            Burdens = [.. burdens[bin]],
            TaxesPaid = [.. taxesPaid[bin]],
            Vat = [.. vat[bin]],
            Delivered = [.. delivered[bin]],
            Payrolls = [.. payrolls[bin]],
            Statements = [.. statements[bin]],
            Payments = [.. payments[bin]],
            Enforcements = [.. enforcements[bin]],
            CourtCases = [.. cases[bin]],
            Contracts = [.. contracts[bin]],
        }))];
    }

    /// <summary>The facts from which certificates and labels follow, all versions, in the order asked; the other kinds stay empty.</summary>
    public async Task<IReadOnlyList<EntityFacts>> CertificationAsync(IReadOnlyCollection<string> bins, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await CertificationAsync(db, bins, cancel);
    }

    internal static async Task<IReadOnlyList<EntityFacts>> CertificationAsync(
        RegistryDbContext db, IReadOnlyCollection<string> bins, CancellationToken cancel)
    {
        var registrations = await ByBinAsync(db.Registrations, bins, cancel);
        var statuses = await ByBinAsync(db.StatusChanges, bins, cancel);
        var lists = await ByBinAsync(db.ListEntries, bins, cancel);
        var certification = await CertificationRows.ReadAsync(db, bins, cancel);
        return [.. bins.Select(bin => certification.AddTo(new EntityFacts
        {
            Bin = bin,
            Registrations = [.. registrations[bin]],
            Statuses = [.. statuses[bin]],
            Lists = [.. lists[bin]],
        }))];
    }

    /// <summary>The same without what no formula of an index asks for: names, contacts, owners, certificates.</summary>
    public async Task<IReadOnlyList<EntityFacts>> ForIndicesAsync(IReadOnlyCollection<string> bins, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var registrations = await ByBinAsync(db.Registrations, bins, cancel);
        var statuses = await ByBinAsync(db.StatusChanges, bins, cancel);
        var lists = await ByBinAsync(db.ListEntries, bins, cancel);
        var arrears = await ByBinAsync(db.TaxArrears, bins, cancel);
        var burdens = await ByBinAsync(db.TaxBurdens, bins, cancel);
        var taxesPaid = await ByBinAsync(db.TaxesPaid, bins, cancel);
        var vat = await ByBinAsync(db.VatRegistrations, bins, cancel);
        var delivered = await ByBinAsync(db.DeliveredIndices, bins, cancel);
        var payrolls = await ByBinAsync(db.Payrolls, bins, cancel);
        var statements = await ByBinAsync(db.Statements, bins, cancel);
        var payments = await ByBinAsync(db.PaymentExperiences, bins, cancel);
        var enforcements = await ByBinAsync(db.Enforcements, bins, cancel);
        var cases = await ByBinAsync(db.CourtCases, bins, cancel);
        var contracts = await ByBinAsync(db.Contracts, bins, cancel);
        return [.. bins.Select(bin => new EntityFacts
        {
            Bin = bin,
            Registrations = [.. registrations[bin]],
            Statuses = [.. statuses[bin]],
            Lists = [.. lists[bin]],
            Arrears = [.. arrears[bin]],
            Burdens = [.. burdens[bin]],
            TaxesPaid = [.. taxesPaid[bin]],
            Vat = [.. vat[bin]],
            Delivered = [.. delivered[bin]],
            Payrolls = [.. payrolls[bin]],
            Statements = [.. statements[bin]],
            Payments = [.. payments[bin]],
            Enforcements = [.. enforcements[bin]],
            CourtCases = [.. cases[bin]],
            Contracts = [.. contracts[bin]],
        })];
    }

    /// <summary>Only what peers are compared by: registrations, tax burdens, payrolls, statements.</summary>
    public async Task<IReadOnlyList<EntityFacts>> ForPeersAsync(IReadOnlyCollection<string> bins, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var registrations = await ByBinAsync(db.Registrations, bins, cancel);
        var burdens = await ByBinAsync(db.TaxBurdens, bins, cancel);
        var payrolls = await ByBinAsync(db.Payrolls, bins, cancel);
        var statements = await ByBinAsync(db.Statements, bins, cancel);
        return [.. bins.Select(bin => new EntityFacts
        {
            Bin = bin,
            Registrations = [.. registrations[bin]],
            Burdens = [.. burdens[bin]],
            Payrolls = [.. payrolls[bin]],
            Statements = [.. statements[bin]],
        })];
    }

    /// <summary>Which sources may be trusted to be silent on <paramref name="day"/>, by the loads known then.</summary>
    public async Task<SourceCalendar> CalendarAsync(DateOnly day, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var loads = await db.SourceLoads.AsNoTracking()
            .Where(l => l.KnownFrom <= day && l.AsOf <= day)
            .GroupBy(l => l.Source)
            .Select(g => new { Source = g.Key, Latest = g.Max(l => l.AsOf) })
            .ToDictionaryAsync(l => l.Source, l => l.Latest, cancel);
        return new SourceCalendar(day, loads);
    }

    /// <summary>Peer tables of the newest full run that was known on <paramref name="day"/>; empty before the first run.</summary>
    public async Task<IReadOnlyList<PeerTable>> PeersAsync(DateOnly day, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var latest = await db.PeerTables.Where(p => p.AsOf <= day).MaxAsync(p => (DateOnly?)p.AsOf, cancel);
        return latest is null ? [] : await db.PeerTables.AsNoTracking().Where(p => p.AsOf == latest).ToListAsync(cancel);
    }

    /// <summary>The same for some groups only: what one entity needs, see <see cref="EntityProfile.PeerGroups"/>.</summary>
    public async Task<IReadOnlyList<PeerTable>> PeersAsync(DateOnly day, IReadOnlyCollection<string> groups, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var latest = await db.PeerTables.Where(p => p.AsOf <= day).MaxAsync(p => (DateOnly?)p.AsOf, cancel);
        if (latest is null)
            return [];
        var quantities = Quantities.All;
        return await db.PeerTables.AsNoTracking()
            .Where(p => p.AsOf == latest && quantities.Contains(p.Quantity) && groups.Contains(p.Group))
            .ToListAsync(cancel);
    }

    private static async Task<ILookup<string, T>> ByBinAsync<T>(IQueryable<T> facts, IReadOnlyCollection<string> bins, CancellationToken cancel)
        where T : Fact
    {
        var found = await facts.AsNoTracking().Where(f => bins.Contains(f.Bin)).ToListAsync(cancel);
        return found.ToLookup(f => f.Bin, StringComparer.Ordinal);
    }
}
