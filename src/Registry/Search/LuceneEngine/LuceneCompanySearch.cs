using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;

namespace Registry.Search.LuceneEngine;

/// <summary>
/// Search in process, its index in a folder of files. One process writes at a time; searches never wait for writes,
/// refreshes or rebuilds. After <see cref="RefreshAsync"/> what was indexed is visible and survives a crash.
/// </summary>
public sealed class LuceneCompanySearch : ICompanySearch, IDisposable, IAsyncDisposable
{
    private readonly IndexFolder folder;
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly SemaphoreSlim rebuilding = new(1, 1);

    /// <summary>Versions written since the last refresh, which no searcher sees yet; null for a removal.</summary>
    private readonly Dictionary<string, long?> unseen = new(StringComparer.Ordinal);

    /// <summary>What was written while a rebuild runs (null for a removal), to be repeated on the new index; null when none runs.</summary>
    private Dictionary<string, CompanyDocument?>? sinceRebuild;
    private IndexGeneration current;
    private bool disposed;

    /// <summary>Opens the index in <paramref name="directory"/>, or begins an empty one where there is none, or none that can be read.</summary>
    /// <exception cref="SearchIndexInUseException">Another process writes to the folder.</exception>
    public LuceneCompanySearch(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        folder = new IndexFolder(Path.GetFullPath(directory));
        current = Open(folder.Current());
        folder.DeleteAllBut(current.Path);
    }

    /// <summary>
    /// The index does not hold all companies: it is new, it was damaged, or it has the form of an older version.
    /// Searches work on what there is until <see cref="RebuildAsync"/> has run to its end.
    /// </summary>
    public bool NeedsRebuild { get; private set; }

    /// <summary>Why the index that was found could not be used; null where none was found, or it is fine.</summary>
    public string? Damage { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="FormatException">The cursor is not one of this search and order.</exception>
    public async Task<CompanyPage> FindAsync(CompanyQuery query, CancellationToken cancel) =>
        await SearchAsync(source => new PageSearch(source, cancel).FindAsync(query, withFacets: true));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CompanyHit>> SuggestAsync(string text, int limit, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var query = new CompanyQuery { Text = text, Limit = limit };
        return (await SearchAsync(source => new PageSearch(source, cancel).FindAsync(query, withFacets: false))).Items;
    }

    /// <inheritdoc/>
    public Task<long> CountAsync(CancellationToken cancel) => Task.FromResult(Used(index => index.Search(searcher => (long)searcher.IndexReader.NumDocs)));

    /// <inheritdoc/>
    public async Task IndexAsync(IReadOnlyCollection<CompanyDocument> documents, CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        try
        {
            foreach (var document in documents)
            {
                cancel.ThrowIfCancellationRequested();
                Write(current, document);
            }
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(IReadOnlyCollection<string> bins, CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        try
        {
            foreach (var bin in bins)
                Remove(current, bin);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        try
        {
            Settle(current, complete: !NeedsRebuild);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public async Task RebuildAsync(IAsyncEnumerable<CompanyDocument> documents, CancellationToken cancel)
    {
        await rebuilding.WaitAsync(cancel);
        try
        {
            await Locked(() => sinceRebuild = new(StringComparer.Ordinal), cancel);
            var next = new IndexGeneration(folder.Next(), isRebuild: true);
            try
            {
                await IndexFill.RunAsync(next, documents, cancel);
                await Locked(() => Switch(next), cancel);
            }
            catch
            {
                next.IsRetired = true;
                next.Dispose();
                throw;
            }
        }
        finally
        {
            await Locked(() => sinceRebuild = null, CancellationToken.None);
            rebuilding.Release();
        }
    }

    /// <summary>Closes the index; what was indexed and not yet refreshed is kept.</summary>
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        current.Commit(complete: !NeedsRebuild);
        current.Dispose();
        writing.Dispose();
        rebuilding.Dispose();
    }

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private IndexGeneration Open(string? path)
    {
        if (path is not null)
        {
            try
            {
                var found = new IndexGeneration(path);
                NeedsRebuild = !found.IsComplete;
                return found;
            }
            catch (LockObtainFailedException e)
            {
                throw new SearchIndexInUseException($"The search index in {path} is in use by another process.", e);
            }
            catch (Exception e) when (e is IOException or ArgumentException or InvalidOperationException or IndexOutOfRangeException)
            {
                Damage = e.Message;
            }
        }
        NeedsRebuild = true;
        var fresh = new IndexGeneration(folder.Next());
        fresh.Commit(complete: false);
        folder.Use(fresh.Path);
        return fresh;
    }

    private T Used<T>(Func<IndexGeneration, T> use)
    {
        var index = Enter();
        try
        {
            return use(index);
        }
        finally
        {
            index.Dispose();
        }
    }

    private async ValueTask<T> SearchAsync<T>(Func<ICandidateSource, ValueTask<T>> search)
    {
        var index = Enter();
        try
        {
            return await index.SearchAsync(search);
        }
        finally
        {
            index.Dispose();
        }
    }

    /// <summary>The index in use, kept open until it is disposed of.</summary>
    private IndexGeneration Enter()
    {
        while (true)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            var index = Volatile.Read(ref current);
            if (index.TryUse())
                return index;
        }
    }

    private void Write(IndexGeneration index, CompanyDocument document)
    {
        var bin = document.Hit.Bin;
        if (KnownVersion(index, bin) > document.Version)
            return;
        index.Writer.UpdateDocument(new Term(TermFields.Bin, bin), new DocumentMaker(index.Phrases).Of(document));
        unseen[bin] = document.Version;
        sinceRebuild?[bin] = document;
    }

    private void Remove(IndexGeneration index, string bin)
    {
        index.Writer.DeleteDocuments(new Term(TermFields.Bin, bin));
        unseen[bin] = null;
        sinceRebuild?[bin] = null;
    }

    private long? KnownVersion(IndexGeneration index, string bin) =>
        unseen.TryGetValue(bin, out var version) ? version : index.Search(searcher => VisibleVersion(searcher, bin));

    private static long? VisibleVersion(IndexSearcher searcher, string bin)
    {
        var found = searcher.Search(new Lucene.Net.Search.TermQuery(new Term(TermFields.Bin, bin)), 1).ScoreDocs;
        if (found.Length == 0)
            return null;
        var leaves = searcher.IndexReader.Leaves;
        var leaf = leaves[ReaderUtil.SubIndex(found[0].Doc, leaves)];
        return leaf.AtomicReader.GetNumericDocValues(IndexFields.Version).Get(found[0].Doc - leaf.DocBase);
    }

    private void Settle(IndexGeneration index, bool complete)
    {
        index.Refresh();
        unseen.Clear();
        index.Commit(complete);
    }

    /// <summary>Repeats on the new index what changed meanwhile and makes it the one in use.</summary>
    private void Switch(IndexGeneration next)
    {
        var meanwhile = sinceRebuild!;
        sinceRebuild = null;
        next.Refresh();
        unseen.Clear();
        foreach (var (bin, document) in meanwhile)
        {
            if (document is null)
                Remove(next, bin);
            else
                Write(next, document);
        }
        Settle(next, complete: true);
        folder.Use(next.Path);
        var former = Interlocked.Exchange(ref current, next);
        NeedsRebuild = false;
        Damage = null;
        former.IsRetired = true;
        former.Dispose();
    }

    private async Task Locked(Action action, CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        try
        {
            action();
        }
        finally
        {
            writing.Release();
        }
    }
}

/// <summary>The folder of the search index is written by another process.</summary>
public sealed class SearchIndexInUseException(string message, Exception inner) : IOException(message, inner);
