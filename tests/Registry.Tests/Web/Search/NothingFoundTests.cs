using Bunit;
using Registry.Search;
using Registry.Web.Search;
using Xunit;

namespace Registry.Tests.Web.Search;

public sealed class NothingFoundTests : PageTestContext
{
    [Fact]
    public void A_filter_that_does_not_work_now_is_named_and_can_be_taken_off()
    {
        var url = SearchUrl.Parse("/?q=алатау&region=75&tax=A,B");

        var shown = Render<NothingFound>(p => p.Add(x => x.Url, url).Add(x => x.Idle, [Facets.Tax]));

        Assert.Contains("«Налоги»", shown.Find("p").TextContent, StringComparison.Ordinal);
        var without = SearchUrl.Parse(shown.Find("a").GetAttribute("href")!);
        Assert.Equal([Facets.Region], without.Filters.Keys);
        Assert.Equal("алатау", without.Text);
    }

    [Fact]
    public void Without_a_text_the_rest_is_browsed()
    {
        var shown = Render<NothingFound>(p => p.Add(x => x.Url, SearchUrl.Parse("/?tax=A")).Add(x => x.Idle, [Facets.Tax]));

        Assert.False(SearchUrl.Parse(shown.Find("a").GetAttribute("href")!).IsEmpty);
    }

    [Fact]
    public void A_search_that_worked_says_that_nothing_was_found() =>
        Assert.Equal("Ничего не найдено", Render<NothingFound>(p => p.Add(x => x.Url, SearchUrl.Parse("/?q=алатау"))).Find("h2").TextContent);
}
