using System.Net;
using Microsoft.Extensions.Time.Testing;
using Registry.Data;
using Registry.Search;
using Registry.Search.ElasticEngine;
using Registry.Tests.Search.ElasticEngine;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Search;

/// <summary>A register whose search server was never there.</summary>
public sealed class FallbackSearchTests
{
    private const int Companies = 45;
    private static readonly CancellationToken Never = CancellationToken.None;

    // The discard port: nothing listens there.
    private static readonly ElasticSettings Nobody = new() { Url = new Uri("http://127.0.0.1:9") };

    [Theory, EachDatabase]
    public async Task Without_a_server_exact_numbers_and_names_are_found_and_said_to_be_all(DatabaseProvider provider)
    {
        await using var register = await SearchRegister.CreateAsync(provider, Nobody);
        await register.EnterAsync(Companies);

        var byNumber = await register.Search.FindAsync(new CompanyQuery { Text = SearchRegister.BinOf(3).TrimStart('0') }, Never);
        var byName = await register.Search.FindAsync(new CompanyQuery { Text = "«ТУЛПАР 3» тоо" }, Never);
        var unlike = await register.Search.FindAsync(new CompanyQuery { Text = "тулпар" }, Never);

        Assert.All([byNumber, byName, unlike], page => Assert.True(page.Degraded));
        Assert.Equal((SearchRegister.BinOf(3), 1d, "bin"), (byNumber.Items.Single().Bin, byNumber.Items[0].Score, byNumber.Items[0].Matched!.Field));
        Assert.Equal((SearchRegister.BinOf(3), "nameRu"), (byName.Items.Single().Bin, byName.Items[0].Matched!.Field));
        Assert.Empty(unlike.Items);
        Assert.Equal(Companies, await register.Queue.LengthAsync(Never));
        Assert.NotNull(register.Condition.Searching);
    }

    [Theory, EachDatabase]
    public async Task Pages_from_the_database_show_every_company_once_and_keep_to_filters(DatabaseProvider provider)
    {
        await using var register = await SearchRegister.CreateAsync(provider, Nobody);
        await register.EnterAsync(Companies);
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await register.Search.FindAsync(new CompanyQuery { Filters = Only(Facets.Status, "Active"), Cursor = cursor, Limit = 20 }, Never);
            Assert.Equal(Companies, page.Total);
            seen.AddRange(page.Items.Select(i => i.Bin));
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, Companies).Select(SearchRegister.BinOf), seen);
        Assert.Equal(0, (await register.Search.FindAsync(new CompanyQuery { Filters = Only(Facets.Region, "71") }, Never)).Total);
        // The database does not know bands without the index: rather nothing than the wrong ones.
        Assert.Equal(0, (await register.Search.FindAsync(new CompanyQuery { Filters = Only(Facets.Tax, "A") }, Never)).Total);
    }

    [Fact]
    public async Task A_register_starts_without_its_search_server()
    {
        await using var register = await SearchRegister.CreateAsync(DatabaseProvider.Sqlite, Nobody);
        await register.EnterAsync(3);

        Assert.False(await register.Keeper.CatchUpAsync(Never));
        await Assert.ThrowsAnyAsync<SearchUnavailableException>(() => register.Search.CountAsync(Never));
        Assert.Equal(3, await register.Queue.LengthAsync(Never));
    }

    [Fact]
    public async Task A_server_that_failed_is_left_alone_for_a_while_and_then_asked_again()
    {
        var time = new FakeTimeProvider();
        var server = new Counting();
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var condition = new SearchCondition();
        var search = new FallbackSearch(new ElasticCompanySearch(Nobody, time, server, () => 0), new DatabaseSearch(database.Contexts, new CompanyDocuments(database.Contexts, new BusinessClock(time))), condition, time);

        for (var i = 0; i < 5; i++)
            Assert.True((await search.FindAsync(new CompanyQuery { Text = "алатау" }, Never)).Degraded);
        Assert.Equal(1, server.Requests);
        time.Advance(TimeSpan.FromSeconds(5));
        await search.FindAsync(new CompanyQuery { Text = "алатау" }, Never);
        Assert.Equal(2, server.Requests);
    }

    [Fact]
    public async Task A_question_that_the_server_refuses_does_not_stop_the_questions_of_others()
    {
        var time = new FakeTimeProvider();
        var server = new Counting { Answer = () => new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent("""{"error":{"type":"parsing_exception","reason":"too many clauses"}}""") } };
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var condition = new SearchCondition();
        var search = new FallbackSearch(new ElasticCompanySearch(Nobody, time, server, () => 0), new DatabaseSearch(database.Contexts, new CompanyDocuments(database.Contexts, new BusinessClock(time))), condition, time);

        Assert.True((await search.FindAsync(new CompanyQuery { Text = "алатау" }, Never)).Degraded);
        Assert.Null(condition.Searching);
        var asked = server.Requests;
        await search.FindAsync(new CompanyQuery { Text = "алатау" }, Never);
        Assert.InRange(server.Requests, asked + 1, int.MaxValue);
    }

    private static Dictionary<string, IReadOnlyList<string>> Only(string facet, string value) => new() { [facet] = [value] };

    /// <summary>A network on which nobody answers, or everybody the same.</summary>
    private sealed class Counting : HttpMessageHandler
    {
        public int Requests { get; private set; }

        public Func<HttpResponseMessage> Answer { get; init; } = () => throw new HttpRequestException("Connection refused");

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return Task.FromResult(Answer());
        }
    }
}
