using Registry.Search;
using Xunit;

namespace Registry.Tests.Search;

/// <summary>What every search engine behind <see cref="ICompanySearch"/> must do: here how its index keeps step; below, what it finds.</summary>
public abstract class CompanySearchContract : PageSearchContract
{
    [Fact]
    public async Task Older_version_never_overwrites_a_newer_one()
    {
        await Engine.IndexAsync([SearchCompanies.Of(SearchCompanies.Qyran, "ТОО Новое", version: 5)], Never);
        await Engine.IndexAsync([SearchCompanies.Of(SearchCompanies.Qyran, "ТОО Старое", version: 4)], Never);
        await Engine.RefreshAsync(Never);
        await Engine.IndexAsync([SearchCompanies.Of(SearchCompanies.Qyran, "ТОО Старейшее", version: 3)], Never);
        await Engine.RefreshAsync(Never);
        Assert.Equal("ТОО Новое", (await Find(SearchCompanies.Qyran)).Items[0].NameRu);
        Assert.Equal(1, await Engine.CountAsync(Never));
    }

    [Fact]
    public async Task Changed_company_is_found_by_its_new_name_only()
    {
        await Index();
        await Engine.IndexAsync([SearchCompanies.Of(SearchCompanies.Qyran, "ТОО Бәйтерек", version: 2)], Never);
        await Engine.RefreshAsync(Never);
        Assert.Equal(SearchCompanies.Qyran, (await Find("Бәйтерек")).Items[0].Bin);
        Assert.DoesNotContain((await Find("Құрылыс")).Items, i => i.Bin == SearchCompanies.Qyran);
    }

    [Fact]
    public async Task Removed_company_is_gone()
    {
        await Index();
        await Engine.RemoveAsync([SearchCompanies.Qyran], Never);
        await Engine.RefreshAsync(Never);
        Assert.Empty((await Find(SearchCompanies.Qyran)).Items);
        Assert.Equal(SearchCompanies.Some.Count - 1, await Engine.CountAsync(Never));
    }

    [Fact]
    public async Task Rebuild_replaces_everything_and_keeps_what_came_meanwhile()
    {
        await Index();
        await Engine.RebuildAsync(WithWritesInBetween(), Never);
        Assert.Equal(3, await Engine.CountAsync(Never));
        Assert.Equal("ТОО Позднее", (await Find(SearchCompanies.QyranTrade)).Items[0].NameRu);
        Assert.Equal("ТОО Совсем Новое", (await Find("200140000054")).Items[0].NameRu);
        Assert.Empty((await Find(SearchCompanies.Brand)).Items);
        Assert.Empty((await Find(SearchCompanies.Altyn)).Items);
    }

    [Fact]
    public async Task Searches_go_on_while_the_index_is_rebuilt()
    {
        await Index();
        using var done = new CancellationTokenSource();
        var searching = Task.Run(async () =>
        {
            var answered = 0;
            while (!done.IsCancellationRequested)
            {
                Assert.Equal(SearchCompanies.Qyran, (await Find("кыран курылыс")).Items[0].Bin);
                answered++;
            }
            return answered;
        });
        for (var round = 0; round < 5; round++)
            await Engine.RebuildAsync(SearchCompanies.Some.ToAsyncEnumerable(), Never);
        await done.CancelAsync();
        Assert.True(await searching > 0);
    }

    [Fact]
    public async Task Failed_rebuild_leaves_the_old_index()
    {
        await Index();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Engine.RebuildAsync(Failing(), Never));
        Assert.Equal(SearchCompanies.Some.Count, await Engine.CountAsync(Never));
        await Engine.IndexAsync([SearchCompanies.Of("200140000054", "ТОО Новое")], Never);
        await Engine.RefreshAsync(Never);
        Assert.Equal(SearchCompanies.Some.Count + 1, await Engine.CountAsync(Never));
    }

    private async IAsyncEnumerable<CompanyDocument> WithWritesInBetween()
    {
        yield return SearchCompanies.Of(SearchCompanies.Qyran, "ТОО Первое", version: 2);
        yield return SearchCompanies.Of(SearchCompanies.Brand, "ТОО Уходящее", version: 2);
        await Engine.IndexAsync([SearchCompanies.Of(SearchCompanies.QyranTrade, "ТОО Позднее", version: 9)], Never);
        await Engine.IndexAsync([SearchCompanies.Of("200140000054", "ТОО Совсем Новое")], Never);
        await Engine.RemoveAsync([SearchCompanies.Brand], Never);
        yield return SearchCompanies.Of(SearchCompanies.QyranTrade, "ТОО Раннее", version: 8);
    }

    private static async IAsyncEnumerable<CompanyDocument> Failing()
    {
        yield return SearchCompanies.Of(SearchCompanies.Qyran, "ТОО Первое");
        await Task.Yield();
        throw new InvalidOperationException("The database went away.");
    }
}
