using Microsoft.EntityFrameworkCore;
using Registry.Facts;

namespace Registry.Data;

/// <summary>Rows about certificates and labels of some entities, all versions; audits and accreditations joined by the certificates.</summary>
internal sealed class CertificationRows
{
    private readonly ILookup<string, Certificate> certificates;
    private readonly ILookup<string, Surveillance> audits;
    private readonly IReadOnlyList<CertificationBody> bodies;
    private readonly ILookup<string, Label> labels;
    private readonly ILookup<string, LabelEvent> events;

    private CertificationRows(
        IEnumerable<Certificate> certificates, IEnumerable<Surveillance> audits, IReadOnlyList<CertificationBody> bodies,
        IEnumerable<Label> labels, IEnumerable<LabelEvent> events)
    {
        this.certificates = certificates.ToLookup(c => c.Bin, StringComparer.Ordinal);
        this.audits = audits.ToLookup(a => a.Number, StringComparer.Ordinal);
        this.bodies = bodies;
        this.labels = labels.ToLookup(l => l.Bin, StringComparer.Ordinal);
        this.events = events.ToLookup(e => e.Bin, StringComparer.Ordinal);
    }

    /// <summary>Reads in a fixed number of queries; most entities have no certificate, and then fewer.</summary>
    public static async Task<CertificationRows> ReadAsync(RegistryDbContext db, IReadOnlyCollection<string> bins, CancellationToken cancel)
    {
        var held = await db.Certificates.AsNoTracking().Where(c => bins.Contains(c.Bin)).ToListAsync(cancel);
        var granted = await db.Labels.AsNoTracking().Where(l => bins.Contains(l.Bin)).ToListAsync(cancel);
        var decided = granted.Count == 0 ? [] : await db.LabelEvents.AsNoTracking().Where(e => bins.Contains(e.Bin)).ToListAsync(cancel);
        return new(held, await AuditsAsync(db, held, cancel), await BodiesAsync(db, held, cancel), granted, decided);
    }

    /// <summary>Entities that were ever granted a label.</summary>
    public IReadOnlyList<string> LabelHolders => [.. labels.Select(l => l.Key)];

    /// <summary>Audits of the given certificates, all versions.</summary>
    public static async Task<List<Surveillance>> AuditsAsync(RegistryDbContext db, IReadOnlyCollection<Certificate> certificates, CancellationToken cancel)
    {
        var numbers = certificates.Select(c => c.Number).Distinct().ToList();
        return numbers.Count == 0 ? [] : await db.Surveillance.AsNoTracking().Where(a => numbers.Contains(a.Number)).ToListAsync(cancel);
    }

    /// <summary>Accreditations that the given certificates may mean, all versions.</summary>
    public static async Task<List<CertificationBody>> BodiesAsync(RegistryDbContext db, IReadOnlyCollection<Certificate> certificates, CancellationToken cancel)
    {
        var named = certificates.Select(c => c.BodyBin).OfType<string>().Distinct().ToList();
        var numbers = certificates.Where(c => c.BodyBin is null).Select(c => c.Accreditation).OfType<string>().Distinct().ToList();
        return named.Count + numbers.Count == 0 ? []
            : await db.CertificationBodies.AsNoTracking().Where(b => named.Contains(b.Bin) || numbers.Contains(b.Accreditation)).ToListAsync(cancel);
    }

    /// <summary>The entity's facts with these added.</summary>
    public EntityFacts AddTo(EntityFacts facts)
    {
        var own = certificates[facts.Bin].ToList();
        return facts with
        {
            Certificates = own,
            Surveillance = [.. own.Select(c => c.Number).Distinct().SelectMany(number => audits[number])],
            CertificationBodies = own.Count == 0 ? [] : bodies,
            Labels = [.. labels[facts.Bin]],
            LabelEvents = [.. events[facts.Bin]],
        };
    }
}
