using Microsoft.EntityFrameworkCore;
using Registry.Audit;
using Registry.Data;
using Registry.Data.Bulk;
using Registry.Facts;

namespace Registry.Certification;

/// <summary>
/// What every change at the desk shares: one transaction that nobody else writes beside, with the facts, the rows and the line in the trace.
/// </summary>
internal sealed class DeskWork(
    IDbContextFactory<RegistryDbContext> contexts, IBulkWriter bulk, FactWriter writer, AuditTrail trail, BusinessClock clock, TimeProvider time)
{
    /// <summary>The business day.</summary>
    public DateOnly Today => clock.Today;

    /// <summary>The real time.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Runs a change; commits only where it comes out <see cref="DeskOutcome.Done"/>.</summary>
    public async Task<DeskOutcome> RunAsync(Func<RegistryDbContext, Task<DeskOutcome>> change, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await bulk.LockAsync(db, cancel);
        var outcome = await change(db);
        if (outcome is not DeskOutcome.Done)
            return outcome;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return outcome;
    }

    /// <summary>The certificate as the register holds it now, or null.</summary>
    public static Task<Certificate?> CertificateAsync(RegistryDbContext db, string number, CancellationToken cancel) =>
        db.Certificates.AsNoTracking().FirstOrDefaultAsync(c => c.Number == number && c.KnownTo == null, cancel);

    /// <summary>Learns a fact from the business day on and writes the trace's line.</summary>
    public async Task LearnAsync(RegistryDbContext db, Access.Actor actor, Fact fact, AuditNote note, CancellationToken cancel)
    {
        await writer.LearnAsync(db, [fact], new LearnOptions(Today, ByDesk: true), cancel);
        trail.Add(db, actor, note);
    }

    /// <summary>Writes the trace's line of a change that is saved with the context.</summary>
    public void Trace(RegistryDbContext db, Access.Actor actor, AuditNote note) => trail.Add(db, actor, note);
}
