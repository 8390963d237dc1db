using Registry.Certification;
using Registry.Data.Bulk;
using Registry.Facts;
using Registry.Import;

namespace Registry.Data;

/// <summary>A kind of fact: its key, and how many of it are learned at once.</summary>
internal abstract class FactKind(Type type, bool shapesCompany)
{
    public static readonly IReadOnlyList<FactKind> All =
    [
        new FactKind<Registration>(f => [f.Bin, f.Source], shapesCompany: true),
        new FactKind<StatusChange>(f => [f.Bin, f.Since], shapesCompany: true),
        new FactKind<CompanyName>(f => [f.Bin, f.Language, f.From], shapesCompany: true),
        new FactKind<Contact>(f => [f.Bin], shapesCompany: true),
        new FactKind<Owner>(f => [f.Bin, f.Kind, f.Party, f.From]),
        new FactKind<ListEntry>(f => [f.Bin, f.Source, f.Entry]),
        new FactKind<Certificate>(f => [f.Number]),
        new FactKind<CertificationBody>(f => [f.Bin, f.Accreditation]),
        new FactKind<Surveillance>(f => [f.Number, f.PlannedOn]),
        new FactKind<Label>(f => [f.Number]),
        new FactKind<LabelEvent>(f => [f.Number, f.Entry]),
        new FactKind<TaxArrears>(f => [f.Bin, f.AsOf, f.Source]),
        new FactKind<TaxBurden>(f => [f.Bin, f.Year]),
        new FactKind<TaxesPaid>(f => [f.Bin, f.Year]),
        new FactKind<VatRegistration>(f => [f.Bin, f.RegisteredOn]),
        new FactKind<DeliveredIndex>(f => [f.Bin, f.Index, f.AsOf]),
        new FactKind<Payroll>(f => [f.Bin, f.Year]),
        new FactKind<Statement>(f => [f.Bin, f.Year]),
        new FactKind<PaymentExperience>(f => [f.Bin, f.SupplierBin, f.Invoice]),
        new FactKind<Enforcement>(f => [f.Number]),
        new FactKind<CourtCase>(f => [f.Number]),
        new FactKind<Contract>(f => [f.Number]),
    ];

    private static readonly Dictionary<Type, FactKind> ByType = All.ToDictionary(k => k.Type);

    public Type Type => type;

    /// <summary>Whether the company's own row is derived from it (names, status, address), so that it must be derived anew.</summary>
    public bool ShapesCompany => shapesCompany;

    public static FactKind Of(Fact fact) => ByType[fact.GetType()];

    /// <summary>Text that tells one key of the kind from every other.</summary>
    public abstract string KeyOf(Fact fact);

    /// <summary>Learns facts of distinct keys on a day and says what each did; what is to write is left with the batch.</summary>
    public abstract Task<IReadOnlyList<FactLearned>> LearnAsync(FactBatch batch, IReadOnlyList<Fact> facts, CancellationToken cancel);
}

/// <summary>What learning one fact did.</summary>
/// <param name="Previous">The entity that the key belonged to before, when it was another one.</param>
internal readonly record struct FactLearned(FactEffect Effect, string? Previous);

/// <summary>Where facts are written.</summary>
internal sealed record FactBatch(RegistryDbContext Db, IBulkWriter Bulk, LearnOptions Options)
{
    /// <summary>What stands after learning, for the kinds that shape a company: spares reading back what was just written.</summary>
    public Dictionary<Type, List<Fact>> Standing { get; } = [];

    /// <summary>Entities that no register had named before: their row can't be there yet.</summary>
    public HashSet<string> New { get; } = new(StringComparer.Ordinal);

    /// <summary>Changes of facts that wait for <see cref="WriteAsync"/>.</summary>
    public List<Func<CancellationToken, Task>> Changes { get; } = [];

    /// <summary>Writes what was learned.</summary>
    public async Task WriteAsync(CancellationToken cancel)
    {
        foreach (var change in Changes)
            await change(cancel);
        Changes.Clear();
    }
}

/// <summary>How facts are learned.</summary>
/// <param name="Day">Day on which the register learns them.</param>
/// <param name="ListDay">The list's own day, for entries of a list.</param>
/// <param name="Write">False to compare only: everything is looked up, nothing written.</param>
/// <param name="ByDesk">Whether staff wrote them, not a source.</param>
internal sealed record LearnOptions(DateOnly Day, DateOnly? ListDay = null, bool Write = true, bool ByDesk = false)
{
    /// <summary>Facts of a source that the desk's word was kept against.</summary>
    public HashSet<Fact> Held { get; } = new(ReferenceEqualityComparer.Instance);
}

/// <inheritdoc/>
internal sealed class FactKind<T>(Func<T, object[]> key, bool shapesCompany = false) : FactKind(typeof(T), shapesCompany)
    where T : Fact
{
    private const char Separator = '\u001f';

    public override string KeyOf(Fact fact) => Text(key((T)fact));

    public override async Task<IReadOnlyList<FactLearned>> LearnAsync(FactBatch batch, IReadOnlyList<Fact> facts, CancellationToken cancel)
    {
        var keys = facts.Select(f => key((T)f)).ToList();
        // All facts of an entity are wanted where its row is derived from them: then the look-up is by its number alone.
        var lookUp = ShapesCompany ? facts.Select(f => f.Bin).Distinct(StringComparer.Ordinal).Select(b => new object[] { b }).ToList() : keys;
        var found = await batch.Bulk.FindAsync<T>(batch.Db, lookUp, cancel);
        var standing = found.ToLookup(v => Text(key(v)), StringComparer.Ordinal);
        var learned = new FactLearned[facts.Count];
        var upserts = new List<T>();
        var deletes = new List<T>();
        for (var i = 0; i < facts.Count; i++)
        {
            var fact = (T)facts[i];
            var versions = standing[Text(keys[i])].ToList();
            var change = FactVersions.Learn(versions, Settled(versions, Continued(versions, fact, batch.Options), batch.Options), batch.Options.Day);
            upserts.AddRange(change.Upserts);
            deletes.AddRange(change.Deletes);
            learned[i] = new(change.Effect, versions.Find(v => v.KnownTo is null && v.Bin != fact.Bin)?.Bin);
        }
        if (ShapesCompany)
            batch.Standing[typeof(T)] = After(found, upserts, deletes);
        if (typeof(T) == typeof(Registration))
        {
            batch.New.UnionWith(facts.Select(f => f.Bin));
            batch.New.ExceptWith(found.Select(f => f.Bin));
        }
        if (batch.Options.Write)
        {
            var there = found.Select(Version).ToHashSet();
            batch.Changes.Add(async stop =>
            {
                await batch.Bulk.DeleteAsync(batch.Db, deletes, stop);
                await batch.Bulk.InsertAsync(batch.Db, upserts.FindAll(f => !there.Contains(Version(f))), stop);
                await batch.Bulk.UpsertAsync(batch.Db, upserts.FindAll(f => there.Contains(Version(f))), stop);
            });
        }
        return learned;
    }

    /// <summary>The versions that stand once the changes are written.</summary>
    private List<Fact> After(List<T> found, List<T> upserts, List<T> deletes)
    {
        var replaced = upserts.Concat(deletes).Select(Version).ToHashSet();
        return [.. found.Where(f => !replaced.Contains(Version(f))).Concat(upserts).Where(f => f.KnownTo is null)];
    }

    private (string Key, DateOnly From) Version(T fact) => (Text(key(fact)), fact.KnownFrom);

    /// <summary>
    /// A list that gives no day of its own dates an entry by the list's day; an entry that already stood goes on from its first day.
    /// </summary>
    private static T Continued(List<T> versions, T fact, LearnOptions options)
    {
        if (fact is not ListEntry entry || entry.Since != options.ListDay)
            return fact;
        var standing = versions.OfType<ListEntry>().FirstOrDefault(v => v.KnownTo is null && v.Until is null && v.Since < entry.Since);
        return standing is null ? fact : (T)(Fact)(entry with { Since = standing.Since });
    }

    /// <summary>Where staff and sources both speak, what the register holds after one of them spoke.</summary>
    private static T Settled(List<T> versions, T fact, LearnOptions options)
    {
        if (!DeskHold.Concerns(typeof(T)))
            return fact;
        var standing = versions.Find(v => v.IsKnownOn(options.Day));
        if (options.ByDesk)
            return (T)DeskHold.Edited(standing, fact);
        var settled = (T)DeskHold.Imported(standing, fact);
        if (DeskHold.IsHeld(fact, settled))
            options.Held.Add(fact);
        return settled;
    }

    private static string Text(object[] values) => values.Length == 1 ? values[0].ToString()! : string.Join(Separator, values);
}
