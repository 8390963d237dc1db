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

    private FacetColumns(AtomicReader reader)
    {
        var read = IndexFields.FacetGroups
            .SelectMany(group => group.Facets.Zip(FacetColumn.Read(reader, group.Field, group.Facets.Length)))
            .ToDictionary(f => f.First, f => f.Second, StringComparer.Ordinal);
        columns = [.. Facets.All.Select(facet => read[facet])];
    }

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

    /// <summary>The facets that share a field.</summary>
    public static FacetColumn[] Read(AtomicReader reader, string field, int facets)
    {
        var stored = reader.GetSortedDocValues(field);
        var combinations = stored is null ? [] : Combinations(stored);
        var ords = new int[reader.MaxDoc];
        for (var doc = 0; doc < ords.Length; doc++)
            ords[doc] = stored?.GetOrd(doc) is >= 0 and var ord ? ord : combinations.Length;
        return [.. Enumerable.Range(0, facets).Select(place => Of([.. combinations.Select(c => c[place]), ""], ords))];
    }

    private static string[][] Combinations(SortedDocValues stored)
    {
        var combinations = new string[stored.ValueCount][];
        var bytes = new BytesRef();
        for (var ord = 0; ord < combinations.Length; ord++)
        {
            stored.LookupOrd(ord, bytes);
            combinations[ord] = bytes.Utf8ToString().Split(IndexFields.FacetSeparator);
        }
        return combinations;
    }

    /// <summary>The column of one facet, given its text in each combination and the combination of each company.</summary>
    private static FacetColumn Of(string[] texts, int[] combinations)
    {
        var distinct = texts.Distinct(StringComparer.Ordinal).ToList();
        var places = distinct.Select((text, i) => (text, i)).ToDictionary(t => t.text, t => t.i, StringComparer.Ordinal);
        var value = texts.Select(text => places[text]).ToArray();
        var bytesSuffice = distinct.Count <= byte.MaxValue;
        var values = distinct.ConvertAll(text => text.Split(IndexFields.ValueSeparator, StringSplitOptions.RemoveEmptyEntries));
        return new FacetColumn(
            values,
            bytesSuffice ? Array.ConvertAll(combinations, c => (byte)value[c]) : null,
            bytesSuffice ? null : Array.ConvertAll(combinations, c => value[c]));
    }
}
