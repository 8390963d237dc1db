using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Registry.Search.LuceneEngine;

/// <summary>
/// The facets of one segment in memory: a byte or an int per company and facet (about 11 MB per million companies).
/// Segments never change, so a column is read once and lives as long as its segment.
/// </summary>
internal sealed class FacetColumns
{
    private static readonly ConditionalWeakTable<object, FacetColumns> Loaded = [];
    private readonly FacetColumn[] columns;

    private FacetColumns(AtomicReader reader) =>
        columns = [.. Facets.All.Select(facet => FacetColumn.Read(reader, IndexFields.Facet(facet)))];

    public FacetColumn this[int facet] => columns[facet];

    public static FacetColumns Of(AtomicReader reader) =>
        Loaded.GetValue(reader.CoreCacheKey, _ => new FacetColumns(reader));
}

/// <summary>One facet of one segment.</summary>
internal sealed class FacetColumn
{
    private readonly byte[]? narrow;
    private readonly int[]? wide;

    private FacetColumn(IReadOnlyList<string[]> values, byte[]? narrow, int[]? wide)
    {
        Values = values;
        this.narrow = narrow;
        this.wide = wide;
    }

    /// <summary>The sets of values that occur; a company has one of the sets.</summary>
    public IReadOnlyList<string[]> Values { get; }

    /// <summary>Which of <see cref="Values"/> the company has.</summary>
    public int Of(int doc) => narrow is null ? wide![doc] : narrow[doc];

    public static FacetColumn Read(AtomicReader reader, string field)
    {
        var stored = reader.GetSortedDocValues(field);
        if (stored is null)
            return new FacetColumn([[]], new byte[reader.MaxDoc], null);
        var values = new List<string[]>(stored.ValueCount + 1);
        var bytes = new BytesRef();
        for (var ord = 0; ord < stored.ValueCount; ord++)
        {
            stored.LookupOrd(ord, bytes);
            values.Add(bytes.Utf8ToString().Split(IndexFields.ValueSeparator, StringSplitOptions.RemoveEmptyEntries));
        }
        values.Add([]);
        var bytesSuffice = values.Count <= byte.MaxValue;
        var small = bytesSuffice ? new byte[reader.MaxDoc] : null;
        var large = bytesSuffice ? null : new int[reader.MaxDoc];
        for (var doc = 0; doc < reader.MaxDoc; doc++)
        {
            var ord = stored.GetOrd(doc);
            var value = ord < 0 ? values.Count - 1 : ord;
            if (small is not null)
                small[doc] = (byte)value;
            else
                large![doc] = value;
        }
        return new FacetColumn(values, small, large);
    }
}
