using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Registry.Names;

namespace Registry.Search.LuceneEngine;

/// <summary>Fields of the index and how a company becomes a Lucene document.</summary>
internal static class IndexFields
{
    public const string Bin = "bin";
    public const string Words = "sk";
    public const string HeadWords = "hd";
    public const string Whole = "wh";
    public const string Trigrams = "tg";
    public const string Edges = "pf";
    public const string Payload = "payload";
    public const string Version = "version";
    public const string SortBin = "s_bin";
    public const string SortName = "s_name";
    public const string SortRegistered = "s_registered";

    /// <summary>Value of a sort field for a company without one: behind all others, the orders being descending.</summary>
    public const long Missing = -1;

    /// <summary>Indices are compared in tenths, as they are published.</summary>
    private const int Tenths = 10;

    /// <summary>Names that share so many letters are in an order nobody reads.</summary>
    private const int LongestSortName = 48;

    /// <summary>Separates the values of a facet that has several; not a letter of any value.</summary>
    public const char ValueSeparator = '\u001f';
    private static readonly FieldType WithNorms = Type(IndexOptions.DOCS_AND_FREQS, omitNorms: false);
    private static readonly FieldType Plain = Type(IndexOptions.DOCS_ONLY, omitNorms: true);

    /// <summary>Sort field of an index.</summary>
    public static string SortIndex(string index) => "s_" + index;

    /// <summary>Doc values field of a facet.</summary>
    public static string Facet(string facet) => "f_" + facet;

    public static Document ToDocument(CompanyDocument company)
    {
        var hit = company.Hit;
        var terms = SearchTerms.Of(company);
        var name = NameKey.Of(hit.NameRu ?? hit.NameKk ?? hit.NameEn);
        var document = new Document
        {
            new StringField(Bin, hit.Bin, Field.Store.NO),
            new Field(Words, new TermStream(terms.Words), WithNorms),
            new Field(HeadWords, new TermStream(terms.HeadWords), Plain),
            new Field(Whole, new TermStream(terms.Wholes), Plain),
            new Field(Trigrams, new TermStream(terms.Trigrams), Plain),
            new Field(Edges, new TermStream(terms.Edges), Plain),
            new BinaryDocValuesField(Payload, new BytesRef(HitPayload.Write(company))),
            new NumericDocValuesField(Version, company.Version),
            new SortedDocValuesField(SortBin, new BytesRef(hit.Bin)),
            new SortedDocValuesField(SortName, new BytesRef(name.Length > LongestSortName ? name[..LongestSortName] : name)),
            new NumericDocValuesField(SortRegistered, company.RegisteredOn?.DayNumber ?? Missing),
        };
        foreach (var (index, value) in hit.Indices)
            document.Add(new NumericDocValuesField(SortIndex(index), value.Value is { } v ? (long)Math.Round(v * Tenths) : Missing));
        foreach (var facet in Facets.All)
            document.Add(new SortedDocValuesField(Facet(facet), new BytesRef(string.Join(ValueSeparator, FacetValues.Of(company, facet)))));
        return document;
    }

    private static FieldType Type(IndexOptions options, bool omitNorms)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = omitNorms, IndexOptions = options };
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
