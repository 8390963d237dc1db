using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Data;

namespace Registry.Audit;

/// <summary>What became of a request to erase values.</summary>
public abstract record ErasureOutcome
{
    private ErasureOutcome()
    {
    }

    /// <summary>These fields are erased.</summary>
    public sealed record Erased(IReadOnlyList<string> Fields) : ErasureOutcome;

    /// <summary>The actor may not.</summary>
    public sealed record Refused(Refusal Refusal) : ErasureOutcome;

    /// <summary>There is no such entry, or it holds none of the fields.</summary>
    public sealed record Nothing : ErasureOutcome;

    /// <summary>The request gives no reason.</summary>
    public sealed record NoReason : ErasureOutcome;

    /// <summary>The entry tells of an erasure itself: without it the chain could not say what was lawful.</summary>
    public sealed record Kept : ErasureOutcome;
}

/// <summary>
/// Erases personal values beside the trace on a lawful request. The chained entry stays with its hashes, which tell nothing without
/// the salts, and a new entry says what was erased, by whom and why.
/// </summary>
public sealed class AuditErasure(IDbContextFactory<RegistryDbContext> contexts, AuditTrail trail)
{
    internal const string What = "audit.erased";

    /// <summary>Erases fields of an entry.</summary>
    /// <param name="fields">Names such as <c>actor</c> or <c>before.email</c>; empty: all.</param>
    /// <param name="reason">The request and its ground in law.</param>
    public async Task<ErasureOutcome> EraseAsync(Actor actor, Guid entry, IReadOnlyCollection<string> fields, string reason, CancellationToken cancel)
    {
        if (actor.Require(Permission.EraseAuditValues) is { } refusal)
            return new ErasureOutcome.Refused(refusal);
        if (string.IsNullOrWhiteSpace(reason))
            return new ErasureOutcome.NoReason();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.AuditEntries.AnyAsync(e => e.Id == entry && e.What == What, cancel))
            return new ErasureOutcome.Kept();
        var row = await db.AuditValues.FirstOrDefaultAsync(v => v.EntryId == entry, cancel);
        if (row is null)
            return new ErasureOutcome.Nothing();
        var values = SaltedValues.Read(row.Json);
        var erased = values.Keys.Where(field => fields.Count == 0 || fields.Contains(field)).ToList();
        if (erased.Count == 0)
            return new ErasureOutcome.Nothing();
        erased.ForEach(field => values.Remove(field));
        row.Json = SaltedValues.Write(values);
        trail.Add(db, actor, new AuditNote(What, SubjectOf(entry)) { After = new { fields = erased }, Reason = reason });
        await db.SaveChangesAsync(cancel);
        return new ErasureOutcome.Erased(erased);
    }

    internal static string SubjectOf(Guid entry) => $"entry:{entry:D}";

    /// <summary>The fields that an erasure's own values name.</summary>
    internal static IReadOnlyList<string> FieldsOf(string values) =>
        SaltedValues.Read(values).TryGetValue("after.fields", out var fields) ? JsonSerializer.Deserialize<List<string>>(fields.Json) ?? [] : [];
}
