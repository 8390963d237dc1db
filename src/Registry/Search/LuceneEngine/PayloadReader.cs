using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Registry.Search.LuceneEngine;

/// <summary>Reads stored companies during one search; doc values may not be shared between searches.</summary>
internal sealed class PayloadReader(IndexSearcher searcher, Phrasebook phrases)
{
    private readonly IList<AtomicReaderContext> leaves = searcher.IndexReader.Leaves;
    private readonly Dictionary<int, (BinaryDocValues Payloads, NumericDocValues Numbers)> values = [];
    private readonly BytesRef bytes = new();

    public Stored Read(int doc)
    {
        var leaf = ReaderUtil.SubIndex(doc, leaves);
        if (!values.TryGetValue(leaf, out var stored))
        {
            var reader = leaves[leaf].AtomicReader;
            values[leaf] = stored = (reader.GetBinaryDocValues(IndexFields.Payload), reader.GetNumericDocValues(IndexFields.SortBin));
        }
        var at = doc - leaves[leaf].DocBase;
        stored.Payloads.Get(at, bytes);
        return new Stored(IndexFields.NumberText(stored.Numbers.Get(at)), HitPayload.Read(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length).ToArray(), phrases));
    }
}

/// <summary>A company as it stands in the index.</summary>
internal sealed class Stored(string bin, HitPayload payload)
{
    public string Bin => bin;

    public HitPayload Payload => payload;

    public CandidateNames Names { get; } = new(payload.Names);
}
