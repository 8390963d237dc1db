using Microsoft.EntityFrameworkCore;
using Registry.Data;

namespace Registry.Audit;

/// <summary>Where the trace does not hold.</summary>
/// <param name="Position">Position in the chain; 0 for an entry that has none.</param>
/// <param name="Entry">The entry, where one is known.</param>
/// <param name="Reason"><c>linkMissing</c>, <c>entryMissing</c>, <c>entryChanged</c>, <c>valueChanged</c>, <c>valueMissing</c>, <c>valueAdded</c>,
/// <c>notChained</c> or <c>headDiffers</c>.</param>
/// <param name="Field">The value, where one is at fault.</param>
public sealed record BrokenLink(long Position, Guid? Entry, string Reason, string? Field = null);

/// <summary>What a walk over the trace found.</summary>
/// <param name="Links">Links that hold.</param>
/// <param name="Head">The last of them, to be noted outside; null for an empty trace.</param>
/// <param name="Broken">The first that does not hold, or null.</param>
public sealed record AuditVerdict(long Links, AuditHead? Head, BrokenLink? Broken);

/// <summary>Walks the whole chain, a batch in memory at a time, and stops at the first broken link.</summary>
public sealed class AuditVerification(IDbContextFactory<RegistryDbContext> contexts, AuditChain chain)
{
    private const int BatchSize = 2_000;

    /// <summary>Chains what waits, then verifies.</summary>
    /// <param name="noted">A head noted earlier that must still stand in the chain, or null.</param>
    /// <param name="progress">Told the position reached.</param>
    public async Task<AuditVerdict> RunAsync(AuditHead? noted, IProgress<long>? progress, CancellationToken cancel)
    {
        await chain.SealAsync(cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (position, hash) = (0L, LinkHash.Origin);
        while (await BatchAsync(db, position, cancel) is { Count: > 0 } batch)
        {
            foreach (var step in batch)
            {
                if (await BrokenAsync(db, step, position + 1, hash, noted, cancel) is { } broken)
                    return Verdict(position, hash, broken);
                (position, hash) = (step.Link.Position, step.Link.Hash);
            }
            progress?.Report(position);
        }
        if (noted is not null && noted.Position > position)
            return Verdict(position, hash, new BrokenLink(position + 1, null, "linkMissing"));
        return Verdict(position, hash, await OutsideAsync(db, cancel));
    }

    private static AuditVerdict Verdict(long position, byte[] hash, BrokenLink? broken) =>
        new(position, position == 0 ? null : new AuditHead(position, Convert.ToHexStringLower(hash)), broken);

    private static Task<List<Step>> BatchAsync(RegistryDbContext db, long after, CancellationToken cancel) =>
        (from link in db.AuditLinks.AsNoTracking().Where(l => l.Position > after).OrderBy(l => l.Position).Take(BatchSize)
         join entry in db.AuditEntries.AsNoTracking() on link.EntryId equals entry.Id into entries
         from entry in entries.DefaultIfEmpty()
         join value in db.AuditValues.AsNoTracking() on link.EntryId equals value.EntryId into values
         from value in values.DefaultIfEmpty()
         orderby link.Position
         select new Step(link, entry, value == null ? null : value.Json)).ToListAsync(cancel);

    private static async Task<BrokenLink?> BrokenAsync(
        RegistryDbContext db, Step step, long expected, byte[] before, AuditHead? noted, CancellationToken cancel)
    {
        if (step.Link.Position != expected)
            return new BrokenLink(expected, null, "linkMissing");
        if (step.Entry is not { } entry)
            return new BrokenLink(expected, step.Link.EntryId, "entryMissing");
        if (!LinkHash.Of(before, expected, entry).AsSpan().SequenceEqual(step.Link.Hash))
            return new BrokenLink(expected, entry.Id, "entryChanged");
        if (noted?.Position == expected && noted != AuditHead.Of(step.Link))
            return new BrokenLink(expected, entry.Id, "headDiffers");
        var wrong = AuditValueCheck.Wrong(entry, step.Values);
        if (wrong.Missing.Count > 0 && wrong.Missing.Except(await ErasedAsync(db, entry.Id, cancel), StringComparer.Ordinal).FirstOrDefault() is { } field)
            return new BrokenLink(expected, entry.Id, "valueMissing", field);
        return wrong.Reason is { } reason ? new BrokenLink(expected, entry.Id, reason, wrong.Field) : null;
    }

    /// <summary>The fields of an entry whose erasure stands in the chain itself.</summary>
    private static async Task<HashSet<string>> ErasedAsync(RegistryDbContext db, Guid entry, CancellationToken cancel)
    {
        var subject = AuditErasure.SubjectOf(entry);
        var erasures = await (
            from erasure in db.AuditEntries.AsNoTracking().Where(e => e.Subject == subject && e.What == AuditErasure.What)
            join link in db.AuditLinks on erasure.Id equals link.EntryId
            join value in db.AuditValues on erasure.Id equals value.EntryId
            select new { erasure, value.Json }).ToListAsync(cancel);
        return [.. erasures.Where(e => AuditValueCheck.Wrong(e.erasure, e.Json) is { Reason: null, Missing.Count: 0 })
            .SelectMany(e => AuditErasure.FieldsOf(e.Json))];
    }

    /// <summary>An entry that has no place in the chain and does not wait for one, or one that waits and is gone.</summary>
    private static async Task<BrokenLink?> OutsideAsync(RegistryDbContext db, CancellationToken cancel)
    {
        var outside = await db.AuditEntries
            .Where(e => !db.AuditLinks.Any(l => l.EntryId == e.Id) && !db.AuditWaiting.Any(w => w.EntryId == e.Id))
            .OrderBy(e => e.Id).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(cancel);
        if (outside is not null)
            return new BrokenLink(0, outside, "notChained");
        var gone = await db.AuditWaiting.Where(w => !db.AuditEntries.Any(e => e.Id == w.EntryId))
            .OrderBy(w => w.EntryId).Select(w => (Guid?)w.EntryId).FirstOrDefaultAsync(cancel);
        return gone is null ? null : new BrokenLink(0, gone, "entryMissing");
    }

    private sealed record Step(AuditLink Link, AuditEntry? Entry, string? Values);
}
