using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Registry.Search.LuceneEngine;

/// <summary>Fields of the index beside the <see cref="TermFields"/>.</summary>
internal static class IndexFields
{
    public const string Payload = "payload";
    public const string Version = "version";
    public const string SortBin = "s_bin";
    public const string SortLength = "s_length";
    public const string SortName = "s_name";
    public const string SortRegistered = "s_registered";

    /// <summary>Value of a sort field for a company without one: behind all others, the orders being descending.</summary>
    public const long Missing = -1;

    /// <summary>Separates the values of a facet that has several; not a letter of any value.</summary>
    public const char ValueSeparator = '\u001f';
    private const long Proprietors = 1_000_000_000_000;

    /// <summary>Sort fields of the indices, by their ids in hits.</summary>
    public static readonly IReadOnlyList<string> Indices = ["taxpayerIntegrity", "financialStability", "paymentDiscipline"];

    // Made once: a rebuild asks for them a hundred million times.
    private static readonly Dictionary<string, string> SortIndices = Indices.ToDictionary(index => index, index => "s_" + index, StringComparer.Ordinal);
    private static readonly Dictionary<string, string> FacetFields = Search.Facets.All.ToDictionary(facet => facet, facet => "f_" + facet, StringComparer.Ordinal);

    /// <summary>Sort field of an index.</summary>
    public static string SortIndex(string index) => SortIndices[index];

    /// <summary>Doc values field of a facet.</summary>
    public static string Facet(string facet) => FacetFields[facet];

    /// <summary>A number as it is ordered: a register number is a P and eleven digits, behind all BINs.</summary>
    public static long NumberOf(string number) => number.StartsWith('P')
        ? Proprietors + long.Parse(number.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture)
        : long.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The number that <see cref="NumberOf"/> was made of.</summary>
    public static string NumberText(long number) => number >= Proprietors
        ? (number - Proprietors).ToString("'P'00000000000", CultureInfo.InvariantCulture)
        : number.ToString("000000000000", CultureInfo.InvariantCulture);
}

/// <summary>
/// Turns companies into Lucene documents, one after the other in the same document: its fields and streams are costly to
/// make. One thread at a time; a document holds until the next one is made.
/// </summary>
internal sealed class DocumentMaker(Phrasebook phrases)
{
    /// <summary>Indices are compared in tenths, as they are published.</summary>
    private const int Tenths = 10;
    private static readonly FieldType Terms = TermsOnly();
    private readonly Document document = [];
    private readonly Dictionary<string, TermStream> streams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Field> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BytesRef> facets = new(StringComparer.Ordinal);

    public Document Of(CompanyDocument company)
    {
        var hit = company.Hit;
        var terms = SearchTerms.Of(company);
        SetTerms(TermFields.Bin, [hit.Bin]);
        SetTerms(TermFields.Letters, terms.Letters);
        SetTerms(TermFields.Sounds, terms.Sounds);
        SetTerms(TermFields.Edges, terms.Edges);
        SetTerms(TermFields.Initials, terms.Initials);
        SetTerms(TermFields.Whole, terms.Wholes);
        SetTerms(TermFields.Head, terms.Head);
        SetTerms(TermFields.Address, terms.Address);
        Value(IndexFields.Payload, static name => new BinaryDocValuesField(name, new BytesRef())).SetBytesValue(HitPayload.Write(company, phrases));
        SetNumber(IndexFields.Version, company.Version);
        SetNumber(IndexFields.SortBin, IndexFields.NumberOf(hit.Bin));
        SetNumber(IndexFields.SortLength, terms.Length);
        SetNumber(IndexFields.SortRegistered, company.RegisteredOn?.DayNumber ?? IndexFields.Missing);
        SetText(IndexFields.SortName, new BytesRef(terms.SortKey));
        foreach (var index in IndexFields.Indices)
            SetNumber(IndexFields.SortIndex(index), hit.Indices.GetValueOrDefault(index)?.Value is { } v ? (long)Math.Round(v * Tenths) : IndexFields.Missing);
        foreach (var facet in Facets.All)
            SetText(IndexFields.Facet(facet), Facet(FacetValues.Of(company, facet)));
        return document;
    }

    private void SetTerms(string field, IReadOnlyCollection<string> terms)
    {
        if (!streams.TryGetValue(field, out var stream))
        {
            streams[field] = stream = new TermStream();
            document.Add(new Field(field, stream, Terms));
        }
        stream.Terms = terms;
    }

    private void SetNumber(string field, long number) =>
        Value(field, static name => new NumericDocValuesField(name, 0)).SetInt64Value(number);

    private void SetText(string field, BytesRef text) =>
        Value(field, static name => new SortedDocValuesField(name, new BytesRef())).SetBytesValue(text);

    /// <summary>The values of a facet as one text; thousands of companies share it.</summary>
    private BytesRef Facet(IReadOnlyList<string> values)
    {
        var text = values.Count == 1 ? values[0] : string.Join(IndexFields.ValueSeparator, values);
        if (!facets.TryGetValue(text, out var bytes))
            facets[text] = bytes = new BytesRef(text);
        return bytes;
    }

    private Field Value(string field, Func<string, Field> make)
    {
        if (!values.TryGetValue(field, out var value))
        {
            values[field] = value = make(field);
            document.Add(value);
        }
        return value;
    }

    private static FieldType TermsOnly()
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY };
        type.Freeze();
        return type;
    }

    /// <summary>Hands finished terms to the writer: nothing is analysed here.</summary>
    private sealed class TermStream : TokenStream
    {
        private readonly ICharTermAttribute attribute;
        private IEnumerator<string>? left;

        public TermStream() => attribute = AddAttribute<ICharTermAttribute>();

        public IReadOnlyCollection<string> Terms { get; set; } = [];

        public override void Reset()
        {
            base.Reset();
            left?.Dispose();
            left = Terms.GetEnumerator();
        }

        public sealed override bool IncrementToken()
        {
            if (left is null || !left.MoveNext())
                return false;
            ClearAttributes();
            attribute.SetEmpty().Append(left.Current);
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                left?.Dispose();
            base.Dispose(disposing);
        }
    }
}
