using System.Diagnostics;
using Registry.Data;
using Registry.Search;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Search.ElasticEngine;

/// <summary>A real server, with a password, that is killed and made to hang.</summary>
public sealed class ServerFailureTests(OwnSearchServer server) : IClassFixture<OwnSearchServer>
{
    private const int Companies = 20_000;
    private static readonly CancellationToken Never = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task Nothing_is_lost_when_the_server_is_killed_in_the_middle_of_indexing(DatabaseProvider provider)
    {
        OwnSearchServer.Need();
        await using var register = await SearchRegister.CreateAsync(provider, server.Settings with { IndexPrefix = $"killed-{provider}".ToLowerInvariant() });
        await register.EnterAsync(Companies);

        var indexing = register.Worker.DrainAsync(Never);
        await IndexedSomeAsync(register, indexing);
        await server.KillAsync();

        await Assert.ThrowsAnyAsync<SearchUnavailableException>(() => indexing);
        Assert.Equal(Companies, await register.Queue.LengthAsync(Never));
        var byNumber = await register.Search.FindAsync(new CompanyQuery { Text = SearchRegister.BinOf(7) }, Never);
        Assert.Equal((SearchRegister.BinOf(7), true), (Assert.Single(byNumber.Items).Bin, byNumber.Degraded));
        var byName = await register.Search.FindAsync(new CompanyQuery { Text = "тулпар 19999" }, Never);
        Assert.Equal((SearchRegister.BinOf(19_999), true), (Assert.Single(byName.Items).Bin, byName.Degraded));
        Assert.True(register.Condition.IsDegraded);

        await server.StartAsync();
        Assert.Equal(Companies, await register.Worker.DrainAsync(Never));
        await AnswersAsync(register);

        Assert.Equal(Companies, await register.Search.CountAsync(Never));
        Assert.Equal(0, await register.Queue.LengthAsync(Never));
        var found = await register.Search.FindAsync(new CompanyQuery { Text = "tulpar 12345" }, Never);
        Assert.Equal((SearchRegister.BinOf(12_345), false), (found.Items[0].Bin, found.Degraded));
    }

    [Fact]
    public async Task A_server_that_hangs_holds_up_one_search_and_no_more()
    {
        OwnSearchServer.Need();
        await using var register = await SearchRegister.CreateAsync(DatabaseProvider.Sqlite, server.Settings with { IndexPrefix = "hung" });
        await register.EnterAsync(50);
        Assert.True(await register.Keeper.CatchUpAsync(Never));
        Assert.False((await register.Search.FindAsync(new CompanyQuery { Text = "тулпар 7" }, Never)).Degraded);

        await server.HangAsync();
        try
        {
            var first = await TimedAsync(register);
            var second = await TimedAsync(register);

            Assert.InRange(first, server.Settings.SearchTimeout.TotalSeconds * 0.9, 20);
            Assert.True(second < first / 2, $"The second search took {second:F2} s after {first:F2} s.");
            Assert.False(await register.Keeper.CatchUpAsync(Never));
        }
        finally
        {
            await server.GoOnAsync();
        }
        await AnswersAsync(register);
        Assert.False((await register.Search.FindAsync(new CompanyQuery { Text = "тулпар 7" }, Never)).Degraded);
    }

    [Fact]
    public async Task Without_the_password_the_server_answers_nothing()
    {
        OwnSearchServer.Need();
        using var stranger = new Registry.Search.ElasticEngine.ElasticCompanySearch(server.Settings with { Username = null, Password = null }, TimeProvider.System);

        var refused = await Assert.ThrowsAnyAsync<SearchUnavailableException>(() => stranger.CountAsync(Never));

        Assert.Contains("401", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<double> TimedAsync(SearchRegister register)
    {
        var watch = Stopwatch.StartNew();
        var page = await register.Search.FindAsync(new CompanyQuery { Text = SearchRegister.NameOf(7) }, Never);
        Assert.Equal((SearchRegister.BinOf(7), true), (Assert.Single(page.Items).Bin, page.Degraded));
        return watch.Elapsed.TotalSeconds;
    }

    private async Task IndexedSomeAsync(SearchRegister register, Task indexing)
    {
        using var direct = new Registry.Search.ElasticEngine.ElasticClient(server.Settings, TimeProvider.System);
        while (true)
        {
            Assert.False(indexing.IsCompleted, "Everything was indexed before the server could be killed.");
            using var stats = await direct.SendAsync(HttpMethod.Get, "_stats/indexing", (System.Text.Json.Nodes.JsonNode?)null, TimeSpan.FromSeconds(10), Never);
            if (stats.RootElement.GetProperty("_all").GetProperty("primaries") is var all && all.TryGetProperty("indexing", out var done) && done.GetProperty("index_total").GetInt64() > 0
                && await register.Queue.LengthAsync(Never) > 0)
            {
                return;
            }
        }
    }

    /// <summary>Asks until the server is asked again and answers: searches leave it alone for some seconds.</summary>
    private static async Task AnswersAsync(SearchRegister register)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await register.Search.FindAsync(new CompanyQuery { Text = SearchRegister.BinOf(1) }, patience.Token)).Degraded)
            await Task.Yield();
    }
}
