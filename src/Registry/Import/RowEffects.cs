using Registry.Sources;

namespace Registry.Import;

/// <summary>What became of each row of a chunk: rejected, or the strongest effect of its facts.</summary>
internal sealed class RowEffects(IReadOnlyList<ParsedRow> rows)
{
    private const string DuplicateKey = "duplicateKey";
    private const string HeldByDesk = "heldByDesk";
    private readonly FactEffect[] effects = new FactEffect[rows.Count];
    private readonly bool[] duplicates = new bool[rows.Count];
    private readonly bool[] held = new bool[rows.Count];

    public void Learned(int row, FactEffect effect)
    {
        if (effect == FactEffect.Added || effects[row] == FactEffect.Unchanged)
            effects[row] = effect;
    }

    /// <summary>The desk's word was kept against the row: it counts by what it did, and the report tells of it.</summary>
    public void Held(int row) => held[row] = true;

    /// <summary>A key that an earlier row had: saying the same again is fine, contradicting it is not.</summary>
    public void Repeated(int row, FactEffect against) => duplicates[row] |= against != FactEffect.Unchanged;

    /// <summary>The counts with these rows; problems go to the report.</summary>
    public ImportOutcome AddTo(ImportOutcome counts, ImportReport report)
    {
        long added = 0, changed = 0, unchanged = 0, rejected = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            report.Add(rows[i].Problems);
            if (duplicates[i])
                report.Add(new ImportProblem(rows[i].Row, "", "", DuplicateKey));
            if (held[i])
                report.Add(new ImportProblem(rows[i].Row, "", "", HeldByDesk));
            if (duplicates[i] || rows[i].Facts.Count == 0)
                rejected++;
            else if (effects[i] == FactEffect.Added)
                added++;
            else if (effects[i] == FactEffect.Changed)
                changed++;
            else
                unchanged++;
        }
        return counts with
        {
            Read = counts.Read + rows.Count,
            Added = counts.Added + added,
            Changed = counts.Changed + changed,
            Unchanged = counts.Unchanged + unchanged,
            Rejected = counts.Rejected + rejected,
        };
    }
}
