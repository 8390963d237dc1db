using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Registry.Search.LuceneEngine;

/// <summary>
/// What one search needs to look its words up, kept from word to word: the place in each dictionary of terms, and the tables of
/// what was found. Its stages ask for the same words again and again, and each place and table costs as much as a short list does.
/// </summary>
internal sealed class SearchLookups : IDisposable
{
    private readonly Dictionary<(int Segment, string Field), TermsEnum?> places = [];
    private readonly List<byte[]> tables = [];
    private readonly List<ulong[]> sets = [];

    /// <summary>The dictionary of a field in a segment; null where it has none. The next caller moves the place.</summary>
    public TermsEnum? Terms(AtomicReaderContext segment, string field)
    {
        if (!places.TryGetValue((segment.Ord, field), out var terms))
            places[(segment.Ord, field)] = terms = segment.AtomicReader.GetTerms(field)?.GetEnumerator();
        return terms;
    }

    /// <summary>The companies of a segment that hold a word; null where none does.</summary>
    /// <param name="reuse">A list that nobody reads any more, or null.</param>
    public DocsEnum? Companies(AtomicReaderContext segment, string field, string word, IBits? accepted, DocsEnum? reuse) =>
        Terms(segment, field) is { } terms && terms.SeekExact(new BytesRef(word)) ? terms.Docs(accepted, reuse, DocsFlags.NONE) : null;

    /// <summary>A byte for each company of a segment, not cleared.</summary>
    public byte[] Table(int companies)
    {
        var table = ArrayPool<byte>.Shared.Rent(companies);
        tables.Add(table);
        return table;
    }

    /// <summary>A bit for each company of a segment, all zero.</summary>
    public ulong[] Set(int companies)
    {
        var length = (companies >> 6) + 1;
        var set = ArrayPool<ulong>.Shared.Rent(length);
        sets.Add(set);
        Array.Clear(set, 0, length);
        return set;
    }

    /// <summary>Gives the tables back after a query has run; the places stay.</summary>
    public void Clear()
    {
        foreach (var table in tables)
            ArrayPool<byte>.Shared.Return(table);
        foreach (var set in sets)
            ArrayPool<ulong>.Shared.Return(set);
        tables.Clear();
        sets.Clear();
    }

    public void Dispose() => Clear();
}
