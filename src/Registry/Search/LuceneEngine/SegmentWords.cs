using Lucene.Net.Index;

namespace Registry.Search.LuceneEngine;

/// <summary>Keeps the vocabulary in step with what searches see: all of a new index, then the words of each new segment.</summary>
internal sealed class SegmentWords
{
    /// <summary>Up to so many companies the words are read anew each time: that takes milliseconds, and counts stay exact.</summary>
    private const int FewCompanies = 2_000;

    /// <summary>A segment larger than this share is the merger of known ones.</summary>
    private const double MergedShare = 0.2;
    private readonly HashSet<object> seen = [];
    private IndexVocabulary current = IndexVocabulary.Empty;

    /// <summary>The words as of the last <see cref="Update"/>.</summary>
    public IndexVocabulary Current => Volatile.Read(ref current);

    /// <summary>Takes in what is new in <paramref name="reader"/>; one call at a time.</summary>
    public void Update(IndexReader reader)
    {
        var leaves = reader.Leaves.Select(l => l.AtomicReader).ToList();
        if (current.Companies <= FewCompanies || reader.NumDocs > 2 * current.Companies)
        {
            Volatile.Write(ref current, new IndexVocabulary(
                reader.NumDocs,
                new Vocabulary(Words(MultiFields.GetTerms(reader, TermFields.Letters))),
                new Vocabulary(Words(MultiFields.GetTerms(reader, TermFields.Sounds)))));
        }
        else
        {
            var added = leaves.FindAll(l => !seen.Contains(l.CoreCacheKey) && l.NumDocs < current.Companies * MergedShare);
            Volatile.Write(ref current, new IndexVocabulary(
                reader.NumDocs,
                current.Letters.With(added.SelectMany(l => Words(l.GetTerms(TermFields.Letters)))),
                current.Sounds.With(added.SelectMany(l => Words(l.GetTerms(TermFields.Sounds))))));
        }
        seen.Clear();
        seen.UnionWith(leaves.Select(l => l.CoreCacheKey));
    }

    private static IEnumerable<CountedWord> Words(Terms? terms)
    {
        if (terms is null)
            yield break;
        var each = terms.GetEnumerator();
        while (each.MoveNext())
            yield return new CountedWord(each.Term.Utf8ToString(), each.DocFreq);
    }
}
