using Registry.Data.Bulk;
using Registry.Facts;
using Registry.Import;

namespace Registry.Data;

/// <summary>
/// Learns facts of any kinds on a day: keeps the versions, derives the companies' rows anew, queues them for the index.
/// Everything in the transaction that the caller opened.
/// </summary>
internal sealed class FactWriter(IBulkWriter bulk, PersonDirectory persons, CompanyProjection projection)
{
    /// <summary>Learns facts of distinct keys; says what each did, in their order.</summary>
    public async Task<IReadOnlyList<FactEffect>> LearnAsync(
        RegistryDbContext db, IReadOnlyList<Fact> facts, LearnOptions options, CancellationToken cancel)
    {
        if (options.Write)
            await bulk.LockAsync(db, cancel);
        var batch = new FactBatch(db, bulk, options);
        var effects = new FactEffect[facts.Count];
        var shaped = new HashSet<string>(StringComparer.Ordinal);
        var touched = new HashSet<string>(StringComparer.Ordinal);
        var changed = new List<Fact>();
        foreach (var kind in facts.Select((fact, i) => (fact, i)).GroupBy(f => FactKind.Of(f.fact)))
        {
            var places = kind.ToList();
            var learned = await kind.Key.LearnAsync(batch, [.. places.Select(p => p.fact)], cancel);
            for (var i = 0; i < places.Count; i++)
            {
                effects[places[i].i] = learned[i].Effect;
                if (learned[i].Effect == FactEffect.Unchanged)
                    continue;
                changed.Add(places[i].fact);
                var set = kind.Key.ShapesCompany ? shaped : touched;
                set.Add(places[i].fact.Bin);
                if (learned[i].Previous is { } previous)
                    set.Add(previous);
            }
        }
        if (options.Write)
        {
            var written = await projection.RefreshAsync(batch, shaped, cancel);
            touched.UnionWith(await CertificateHolders.OfAsync(db, changed, cancel));
            touched.ExceptWith(written);
            await bulk.TouchAsync(db, touched, cancel);
        }
        return effects;
    }

    /// <summary>Facts with register numbers and person ids in place of IINs.</summary>
    public async Task<IReadOnlyList<Fact>> ReplaceIinsAsync(RegistryDbContext db, IReadOnlyList<Fact> facts, bool write, CancellationToken cancel)
    {
        if (write)
            await bulk.LockAsync(db, cancel);
        return await persons.ReplaceIinsAsync(db, facts, write, cancel);
    }
}
