using Microsoft.EntityFrameworkCore;
using Registry.Data.Bulk;
using Registry.Facts;
using Registry.Identifiers;

namespace Registry.Data;

/// <summary>The only reader and writer of IINs: gives persons their ids and sole proprietors their register numbers.</summary>
public sealed class PersonDirectory(IDbContextFactory<RegistryDbContext> contexts, IBulkWriter bulk)
{
    /// <summary>What an IIN begins with while a source's facts still carry it.</summary>
    public const string IinPrefix = "iin:";

    /// <summary>Register number of the sole proprietor with this IIN, or null when the register knows none.</summary>
    public async Task<string?> RegisterNumberOfAsync(Iin iin, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Persons.Where(p => p.Iin == iin.Digits).Select(p => p.RegisterNumber).FirstOrDefaultAsync(cancel);
    }

    /// <summary>
    /// Puts register numbers in place of IINs that stand for an entity, and person ids in place of those that stand for a person.
    /// Unknown persons are entered in the context's transaction.
    /// </summary>
    internal async Task<IReadOnlyList<Fact>> ReplaceIinsAsync(
        RegistryDbContext db, IReadOnlyList<Fact> facts, bool write, CancellationToken cancel)
    {
        var entities = new HashSet<string>(StringComparer.Ordinal);
        var persons = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            fact.WithNumbers(number => Collect(number, entities));
            if (fact is Owner owner)
                Collect(owner.Party, persons);
        }
        if (entities.Count == 0 && persons.Count == 0)
            return facts;
        var known = await KnownAsync(db, [.. entities, .. persons], cancel);
        var changed = Enter(known, entities, persons, await FreeNumbersAsync(db, entities.Count, cancel));
        if (write)
            await bulk.UpsertAsync(db, changed, cancel);
        return [.. facts.Select(f => Replace(f, known))];
    }

    private static async Task<Dictionary<string, Person>> KnownAsync(RegistryDbContext db, IReadOnlyList<string> iins, CancellationToken cancel) =>
        await db.Persons.AsNoTracking().Where(p => iins.Contains(p.Iin)).ToDictionaryAsync(p => p.Iin, StringComparer.Ordinal, cancel);

    /// <summary>Ten digits hold ten thousand million numbers, so among millions of proprietors a draw is sometimes taken.</summary>
    private static async Task<Queue<string>> FreeNumbersAsync(RegistryDbContext db, int count, CancellationToken cancel)
    {
        var free = new HashSet<string>(StringComparer.Ordinal);
        while (free.Count < count)
        {
            var drawn = Enumerable.Range(0, count - free.Count).Select(_ => RegisterNumber.Draw().Text).ToHashSet(StringComparer.Ordinal);
            var taken = await db.Persons.Where(p => p.RegisterNumber != null && drawn.Contains(p.RegisterNumber)).Select(p => p.RegisterNumber!).ToListAsync(cancel);
            free.UnionWith(drawn.Except(taken, StringComparer.Ordinal));
        }
        return new(free);
    }

    private static List<Person> Enter(
        Dictionary<string, Person> known, HashSet<string> entities, HashSet<string> persons, Queue<string> free)
    {
        var changed = new List<Person>();
        foreach (var iin in entities)
        {
            if (known.TryGetValue(iin, out var person) && person.RegisterNumber is not null)
                continue;
            var numbered = new Person { Id = person?.Id ?? Guid.CreateVersion7(), Iin = iin, RegisterNumber = free.Dequeue() };
            known[iin] = numbered;
            changed.Add(numbered);
        }
        foreach (var iin in persons)
        {
            if (known.ContainsKey(iin))
                continue;
            var entered = new Person { Id = Guid.CreateVersion7(), Iin = iin };
            known[iin] = entered;
            changed.Add(entered);
        }
        return changed;
    }

    private static Fact Replace(Fact fact, Dictionary<string, Person> known)
    {
        var numbered = fact.WithNumbers(number => IsIin(number) ? known[number[IinPrefix.Length..]].RegisterNumber! : number);
        return numbered is Owner owner && IsIin(owner.Party)
            ? owner with { Party = $"person:{known[owner.Party[IinPrefix.Length..]].Id}" }
            : numbered;
    }

    private static string Collect(string number, HashSet<string> iins)
    {
        if (IsIin(number))
            iins.Add(number[IinPrefix.Length..]);
        return number;
    }

    private static bool IsIin(string number) => number.StartsWith(IinPrefix, StringComparison.Ordinal);
}
