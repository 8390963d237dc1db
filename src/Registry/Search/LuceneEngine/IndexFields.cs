using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Registry.Search.LuceneEngine;

/// <summary>Fields of the index and how a company becomes a Lucene document.</summary>
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

    /// <summary>Indices are compared in tenths, as they are published.</summary>
    private const int Tenths = 10;

    /// <summary>Separates the values of a facet that has several; not a letter of any value.</summary>
    public const char ValueSeparator = '\u001f';
    private static readonly FieldType Terms = TermsOnly();

    /// <summary>Sort field of an index.</summary>
    public static string SortIndex(string index) => "s_" + index;

    /// <summary>Doc values field of a facet.</summary>
    public static string Facet(string facet) => "f_" + facet;

    public static Document ToDocument(CompanyDocument company)
    {
        var hit = company.Hit;
        var terms = SearchTerms.Of(company);
        var document = new Document
        {
            Field(TermFields.Bin, [hit.Bin]),
            Field(TermFields.Letters, terms.Letters),
            Field(TermFields.Sounds, terms.Sounds),
            Field(TermFields.Edges, terms.Edges),
            Field(TermFields.Initials, terms.Initials),
            Field(TermFields.Whole, terms.Wholes),
            Field(TermFields.Head, terms.Head),
            Field(TermFields.Address, terms.Address),
            new BinaryDocValuesField(Payload, new BytesRef(HitPayload.Write(company))),
            new NumericDocValuesField(Version, company.Version),
            new NumericDocValuesField(SortBin, NumberOf(hit.Bin)),
            new NumericDocValuesField(SortLength, terms.Length),
            new SortedDocValuesField(SortName, new BytesRef(SortKey.Of(hit.NameRu ?? hit.NameKk ?? hit.NameEn))),
            new NumericDocValuesField(SortRegistered, company.RegisteredOn?.DayNumber ?? Missing),
        };
        foreach (var (index, value) in hit.Indices)
            document.Add(new NumericDocValuesField(SortIndex(index), value.Value is { } v ? (long)Math.Round(v * Tenths) : Missing));
        foreach (var facet in Facets.All)
            document.Add(new SortedDocValuesField(Facet(facet), new BytesRef(string.Join(ValueSeparator, FacetValues.Of(company, facet)))));
        return document;
    }

    private static Field Field(string name, IEnumerable<string> terms) => new(name, new TermStream(terms), Terms);

    // A register number is a P and eleven digits: behind all BINs.
    private static long NumberOf(string number)
    {
        const long Proprietors = 1_000_000_000_000;
        return number.StartsWith('P')
            ? Proprietors + long.Parse(number.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture)
            : long.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);
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
        private readonly IEnumerable<string> terms;
        private readonly ICharTermAttribute attribute;
        private IEnumerator<string>? left;

        public TermStream(IEnumerable<string> terms)
        {
            this.terms = terms;
            attribute = AddAttribute<ICharTermAttribute>();
        }

        public override void Reset()
        {
            base.Reset();
            left?.Dispose();
            left = terms.GetEnumerator();
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
