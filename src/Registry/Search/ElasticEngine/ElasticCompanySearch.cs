using System.Collections.Concurrent;

namespace Registry.Search.ElasticEngine;

/// <summary>
/// Search on an Elasticsearch server that several nodes share. Finding, ranking and paging are the register's own, as with the
/// embedded engine; the server holds the terms and executes term queries.
/// </summary>
public sealed class ElasticCompanySearch : ICompanySearch, IDisposable
{
    /// <summary>Companies in one bulk of a rebuild.</summary>
    private const int RebuildChunk = 1_000;

    /// <summary>Bulks under way at once: one is written here while the server works on another.</summary>
    private const int RebuildBulks = 3;

    /// <summary>Share of companies without which a new index is still better than an old one.</summary>
    private const double MostRefused = 0.01;
    private readonly ElasticSettings settings;
    private readonly ElasticClient client;
    private readonly ElasticIndices indices;
    private readonly ElasticBulk bulk;
    private readonly ElasticWords words;
    private readonly Backoff backoff;
    private readonly Lock removing = new();

    /// <summary>What was taken out while a rebuild runs, to be taken out of the new index too; null when none runs.</summary>
    private HashSet<string>? removedMeanwhile;

    /// <summary>Makes the search; the server is asked only when something is to be found or written.</summary>
    public ElasticCompanySearch(ElasticSettings settings, TimeProvider time)
        : this(settings, time, null, Backoff.Random)
    {
    }

    /// <summary>The same with another network and another chance, for tests.</summary>
    internal ElasticCompanySearch(ElasticSettings settings, TimeProvider time, HttpMessageHandler? network, Func<double> chance)
    {
        this.settings = settings;
        client = new ElasticClient(settings, time, network);
        backoff = new Backoff(time, chance);
        indices = new ElasticIndices(client, settings, time);
        bulk = new ElasticBulk(client, backoff);
        words = new ElasticWords(client, indices, time);
    }

    /// <inheritdoc/>
    /// <exception cref="FormatException">The cursor is not one of this search and order.</exception>
    /// <exception cref="SearchUnavailableException">The server does not answer.</exception>
    public async Task<CompanyPage> FindAsync(CompanyQuery query, CancellationToken cancel) =>
        await new PageSearch(await SourceAsync(cancel), cancel).FindAsync(query, withFacets: true);

    /// <inheritdoc/>
    /// <exception cref="SearchUnavailableException">The server does not answer.</exception>
    public async Task<IReadOnlyList<CompanyHit>> SuggestAsync(string text, int limit, CancellationToken cancel) =>
        string.IsNullOrWhiteSpace(text)
            ? []
            : (await new PageSearch(await SourceAsync(cancel), cancel).FindAsync(new CompanyQuery { Text = text, Limit = limit }, withFacets: false)).Items;

    /// <inheritdoc/>
    /// <exception cref="SearchUnavailableException">The server does not answer, or takes no writes.</exception>
    /// <exception cref="DocumentsRefusedException">It will not take some of the companies as they are; the others are indexed.</exception>
    public async Task IndexAsync(IReadOnlyCollection<CompanyDocument> documents, CancellationToken cancel)
    {
        if (documents.Count == 0)
            return;
        var companies = documents.Select(d => (d, SearchTerms.Of(d))).ToList();
        var refused = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var alias in await backoff.TryAsync(() => indices.WrittenAsync(cancel), cancel))
        {
            foreach (var (bin, reason) in await bulk.IndexAsync(alias, companies, cancel))
                refused[bin] = reason;
        }
        foreach (var (_, terms) in companies)
            words.Add(terms);
        if (refused.Count > 0)
            throw new DocumentsRefusedException(refused);
    }

    /// <inheritdoc/>
    /// <exception cref="SearchUnavailableException">The server does not answer, or takes no writes.</exception>
    public async Task RemoveAsync(IReadOnlyCollection<string> bins, CancellationToken cancel)
    {
        if (bins.Count == 0)
            return;
        lock (removing)
            removedMeanwhile?.UnionWith(bins);
        foreach (var alias in await backoff.TryAsync(() => indices.WrittenAsync(cancel), cancel))
            await bulk.RemoveAsync(alias, bins, cancel);
    }

    /// <inheritdoc/>
    /// <exception cref="SearchUnavailableException">The server does not answer.</exception>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await backoff.TryAsync(async () =>
        {
            await indices.WrittenAsync(cancel);
            await indices.RefreshAsync(indices.Alias, cancel);
            return true;
        }, cancel);
        await words.SettleAsync(cancel);
    }

    /// <inheritdoc/>
    /// <remarks>Where another node rebuilds already, waits for it instead: its index will hold the same.</remarks>
    /// <exception cref="SearchUnavailableException">The server does not answer, or takes no writes.</exception>
    /// <exception cref="DocumentsRefusedException">
    /// It will not take some of the companies as they are. Where they are few the new index is in use without them, else the old one stays.
    /// </exception>
    public async Task RebuildAsync(IAsyncEnumerable<CompanyDocument> documents, CancellationToken cancel)
    {
        if (await indices.BeginAsync(cancel) is not { } next)
        {
            words.Forget();
            return;
        }
        lock (removing)
            removedMeanwhile = new(StringComparer.Ordinal);
        IReadOnlyDictionary<string, string> refused;
        try
        {
            refused = await FillAsync(next.FillAlias, documents, cancel);
            await indices.RefreshAsync(next.Name, cancel);
            if (refused.Count > MostRefused * await indices.CountAsync(next.FillAlias, ElasticClient.Patience, cancel))
                throw new DocumentsRefusedException(refused);
            await indices.SwitchAsync(next.Name, next.FillAlias, cancel);
        }
        catch
        {
            await DropAsync(next.Name);
            throw;
        }
        finally
        {
            lock (removing)
                removedMeanwhile = null;
            words.Forget();
        }
        if (refused.Count > 0)
            throw new DocumentsRefusedException(refused);
    }

    /// <inheritdoc/>
    /// <exception cref="SearchUnavailableException">The server does not answer.</exception>
    public Task<long> CountAsync(CancellationToken cancel) => indices.CountAsync(indices.Alias, settings.SearchTimeout, cancel);

    /// <inheritdoc/>
    public void Dispose()
    {
        words.Dispose();
        client.Dispose();
    }

    private async Task<ElasticSource> SourceAsync(CancellationToken cancel) =>
        new(client, indices.Alias, settings.SearchTimeout, await words.CurrentAsync(cancel), words.Seen);

    private async Task<IReadOnlyDictionary<string, string>> FillAsync(string alias, IAsyncEnumerable<CompanyDocument> documents, CancellationToken cancel)
    {
        var refused = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var threads = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = RebuildBulks };
        await Parallel.ForEachAsync(documents.Chunk(RebuildChunk), threads, async (chunk, stop) =>
        {
            foreach (var (bin, reason) in await bulk.IndexAsync(alias, [.. chunk.Select(d => (d, SearchTerms.Of(d)))], stop))
                refused[bin] = reason;
        });
        string[] gone;
        lock (removing)
            gone = [.. removedMeanwhile ?? []];
        if (gone.Length > 0)
            await bulk.RemoveAsync(alias, gone, cancel);
        return refused;
    }

    private async Task DropAsync(string name)
    {
        try
        {
            await indices.DeleteAsync(name, CancellationToken.None);
        }
        catch (ElasticException)
        {
            // The server is gone too; the next rebuild finds the remains standing still and deletes them.
        }
    }
}
