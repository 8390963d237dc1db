using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Registry.Search.LuceneEngine;

/// <summary>Reads stored companies during one search; doc values may not be shared between searches.</summary>
internal sealed class PayloadReader(IndexSearcher searcher)
{
    private readonly IList<AtomicReaderContext> leaves = searcher.IndexReader.Leaves;
    private readonly Dictionary<int, BinaryDocValues> payloads = [];
    private readonly BytesRef bytes = new();

    public HitPayload Read(int doc)
    {
        var leaf = ReaderUtil.SubIndex(doc, leaves);
        if (!payloads.TryGetValue(leaf, out var values))
            payloads[leaf] = values = leaves[leaf].AtomicReader.GetBinaryDocValues(IndexFields.Payload);
        values.Get(doc - leaves[leaf].DocBase, bytes);
        return HitPayload.Read(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length).ToArray());
    }
}
