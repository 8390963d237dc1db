using Microsoft.EntityFrameworkCore;
using Registry.Companies;
using Registry.Data;
using Registry.Facts;

namespace Registry.Certification;

/// <summary>A certificate with its position and its holder.</summary>
/// <param name="Versions">All versions that the register held, oldest first.</param>
/// <param name="Audits">Audits as known now, by the day planned.</param>
public sealed record CertificateRecord(
    CertificatePosition Position, Company? Holder, IReadOnlyList<Certificate> Versions, IReadOnlyList<Surveillance> Audits);

/// <summary>Reads certificates with what follows for the business day.</summary>
public sealed class CertificateReader(IDbContextFactory<RegistryDbContext> contexts, CompanyRows companies, BusinessClock clock, LabelReader labels)
{
    /// <summary>All public certificates, the newest issue first.</summary>
    public async Task<IReadOnlyList<CertificateView>> PublicAsync(CancellationToken cancel)
    {
        var records = await RecordsAsync(null, cancel);
        var resting = (await labels.PositionsAsync(cancel)).ToLookup(l => l.Label!.Certificate, StringComparer.Ordinal);
        return
        [
            .. records.Where(r => r.Position.Certificate.IsPublic).Select(r => ViewOf(r, resting[r.Position.Certificate.Number].FirstOrDefault()))
                .OrderByDescending(c => c.IssuedOn).ThenBy(c => c.Number, StringComparer.Ordinal),
        ];
    }

    /// <summary>All certificates, drafts too, or the one with a number.</summary>
    internal async Task<IReadOnlyList<CertificateRecord>> RecordsAsync(string? number, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var day = clock.Today;
        var versions = await db.Certificates.AsNoTracking().Where(c => number == null || c.Number == number).ToListAsync(cancel);
        var audits = number is null
            ? await db.Surveillance.AsNoTracking().ToListAsync(cancel)
            : await CertificationRows.AuditsAsync(db, versions, cancel);
        var bodies = await db.CertificationBodies.AsNoTracking().ToListAsync(cancel);
        var holders = await companies.ReadAsync([.. versions.Select(c => c.Bin).Distinct()], cancel);
        var auditsOf = audits.ToLookup(a => a.Number, StringComparer.Ordinal);
        return [.. versions.GroupBy(c => c.Number, StringComparer.Ordinal).Select(RecordOf).OfType<CertificateRecord>()];

        CertificateRecord? RecordOf(IGrouping<string, Certificate> of) =>
            CertificatePosition.Of([.. of], auditsOf[of.Key], bodies, day) is { } position
                ? new(position, holders.GetValueOrDefault(position.Certificate.Bin), [.. of.OrderBy(c => c.KnownFrom)],
                    [.. auditsOf[of.Key].Where(a => a.IsKnownOn(day)).OrderBy(a => a.PlannedOn)])
                : null;
    }

    private static CertificateView ViewOf(CertificateRecord record, LabelPosition? label)
    {
        var (certificate, accreditation, surveillance) = (record.Position.Certificate, record.Position.Accreditation, record.Position.Surveillance);
        return new(
            certificate.Number, certificate.Standard, certificate.Bin, record.Holder?.NameRu, record.Holder?.NameKk, record.Holder?.NameEn,
            certificate.Scope, record.Position.State, record.Position.StateSince, certificate.IssuedOn, certificate.ExpiresOn,
            certificate.OriginallyIssuedOn, certificate.BodyBin, accreditation.BodyName,
            new(accreditation.Number, accreditation.Standing, accreditation.Since, accreditation.ValidUntil, accreditation.TransferBy),
            new(surveillance.LastHeldOn, surveillance.DueOn, surveillance.IsOverdue),
            label?.AsHit());
    }
}
