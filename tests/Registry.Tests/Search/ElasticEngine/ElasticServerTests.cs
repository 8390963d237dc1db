using System.Net.Http.Json;
using Registry.Data;
using Registry.Search;
using Registry.Search.ElasticEngine;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Search.ElasticEngine;

/// <summary>What several nodes and a server in need do to one index.</summary>
public sealed class ElasticServerTests : IAsyncDisposable
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly ElasticSettings settings = SearchServer.Open();

    [Fact]
    public async Task Index_that_takes_no_writes_is_searched_and_what_changed_waits()
    {
        await using var register = await SearchRegister.CreateAsync(DatabaseProvider.Sqlite, settings);
        await register.EnterAsync(20);
        Assert.True(await register.Keeper.CatchUpAsync(Never));
        // What the server itself does to every index when its disk is full.
        await BlockAsync(true);
        await register.Queue.AddAllAsync(Never);

        await Assert.ThrowsAnyAsync<SearchUnavailableException>(() => register.Worker.DrainAsync(Never));
        var page = await register.Search.FindAsync(new CompanyQuery { Text = "tulpar 7" }, Never);

        Assert.Equal(20, await register.Queue.LengthAsync(Never));
        Assert.Equal((SearchRegister.BinOf(7), true), (page.Items[0].Bin, page.Degraded));
        Assert.Contains("cluster_block_exception", register.Condition.Indexing, StringComparison.Ordinal);
        await BlockAsync(false);
        Assert.Equal(20, await register.Worker.DrainAsync(Never));
        Assert.False((await register.Search.FindAsync(new CompanyQuery { Text = "tulpar 7" }, Never)).Degraded);
    }

    [Fact]
    public async Task Company_that_the_server_refuses_waits_and_holds_up_no_other()
    {
        using var engine = new ElasticCompanySearch(settings, TimeProvider.System);
        var monster = SearchCompanies.Of(SearchCompanies.Brand) with { Section = new string('J', 40_000) };

        var error = await Assert.ThrowsAsync<DocumentsRefusedException>(() => engine.IndexAsync([SearchCompanies.Some[0], monster, SearchCompanies.Some[1]], Never));
        await engine.RefreshAsync(Never);

        Assert.Equal([SearchCompanies.Brand], error.Refused.Keys);
        Assert.Equal(2, await engine.CountAsync(Never));
    }

    [Fact]
    public async Task What_another_node_indexes_during_a_rebuild_is_in_the_new_index()
    {
        using var one = new ElasticCompanySearch(settings, TimeProvider.System);
        using var other = new ElasticCompanySearch(settings, TimeProvider.System);
        await one.IndexAsync(SearchCompanies.Some, Never);

        async IAsyncEnumerable<CompanyDocument> Documents()
        {
            yield return SearchCompanies.Of(SearchCompanies.Qyran, "ТОО Прежнее", version: 2);
            await other.IndexAsync([SearchCompanies.Of(SearchCompanies.Qyran, "ТОО Новое", version: 3)], Never);
            await other.RefreshAsync(Never);
        }

        await one.RebuildAsync(Documents(), Never);

        Assert.Equal(1, await other.CountAsync(Never));
        Assert.Equal("ТОО Новое", (await other.FindAsync(new CompanyQuery { Text = SearchCompanies.Qyran }, Never)).Items[0].NameRu);
    }

    [Fact]
    public async Task Two_nodes_that_find_no_index_build_one()
    {
        using var one = new ElasticCompanySearch(settings, TimeProvider.System);
        using var other = new ElasticCompanySearch(settings, TimeProvider.System);
        var asked = false;

        async IAsyncEnumerable<CompanyDocument> Slow(TaskCompletionSource began)
        {
            began.SetResult();
            foreach (var company in SearchCompanies.Some)
            {
                await Task.Yield();
                yield return company;
            }
        }

        async IAsyncEnumerable<CompanyDocument> NotAsked()
        {
            asked = true;
            await Task.Yield();
            yield break;
        }

        var began = new TaskCompletionSource();
        var building = one.RebuildAsync(Slow(began), Never);
        await began.Task;
        await Task.WhenAll(building, other.RebuildAsync(NotAsked(), Never));

        Assert.False(asked);
        Assert.Equal(SearchCompanies.Some.Count, await other.CountAsync(Never));
    }

    [Fact]
    public async Task A_rebuild_leaves_one_index_and_no_second_alias()
    {
        using var engine = new ElasticCompanySearch(settings, TimeProvider.System);
        await engine.IndexAsync(SearchCompanies.Some, Never);
        await engine.RebuildAsync(SearchCompanies.Some.ToAsyncEnumerable(), Never);
        await engine.RebuildAsync(SearchCompanies.Some.ToAsyncEnumerable(), Never);
        using var client = new HttpClient { BaseAddress = settings.Url };

        var indices = await client.GetFromJsonAsync<Dictionary<string, System.Text.Json.JsonElement>>(new Uri($"/{settings.IndexPrefix}-*/_alias", UriKind.Relative));

        var (_, index) = Assert.Single(indices!);
        Assert.Equal([$"{settings.IndexPrefix}-companies-{SearchTerms.Form}"], index.GetProperty("aliases").EnumerateObject().Select(a => a.Name));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await SearchServer.ClearAsync(settings);

    private async Task BlockAsync(bool block)
    {
        using var client = new HttpClient { BaseAddress = settings.Url };
        using var answer = await client.PutAsJsonAsync(
            new Uri($"/{settings.IndexPrefix}-companies-{SearchTerms.Form}/_settings", UriKind.Relative),
            new Dictionary<string, object?> { ["index.blocks.read_only_allow_delete"] = block ? true : null });
        answer.EnsureSuccessStatusCode();
    }
}
