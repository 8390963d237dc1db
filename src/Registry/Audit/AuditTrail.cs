using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Data;
using Registry.Identifiers;

namespace Registry.Audit;

/// <summary>
/// Writes the trace. A change and its entry are saved by the same <c>SaveChanges</c> or transaction: neither stands without the other.
/// The entry's place in the chain follows shortly afterwards, see <see cref="AuditChain"/>.
/// </summary>
public sealed class AuditTrail(IDbContextFactory<RegistryDbContext> contexts, TimeProvider time)
{
    internal const int LongestWhat = 64;
    internal const int LongestSubject = 200;

    /// <summary>Adds an entry to what <paramref name="db"/> saves next.</summary>
    /// <exception cref="ArgumentException">The note's <c>What</c> or <c>Subject</c> is empty or too long, or the subject is an IIN.</exception>
    public void Add(RegistryDbContext db, Actor actor, AuditNote note)
    {
        Check(note);
        var values = SaltedValues.Of(actor.Name, note);
        var now = time.GetUtcNow().ToUniversalTime();
        var entry = new AuditEntry
        {
            Id = Guid.CreateVersion7(now),
            At = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)),
            ActorId = actor.Id,
            SignIn = actor.SignIn,
            What = note.What,
            Subject = note.Subject,
            Digests = SaltedValues.Digests(values),
        };
        db.AuditEntries.Add(entry);
        db.AuditValues.Add(new AuditValues { EntryId = entry.Id, Json = SaltedValues.Write(values) });
        db.AuditWaiting.Add(new AuditWaiting { EntryId = entry.Id });
    }

    /// <summary>Writes an entry of its own: a read of restricted data, a sign-in.</summary>
    /// <inheritdoc cref="Add" path="/exception"/>
    public async Task WriteAsync(Actor actor, AuditNote note, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        Add(db, actor, note);
        await db.SaveChangesAsync(cancel);
    }

    private static void Check(AuditNote note)
    {
        if (note.What.Length is 0 or > LongestWhat)
            throw new ArgumentException($"What: 1 to {LongestWhat} characters.", nameof(note));
        if (note.Subject.Length is 0 or > LongestSubject)
            throw new ArgumentException($"Subject: 1 to {LongestSubject} characters.", nameof(note));
        if (note.Subject.Length == DigitText.Length && Iin.TryParse(note.Subject, out _))
            throw new ArgumentException("Subject: an IIN stands in the values, never in the chain.", nameof(note));
    }
}
