using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Registry.Search.LuceneEngine;

/// <summary>
/// Companies that hold any of many terms, worth the best of them. Spellings of a word are dozens of short lists: reading each to
/// its end into one table costs a fraction of what keeping them all in step does.
/// </summary>
internal sealed class BestTermQuery(IEnumerable<TermQuery.Word> words) : Query
{
    private readonly TermQuery.Word[] words = [.. words.OrderByDescending(w => w.Weight).Take(MostWords)];

    /// <summary>A table has a byte for a company, and 0 is none.</summary>
    public const int MostWords = byte.MaxValue;

    public override Weight CreateWeight(IndexSearcher searcher) => new BestWeight(this);

    public override string ToString(string field) => string.Join('|', words.Select(w => $"{w.Field}:{w.Term}^{w.Weight}"));

    public override bool Equals(object? obj) => obj is BestTermQuery other && Boost == other.Boost && words.AsSpan().SequenceEqual(other.words);

    public override int GetHashCode() => HashCode.Combine(words.Length, words[0]);

    private sealed class BestWeight(BestTermQuery query) : Weight
    {
        private float boost = 1;

        public override Query Query => query;

        public override float GetValueForNormalization() => 1;

        public override void Normalize(float norm, float topLevelBoost) => boost = topLevelBoost;

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            var scorer = GetScorer(context, context.AtomicReader.LiveDocs);
            return scorer is not null && scorer.Advance(doc) == doc ? new Explanation(scorer.GetScore(), query.ToString()) : new Explanation(0, "no term");
        }

        public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs)
        {
            var reader = context.AtomicReader;
            var best = ArrayPool<byte>.Shared.Rent(reader.MaxDoc);
            var found = ArrayPool<ulong>.Shared.Rent((reader.MaxDoc >> 6) + 1);
            try
            {
                Array.Clear(found, 0, (reader.MaxDoc >> 6) + 1);
                var count = Fill(reader, acceptDocs, best, found);
                return count == 0 ? null : new BestScorer(this, Listed(found, best, count, (reader.MaxDoc >> 6) + 1));
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(best);
                ArrayPool<ulong>.Shared.Return(found);
            }
        }

        /// <summary>Notes for each company the first word that it holds: they come best first.</summary>
        private int Fill(AtomicReader reader, IBits? accepted, byte[] best, ulong[] found)
        {
            var count = 0;
            DocsEnum? docs = null;
            for (var i = 0; i < query.words.Length; i++)
            {
                if (reader.GetTerms(query.words[i].Field)?.GetEnumerator() is not { } terms || !terms.SeekExact(new BytesRef(query.words[i].Term)))
                    continue;
                docs = terms.Docs(accepted, docs, DocsFlags.NONE);
                for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
                {
                    var bit = 1UL << (doc & 63);
                    if ((found[doc >> 6] & bit) != 0)
                        continue;
                    found[doc >> 6] |= bit;
                    best[doc] = (byte)i;
                    count++;
                }
            }
            return count;
        }

        private (int Doc, float Weight)[] Listed(ulong[] found, byte[] best, int count, int length)
        {
            var listed = new (int, float)[count];
            var at = 0;
            for (var i = 0; i < length; i++)
            {
                for (var left = found[i]; left != 0; left &= left - 1)
                {
                    var doc = (i << 6) + System.Numerics.BitOperations.TrailingZeroCount(left);
                    listed[at++] = (doc, query.words[best[doc]].Weight * boost);
                }
            }
            return listed;
        }
    }

    private sealed class BestScorer(Weight weight, (int Doc, float Weight)[] found) : Scorer(weight)
    {
        private int at = -1;

        public override int DocID => at < 0 ? -1 : at < found.Length ? found[at].Doc : NO_MORE_DOCS;

        public override int Freq => 1;

        public override float GetScore() => found[at].Weight;

        public override int NextDoc()
        {
            at++;
            return DocID;
        }

        public override int Advance(int target)
        {
            var from = at + 1;
            var to = found.Length;
            while (from < to)
            {
                var middle = (from + to) >> 1;
                if (found[middle].Doc < target)
                    from = middle + 1;
                else
                    to = middle;
            }
            at = from;
            return DocID;
        }

        public override long GetCost() => found.Length;
    }
}
