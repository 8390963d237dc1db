using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Data;

namespace Registry.Audit;

/// <summary>Which entries to show.</summary>
public sealed record AuditFilter
{
    /// <summary>E-mail address of an account, or an actor's id.</summary>
    public string? Who { get; init; }

    /// <summary>Beginning of what was done, e.g. <c>label.</c></summary>
    public string? What { get; init; }

    /// <summary>Beginning of the subject.</summary>
    public string? Subject { get; init; }

    /// <summary>First day in Kazakhstan.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day in Kazakhstan.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>A field that the entry tells of.</summary>
/// <param name="Before">JSON, or null where there was none.</param>
/// <param name="After">JSON, or null where there is none.</param>
/// <param name="IsErased">Whether a value was erased on a lawful request.</param>
public sealed record AuditField(string Name, string? Before, string? After, bool IsErased);

/// <summary>An entry with its values.</summary>
/// <param name="Position">Its place in the chain; null in the moment before it has one.</param>
/// <param name="ActorName">Null where it was erased.</param>
public sealed record AuditRow(
    Guid Id, long? Position, DateTimeOffset At, string ActorId, string? ActorName, SignInKind SignIn,
    string What, string Subject, string? Reason, IReadOnlyList<AuditField> Fields);

/// <summary>Reads the trace for those who may; reading it stands in the trace too.</summary>
public sealed class AuditReader(IDbContextFactory<RegistryDbContext> contexts, AuditTrail trail)
{
    /// <summary>One page of entries, newest first; null where the actor may not read them.</summary>
    /// <param name="before">Id of the last entry of the page before, or null.</param>
    public async Task<IReadOnlyList<AuditRow>?> PageAsync(Actor actor, AuditFilter filter, Guid? before, int limit, CancellationToken cancel)
    {
        if (!actor.May(Permission.ReadAudit))
            return null;
        var rows = new List<AuditRow>();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await foreach (var row in Rows(db, await EntriesAsync(db, filter, before, cancel), limit).AsAsyncEnumerable().WithCancellation(cancel))
            rows.Add(row.Read());
        await trail.WriteAsync(actor, new AuditNote("audit.read", "audit") { After = filter }, cancel);
        return rows;
    }

    /// <summary>Every entry of the filter, newest first, read as it is asked for; nothing where the actor may not read them.</summary>
    public async IAsyncEnumerable<AuditRow> AllAsync(Actor actor, AuditFilter filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (!actor.May(Permission.ReadAudit))
            yield break;
        await trail.WriteAsync(actor, new AuditNote("audit.exported", "audit") { After = filter }, cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await foreach (var row in Rows(db, await EntriesAsync(db, filter, null, cancel), int.MaxValue).AsAsyncEnumerable().WithCancellation(cancel))
            yield return row.Read();
    }

    private static async Task<IQueryable<AuditEntry>> EntriesAsync(RegistryDbContext db, AuditFilter filter, Guid? before, CancellationToken cancel)
    {
        IQueryable<AuditEntry> entries = db.AuditEntries.AsNoTracking();
        if (filter.Who is { Length: > 0 } who)
        {
            var email = who.Trim().ToUpperInvariant();
            var user = await db.Users.Where(u => u.NormalizedEmail == email).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(cancel);
            var id = user is { } found ? Actor.UserId(found) : who.Trim();
            entries = entries.Where(e => e.ActorId == id);
        }
        if (filter.What is { Length: > 0 } what)
            entries = entries.Where(e => e.What.StartsWith(what.Trim()));
        if (filter.Subject is { Length: > 0 } subject)
            entries = entries.Where(e => e.Subject.StartsWith(subject.Trim()));
        if (filter.From is { } from && BusinessClock.StartOf(from) is var start)
            entries = entries.Where(e => e.At >= start);
        if (filter.To is { } to && BusinessClock.StartOf(to.AddDays(1)) is var end)
            entries = entries.Where(e => e.At < end);
        return before is { } last ? entries.Where(e => e.Id < last) : entries;
    }

    private static IQueryable<Raw> Rows(RegistryDbContext db, IQueryable<AuditEntry> entries, int limit) =>
        from entry in entries.OrderByDescending(e => e.Id).Take(limit)
        join value in db.AuditValues.AsNoTracking() on entry.Id equals value.EntryId into values
        from value in values.DefaultIfEmpty()
        join link in db.AuditLinks.AsNoTracking() on entry.Id equals link.EntryId into links
        from link in links.DefaultIfEmpty()
        orderby entry.Id descending
        select new Raw(entry, value == null ? null : value.Json, link == null ? null : link.Position);

    private sealed record Raw(AuditEntry Entry, string? Json, long? Position)
    {
        public AuditRow Read()
        {
            var values = Json is null ? [] : SaltedValues.Read(Json);
            var named = SaltedValues.ReadDigests(Entry.Digests).Keys;
            var fields = named.Where(IsState).Select(Name).Distinct(StringComparer.Ordinal).Select(name => new AuditField(
                name,
                values.GetValueOrDefault("before" + name)?.Json,
                values.GetValueOrDefault("after" + name)?.Json,
                named.Any(field => IsState(field) && Name(field) == name && !values.ContainsKey(field))));
            return new AuditRow(
                Entry.Id, Position, Entry.At, Entry.ActorId, Text(values, SaltedValues.ActorField), Entry.SignIn,
                Entry.What, Entry.Subject, Text(values, SaltedValues.ReasonField), [.. fields.Select(f => f with { Name = f.Name.TrimStart('.') })]);
        }

        private static bool IsState(string field) => field.StartsWith("before", StringComparison.Ordinal) || field.StartsWith("after", StringComparison.Ordinal);

        /// <summary>With its leading dot; empty for a state that is one value.</summary>
        private static string Name(string field) => field[(field[0] == 'b' ? "before".Length : "after".Length)..];

        private static string? Text(SortedDictionary<string, SaltedValue> values, string field) =>
            values.TryGetValue(field, out var value) ? JsonSerializer.Deserialize<string>(value.Json) : null;
    }
}
