using Registry.Data;

namespace Registry.Search;

/// <summary>
/// The search server with the database behind it: while the server does not answer, companies are still found by their exact
/// number and by their exact name, and every answer says that it is not the whole one. Writes are not answered from elsewhere:
/// they fail and stay in the queue.
/// </summary>
/// <param name="server">The search server.</param>
/// <param name="database">What answers in its place.</param>
public sealed class FallbackSearch(ICompanySearch server, DatabaseSearch database, SearchCondition condition, TimeProvider time) : ICompanySearch
{
    /// <summary>After a failure searches do not wait for the server again before this has passed; then one asks it.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private long failedAt;
    private int asking;

    /// <inheritdoc/>
    public async Task<CompanyPage> FindAsync(CompanyQuery query, CancellationToken cancel)
    {
        var page = await AskAsync(() => server.FindAsync(query, cancel), () => database.FindAsync(query, cancel));
        return condition.IsDegraded ? page with { Degraded = true } : page;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CompanyHit>> SuggestAsync(string text, int limit, CancellationToken cancel) =>
        AskAsync(() => server.SuggestAsync(text, limit, cancel), async () => (await database.FindAsync(new CompanyQuery { Text = text, Limit = limit }, cancel)).Items);

    /// <inheritdoc/>
    public Task IndexAsync(IReadOnlyCollection<CompanyDocument> documents, CancellationToken cancel) => WriteAsync(() => server.IndexAsync(documents, cancel));

    /// <inheritdoc/>
    public Task RemoveAsync(IReadOnlyCollection<string> bins, CancellationToken cancel) => WriteAsync(() => server.RemoveAsync(bins, cancel));

    /// <inheritdoc/>
    public Task RefreshAsync(CancellationToken cancel) => WriteAsync(() => server.RefreshAsync(cancel));

    /// <inheritdoc/>
    public Task RebuildAsync(IAsyncEnumerable<CompanyDocument> documents, CancellationToken cancel) => WriteAsync(() => server.RebuildAsync(documents, cancel));

    /// <inheritdoc/>
    /// <remarks>Never answered from elsewhere: who counts wants to know what the index holds.</remarks>
    /// <exception cref="SearchUnavailableException">The server does not answer.</exception>
    public Task<long> CountAsync(CancellationToken cancel) =>
        AskAsync(() => server.CountAsync(cancel), () => throw new SearchUnavailableException(condition.Searching ?? ""));

    private async Task<T> AskAsync<T>(Func<Task<T>> ask, Func<Task<T>> otherwise)
    {
        if (!MayAsk())
            return await otherwise();
        try
        {
            var answer = await ask();
            condition.Searching = null;
            return answer;
        }
        catch (SearchUnavailableException down)
        {
            if (down.IsDown)
                Fail(down);
            return await otherwise();
        }
        finally
        {
            Volatile.Write(ref asking, 0);
        }
    }

    /// <summary>Everybody while the server answers; after a failure nobody for a pause, then one at a time.</summary>
    private bool MayAsk() =>
        condition.Searching is null
        || (time.GetElapsedTime(Interlocked.Read(ref failedAt)) >= Pause && Interlocked.CompareExchange(ref asking, 1, 0) == 0);

    private void Fail(SearchUnavailableException down)
    {
        Interlocked.Exchange(ref failedAt, time.GetTimestamp());
        condition.Searching = down.Message;
    }

    private async Task WriteAsync(Func<Task> write)
    {
        try
        {
            await write();
            condition.Indexing = null;
        }
        catch (SearchUnavailableException down)
        {
            condition.Indexing = down.Message;
            throw;
        }
    }
}
