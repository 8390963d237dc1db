using System.Runtime.CompilerServices;

namespace Registry.Search.LuceneEngine;

/// <summary>Fills a new index with all companies, on several threads.</summary>
internal static class IndexFill
{
    /// <summary>Companies that one thread of a rebuild turns into documents at a time.</summary>
    private const int RebuildChunk = 500;

    /// <summary>More threads than this wait for the disk.</summary>
    private const int MostRebuildThreads = 4;

    /// <summary>Companies from which a rebuild learns what names repeat.</summary>
    private const int SampleSize = 10_000;

    /// <summary>Writes every company once, the first of those given twice, and brings the index into its lasting form.</summary>
    public static async Task RunAsync(IndexGeneration index, IAsyncEnumerable<CompanyDocument> documents, CancellationToken cancel)
    {
        var threads = new ParallelOptions
        {
            CancellationToken = cancel,
            MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, MostRebuildThreads),
        };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(Learned(index, documents, cancel).Chunk(RebuildChunk), threads, (chunk, _) =>
        {
            var maker = new DocumentMaker(index.Phrases);
            lock (seen)
                chunk = [.. chunk.Where(document => seen.Add(document.Hit.Bin))];
            foreach (var document in chunk)
                index.Writer.AddDocument(maker.Of(document));
            return ValueTask.CompletedTask;
        });
        index.FinishRebuild();
    }

    /// <summary>The documents as they come, after the index has learned from the first ones.</summary>
    private static async IAsyncEnumerable<CompanyDocument> Learned(
        IndexGeneration index, IAsyncEnumerable<CompanyDocument> documents, [EnumeratorCancellation] CancellationToken cancel)
    {
        List<CompanyDocument>? sample = new(SampleSize);
        await foreach (var document in documents.WithCancellation(cancel))
        {
            if (sample is null)
            {
                yield return document;
                continue;
            }
            sample.Add(document);
            if (sample.Count < SampleSize)
                continue;
            index.Learn(sample);
            foreach (var waiting in sample)
                yield return waiting;
            sample = null;
        }
        if (sample is null)
            yield break;
        index.Learn(sample);
        foreach (var waiting in sample)
            yield return waiting;
    }
}
