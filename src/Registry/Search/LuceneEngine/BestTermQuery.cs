using System.Numerics;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Registry.Search.LuceneEngine;

/// <summary>
/// Companies that hold any of many words, or words with any of some beginnings, worth the best of them. Spellings of a word are
/// dozens of short lists: reading each to its end into one table costs a fraction of what keeping them all in step does.
/// </summary>
/// <param name="choices">Words and beginnings.</param>
internal sealed class BestTermQuery(IEnumerable<TermQuery> choices, SearchLookups lookups) : WeightQuery
{
    /// <summary>A table has a byte for a company.</summary>
    public const int MostChoices = byte.MaxValue + 1;
    private readonly TermQuery[] choices = [.. choices.OrderByDescending(WeightOf).Take(MostChoices)];

    public override string ToString(string field) => string.Join('|', choices.AsEnumerable());

    protected override Scorer? Matches(Weight weight, AtomicReaderContext segment, IBits? accepted)
    {
        var companies = segment.AtomicReader.MaxDoc;
        var table = new Table(lookups.Table(companies), lookups.Set(companies), (companies >> 6) + 1);
        DocsEnum? docs = null;
        for (var i = 0; i < choices.Length; i++)
        {
            if (choices[i] is TermQuery.Word word)
                docs = table.Note(i, lookups.Companies(segment, word.Field, word.Term, accepted, docs)) ?? docs;
            else if (choices[i] is TermQuery.Beginning beginning && lookups.Terms(segment, beginning.Field) is { } terms)
                docs = NoteAll(table, i, terms, beginning.Term, accepted, docs);
        }
        return table.Count == 0 ? null : new TableScorer(weight, table, [.. choices.Select(WeightOf)]);
    }

    private static DocsEnum? NoteAll(Table table, int choice, TermsEnum terms, string beginning, IBits? accepted, DocsEnum? docs)
    {
        var first = new BytesRef(beginning);
        if (terms.SeekCeil(first) == TermsEnum.SeekStatus.END)
            return docs;
        while (StringHelper.StartsWith(terms.Term, first))
        {
            docs = table.Note(choice, terms.Docs(accepted, docs, DocsFlags.NONE)) ?? docs;
            if (!terms.MoveNext())
                break;
        }
        return docs;
    }

    private static float WeightOf(TermQuery choice) => choice switch
    {
        TermQuery.Word word => word.Weight,
        TermQuery.Beginning beginning => beginning.Weight,
        _ => throw new ArgumentException($"{choice} is neither a word nor a beginning.", nameof(choice)),
    };

    /// <summary>Which companies of a segment were found, and by which choice first: choices come best first.</summary>
    private sealed class Table(byte[] best, ulong[] found, int length)
    {
        public long Count { get; private set; }

        /// <summary>Notes the companies that no better choice has found; gives the list back to be used again.</summary>
        public DocsEnum? Note(int choice, DocsEnum? docs)
        {
            if (docs is null)
                return null;
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                var bit = 1UL << (doc & 63);
                if ((found[doc >> 6] & bit) != 0)
                    continue;
                found[doc >> 6] |= bit;
                best[doc] = (byte)choice;
                Count++;
            }
            return docs;
        }

        public int ChoiceOf(int doc) => best[doc];

        /// <summary>The first company found at or behind <paramref name="doc"/>.</summary>
        public int From(int doc)
        {
            var at = doc >> 6;
            if (at >= length)
                return DocIdSetIterator.NO_MORE_DOCS;
            var left = found[at] & (ulong.MaxValue << (doc & 63));
            while (left == 0)
            {
                if (++at == length)
                    return DocIdSetIterator.NO_MORE_DOCS;
                left = found[at];
            }
            return (at << 6) + BitOperations.TrailingZeroCount(left);
        }
    }

    private sealed class TableScorer(Weight weight, Table table, float[] weights) : Scorer(weight)
    {
        private int doc = -1;

        public override int DocID => doc;

        public override int Freq => 1;

        public override float GetScore() => weights[table.ChoiceOf(doc)];

        public override int NextDoc() => doc = table.From(doc + 1);

        public override int Advance(int target) => doc = target == NO_MORE_DOCS ? NO_MORE_DOCS : table.From(target);

        public override long GetCost() => table.Count;
    }
}
