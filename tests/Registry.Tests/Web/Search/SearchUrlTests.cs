using Bunit;
using Registry.Search;
using Registry.Web.Search;
using Xunit;

namespace Registry.Tests.Web.Search;

public sealed class SearchUrlTests : PageTestContext
{
    [Fact]
    public void Repeated_parameters_and_comma_lists_mean_the_same()
    {
        var repeated = SearchUrl.Parse("https://localhost/?q=сапа&region=75&region=79&tax=A");
        var listed = SearchUrl.Parse("https://localhost/?q=сапа&region=75,79&tax=A");

        Assert.Equal(listed.ToString(), repeated.ToString());
        Assert.Equal(["75", "79"], repeated.Filters["region"]);
    }

    [Theory]
    [InlineData("/?q=%D1%81%D0%B0%D0%BF%D0%B0&region=75,79&sort=name&cursor=abc")]
    [InlineData("/?tax=A,B")]
    [InlineData("/?sort=relevance")]
    [InlineData("/")]
    public void An_address_says_the_same_when_read_and_written(string address) =>
        Assert.Equal(address, SearchUrl.Parse(address).ToString());

    [Fact]
    public void Taking_a_filter_off_goes_back_to_the_first_page()
    {
        var url = SearchUrl.Parse("/?q=a&region=75,79&cursor=abc").Without("region", "75");

        Assert.Equal("/?q=a&region=79", url.ToString());
    }

    [Fact]
    public void Unknown_orders_and_parameters_are_ignored()
    {
        var url = SearchUrl.Parse("/?q=a&sort=99&colour=red&region=");

        Assert.Equal(CompanySort.Relevance, url.Sort);
        Assert.Empty(url.Filters);
    }

    [Fact]
    public void The_next_page_is_a_link_with_the_cursor_and_all_filters()
    {
        var paging = Render<Paging>(p => p.Add(x => x.Url, SearchUrl.Parse("/?q=a&region=75")).Add(x => x.Next, "n+x"));

        Assert.Equal("/?q=a&region=75&cursor=n%2Bx", paging.Find("a[rel=next]").GetAttribute("href"));
    }

    [Fact]
    public void The_last_page_offers_only_the_way_back()
    {
        var paging = Render<Paging>(p => p.Add(x => x.Url, SearchUrl.Parse("/?q=a&cursor=z")).Add(x => x.Next, null));

        Assert.Equal("/?q=a", Assert.Single(paging.FindAll("a")).GetAttribute("href"));
    }
}
