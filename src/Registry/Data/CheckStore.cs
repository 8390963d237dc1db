using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Audit;
using Registry.Companies;
using Registry.DueDiligence;

namespace Registry.Data;

/// <summary>Stored due diligence checks. A check is written once and never changed.</summary>
public sealed class CheckStore(IDbContextFactory<RegistryDbContext> contexts, AuditTrail trail)
{
    /// <summary>The entity as the register lists it, or null where it does not know the number.</summary>
    public async Task<Company?> CompanyAsync(string bin, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Companies.AsNoTracking().FirstOrDefaultAsync(c => c.Bin == bin, cancel);
    }

    /// <summary>Keeps a check, with its line in the trace: the code, not the id, by which the report could be opened.</summary>
    public async Task AddAsync(Actor actor, StoredCheck check, CheckPurpose purpose, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.Checks.Add(check);
        trail.Add(db, actor, new AuditNote("check.made", $"company:{check.Bin}") { After = new { check.Code, purpose, check.Verdict } });
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>A check by its id, or null.</summary>
    public async Task<StoredCheck?> FindAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Checks.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancel);
    }

    /// <summary>A check by its code in canonical form, or null.</summary>
    public async Task<StoredCheck?> FindByCodeAsync(string code, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Checks.AsNoTracking().FirstOrDefaultAsync(c => c.Code == code, cancel);
    }
}
