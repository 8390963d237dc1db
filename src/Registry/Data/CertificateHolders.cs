using Microsoft.EntityFrameworkCore;
using Registry.Facts;

namespace Registry.Data;

/// <summary>
/// Whose card and search entry change with facts that are not their own: an audit is found by the certificate's number,
/// an accreditation concerns every certificate of its body.
/// </summary>
internal static class CertificateHolders
{
    /// <summary>Numbers in one query: databases bound their parameters.</summary>
    private const int AtOnce = 1_000;

    /// <summary>Holders of the certificates that the facts are about.</summary>
    public static async Task<IReadOnlyCollection<string>> OfAsync(RegistryDbContext db, IEnumerable<Fact> changed, CancellationToken cancel)
    {
        var (numbers, bodies, accreditations) = (new HashSet<string>(), new HashSet<string>(), new HashSet<string>());
        foreach (var fact in changed)
        {
            if (fact is Surveillance audit)
                numbers.Add(audit.Number);
            if (fact is not CertificationBody body)
                continue;
            bodies.Add(body.Bin);
            accreditations.Add(body.Accreditation);
        }
        var holders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in numbers.Chunk(AtOnce))
            holders.UnionWith(await db.Certificates.Where(c => part.Contains(c.Number)).Select(c => c.Bin).Distinct().ToListAsync(cancel));
        foreach (var part in bodies.Chunk(AtOnce))
            holders.UnionWith(await db.Certificates.Where(c => c.BodyBin != null && part.Contains(c.BodyBin)).Select(c => c.Bin).Distinct().ToListAsync(cancel));
        foreach (var part in accreditations.Chunk(AtOnce))
            holders.UnionWith(await db.Certificates.Where(c => c.BodyBin == null && c.Accreditation != null && part.Contains(c.Accreditation)).Select(c => c.Bin).Distinct().ToListAsync(cancel));
        return holders;
    }

    /// <summary>Everybody who holds a certificate or a label: their states change by date alone.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(RegistryDbContext db, CancellationToken cancel) =>
        await db.Certificates.Where(c => c.KnownTo == null).Select(c => c.Bin)
            .Union(db.Labels.Where(l => l.KnownTo == null).Select(l => l.Bin)).ToListAsync(cancel);
}
