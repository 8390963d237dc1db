using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Registry.Search.LuceneEngine;

/// <summary>One built index in its own folder: a rebuild makes the next one while searches go on in this one.</summary>
internal sealed class IndexGeneration : IDisposable
{
    private const string PhraseFileName = "phrases";

    // Everyday writing is a few companies; a rebuild is all of them, and larger segments need less merging.
    private const double EverydayBufferMegabytes = 16;
    private const double RebuildBufferMegabytes = 192;
    private const int UsualSegments = 10;
    private const int MostSegments = 1000;

    /// <summary>A search looks each word up in every segment: two cost it little and halve the end of a rebuild.</summary>
    private const int MostMerged = 2;
    private const string FormKey = "form";
    private const string CompleteKey = "complete";
    private const LuceneVersion Compatibility = LuceneVersion.LUCENE_48;
    private readonly SegmentWords words = new();
    private readonly EvenMergePolicy merging = new();
    private readonly FSDirectory directory;
    private readonly SearcherManager searchers;
    private int users = 1;

    /// <summary>Opens the index in <paramref name="path"/> or begins a new one.</summary>
    /// <param name="isRebuild">It is filled from nothing in one go: merging waits for the end.</param>
    /// <exception cref="IOException">The folder is in use by another process, or the index is damaged.</exception>
    public IndexGeneration(string path, bool isRebuild = false)
    {
        Path = path;
        if (isRebuild)
            (merging.SegmentsPerTier, merging.MaxMergeAtOnce, merging.MaxMergeAtOnceExplicit) = (MostSegments, MostSegments, MostSegments);
        Phrases = Phrasebook.Load(PhraseFile);
        directory = new MappedDirectory(path);
        try
        {
            Writer = new IndexWriter(directory, new IndexWriterConfig(Compatibility, new KeywordAnalyzer())
            {
                OpenMode = OpenMode.CREATE_OR_APPEND,
                RAMBufferSizeMB = isRebuild ? RebuildBufferMegabytes : EverydayBufferMegabytes,
                MergePolicy = merging,
            });
            searchers = new SearcherManager(Writer, applyAllDeletes: true, new WarmedSearchers());
            LearnWords();
        }
        catch
        {
            Writer?.Rollback();
            directory.Dispose();
            throw;
        }
    }

    public string Path { get; }

    /// <summary>What texts are stored with.</summary>
    public Phrasebook Phrases { get; private set; }

    private string PhraseFile => System.IO.Path.Combine(Path, PhraseFileName);

    /// <summary>Whether its files go when the last search has left it.</summary>
    public bool IsRetired { get; set; }

    public IndexWriter Writer { get; }

    /// <summary>Built to its end, and in today's form.</summary>
    public bool IsComplete =>
        Writer.CommitData is { } data && data.TryGetValue(CompleteKey, out var complete) && complete == bool.TrueString
        && data.TryGetValue(FormKey, out var form) && form == SearchTerms.Form;

    /// <summary>Learns how to store texts from a sample, before anything is written.</summary>
    public void Learn(IEnumerable<CompanyDocument> sample)
    {
        Phrases = Phrasebook.Of(sample.SelectMany(HitPayload.TextsOf));
        Phrases.Save(PhraseFile);
    }

    /// <summary>Brings what a rebuild wrote into few segments, each merged on a processor of its own, and goes over to everyday writing.</summary>
    public void FinishRebuild()
    {
        (merging.SegmentsPerTier, merging.MaxMergeAtOnce) = (UsualSegments, UsualSegments);
        Writer.Config.RAMBufferSizeMB = EverydayBufferMegabytes;
        Writer.ForceMerge(Math.Clamp(Environment.ProcessorCount, 1, MostMerged));
    }

    /// <summary>Makes everything written so far safe against a crash.</summary>
    /// <param name="complete">Whether the index holds all companies.</param>
    public void Commit(bool complete)
    {
        Writer.SetCommitData(new Dictionary<string, string>(StringComparer.Ordinal) { [FormKey] = SearchTerms.Form, [CompleteKey] = complete.ToString() });
        Writer.Commit();
    }

    /// <summary>Makes everything written so far visible.</summary>
    public void Refresh()
    {
        searchers.MaybeRefreshBlocking();
        LearnWords();
    }

    /// <summary>Runs a search over what is visible now.</summary>
    public T Search<T>(Func<IndexSearcher, T> search)
    {
        var searcher = searchers.Acquire();
        try
        {
            return search(searcher);
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    /// <summary>Runs a search by terms over what is visible now.</summary>
    public async ValueTask<T> SearchAsync<T>(Func<ICandidateSource, ValueTask<T>> search)
    {
        var searcher = searchers.Acquire();
        try
        {
            using var source = new LuceneSource(searcher, words.Current, Phrases);
            return await search(source);
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    /// <summary>Keeps the index open for a search; false where it was already closed.</summary>
    public bool TryUse()
    {
        var seen = Volatile.Read(ref users);
        while (seen > 0)
        {
            var now = Interlocked.CompareExchange(ref users, seen + 1, seen);
            if (now == seen)
                return true;
            seen = now;
        }
        return false;
    }

    /// <summary>Gives up one use; the last one closes the index.</summary>
    public void Dispose()
    {
        if (Interlocked.Decrement(ref users) != 0)
            return;
        searchers.Dispose();
        Writer.Rollback();
        directory.Dispose();
        if (IsRetired)
            System.IO.Directory.Delete(Path, recursive: true);
    }

    private void LearnWords() => Search(searcher =>
    {
        words.Update(searcher.IndexReader);
        return true;
    });

    private sealed class WarmedSearchers : SearcherFactory
    {
        // Facets of new segments are read before the first search needs them.
        public override IndexSearcher NewSearcher(IndexReader reader)
        {
            foreach (var leaf in reader.Leaves)
                FacetColumns.Of(leaf.AtomicReader);
            return new IndexSearcher(reader);
        }
    }
}
