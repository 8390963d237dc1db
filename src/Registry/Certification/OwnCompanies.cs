using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Companies;
using Registry.Data;

namespace Registry.Certification;

/// <summary>A company as the one who speaks for it works with it.</summary>
/// <param name="Certificates">Certificates on which a label can rest: in force or suspended, the newest first.</param>
/// <param name="Applications">Applications for labels, the newest first.</param>
/// <param name="Labels">Labels ever granted, the newest first.</param>
public sealed record OwnCompany(
    string Bin, Company? Company, IReadOnlyList<CertificateView> Certificates, IReadOnlyList<LabelApplication> Applications,
    IReadOnlyList<LabelView> Labels)
{
    /// <summary>The application that staff or an approver has still to answer; null without one.</summary>
    public LabelApplication? Open => Applications.FirstOrDefault(a => a.State is ApplicationState.Filed or ApplicationState.Proposed);

    /// <summary>Whether a label runs that is renewed rather than applied for.</summary>
    public bool HasRunningLabel => Labels.Any(l => l.State is not (LabelState.Expired or LabelState.Revoked));
}

/// <summary>Reads what an entrepreneur works with, for companies whose claim was approved only.</summary>
public sealed class OwnCompanies(
    IDbContextFactory<RegistryDbContext> contexts, CertificateReader certificates, LabelReader labels, CompanyRows companies)
{
    /// <summary>The company, or null where the actor does not speak for it.</summary>
    /// <param name="bin">BIN or register number in canonical form.</param>
    public async Task<OwnCompany?> ReadAsync(Actor actor, string bin, CancellationToken cancel)
    {
        if (!actor.May(Permission.ClaimCompanies))
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!await CompanyClaims.SpeaksForAsync(db, actor, bin, cancel))
            return null;
        var applications = await db.LabelApplications.AsNoTracking().Where(a => a.Bin == bin).ToListAsync(cancel);
        var held = await certificates.PublicAsync(cancel);
        var granted = await labels.AllAsync(cancel);
        return new(
            bin,
            (await companies.ReadAsync([bin], cancel)).GetValueOrDefault(bin),
            [.. held.Where(c => c.Bin == bin && c.State is (CertificateState.Active or CertificateState.Suspended))],
            [.. applications.OrderByDescending(a => a.AppliedAt)],
            [.. granted.Where(l => l.Bin == bin).OrderByDescending(l => l.GrantedOn)]);
    }
}
