using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Registry.Search.LuceneEngine;

/// <summary>
/// Lets pass what all filters accept and counts every facet over the whole result. A facet's own filter does not
/// restrict its own counts: one sees what else could be chosen.
/// </summary>
internal sealed class FacetCollector : ICollector
{
    private readonly TopFieldCollector inner;
    private readonly bool counting;
    private readonly int most;
    private readonly (int Facet, HashSet<string> Wanted)[] filters;
    private readonly Dictionary<string, long>[] totals;
    private readonly long[][] counts = new long[Facets.All.Count][];
    private readonly bool[][] accepted;
    private FacetColumns? columns;

    public FacetCollector(TopFieldCollector inner, IReadOnlyDictionary<string, IReadOnlyList<string>> wanted, bool counting, int most)
    {
        this.most = most;
        this.inner = inner;
        this.counting = counting;
        filters = [.. Facets.All.Select((id, i) => (i, id))
            .Where(f => wanted.TryGetValue(f.id, out var values) && values.Count > 0)
            .Select(f => (f.i, wanted[f.id].ToHashSet(StringComparer.Ordinal)))];
        accepted = new bool[filters.Length][];
        totals = [.. Facets.All.Select(_ => new Dictionary<string, long>(StringComparer.Ordinal))];
    }

    /// <summary>Companies that passed.</summary>
    public long Total { get; private set; }

    public bool AcceptsDocsOutOfOrder => false;

    public void SetScorer(Scorer scorer) => inner.SetScorer(scorer);

    public void SetNextReader(AtomicReaderContext context)
    {
        Settle();
        inner.SetNextReader(context);
        if (!counting && filters.Length == 0)
            return;
        columns = FacetColumns.Of(context.AtomicReader);
        for (var f = 0; f < filters.Length; f++)
            accepted[f] = [.. columns[filters[f].Facet].Values.Select(set => set.Any(filters[f].Wanted.Contains))];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = new long[columns[i].Values.Count];
    }

    public void Collect(int doc)
    {
        // Ends this segment; the next one ends at its first match.
        if (Total >= most)
            throw new CollectionTerminatedException();
        if (columns is not null)
        {
            var failed = Failed(doc);
            if (failed == Failures.Several)
                return;
            if (failed >= 0)
            {
                var facet = filters[failed].Facet;
                counts[facet][columns[facet].Of(doc)]++;
                return;
            }
            if (counting)
                CountAll(doc);
        }
        Total++;
        inner.Collect(doc);
    }

    /// <summary>Counts of every facet, most frequent first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Counts()
    {
        Settle();
        return Facets.All.Select((id, i) => (id, i)).ToDictionary(
            f => f.id,
            f => (IReadOnlyList<FacetCount>)[.. totals[f.i]
                .Select(c => new FacetCount(c.Key, c.Value))
                .OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal)],
            StringComparer.Ordinal);
    }

    private void CountAll(int doc)
    {
        for (var i = 0; i < counts.Length; i++)
            counts[i][columns![i].Of(doc)]++;
    }

    private int Failed(int doc)
    {
        var failed = Failures.None;
        for (var f = 0; f < filters.Length; f++)
        {
            if (accepted[f][columns![filters[f].Facet].Of(doc)])
                continue;
            if (failed != Failures.None)
                return Failures.Several;
            failed = f;
        }
        return failed;
    }

    /// <summary>Adds the counts of the segment just done to the totals by value.</summary>
    private void Settle()
    {
        if (columns is null)
            return;
        for (var i = 0; i < counts.Length; i++)
        {
            for (var ord = 0; ord < counts[i].Length; ord++)
            {
                if (counts[i][ord] == 0)
                    continue;
                foreach (var value in columns[i].Values[ord])
                    totals[i][value] = totals[i].GetValueOrDefault(value) + counts[i][ord];
            }
        }
        columns = null;
    }

    private static class Failures
    {
        public const int None = -1;
        public const int Several = -2;
    }
}
