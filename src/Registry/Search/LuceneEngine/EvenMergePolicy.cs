using Lucene.Net.Index;

namespace Registry.Search.LuceneEngine;

/// <summary>Merges at the end of a rebuild into segments of about the same size, so that they are made side by side.</summary>
internal sealed class EvenMergePolicy : TieredMergePolicy
{
    /// <inheritdoc/>
    public override MergeSpecification? FindForcedMerges(SegmentInfos infos, int maxSegmentCount, IDictionary<SegmentCommitInfo, bool> segmentsToMerge)
    {
        var left = infos.Segments.Where(segmentsToMerge.ContainsKey).OrderByDescending(SizeOf).ToList();
        var merging = m_writer.Get().MergingSegments;
        // Merges that run already come back here when they are done.
        if (left.Count <= maxSegmentCount || left.Exists(merging.Contains))
            return null;
        var heaps = Enumerable.Range(0, maxSegmentCount).Select(_ => new List<SegmentCommitInfo>()).ToList();
        foreach (var segment in left)
            heaps.MinBy(heap => heap.Sum(SizeOf))!.Add(segment);
        var merges = new MergeSpecification();
        foreach (var heap in heaps.Where(heap => heap.Count > 1))
            merges.Add(new OneMerge(heap));
        return merges;
    }

    private static long SizeOf(SegmentCommitInfo segment) => segment.GetSizeInBytes();
}
