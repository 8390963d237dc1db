using Bunit;
using Registry.Indices;
using Registry.Search;
using Registry.Web.Search;
using Xunit;

namespace Registry.Tests.Web.Search;

public sealed class SearchHitTests : PageTestContext
{
    [Fact]
    public void The_matched_part_is_marked_and_the_reason_told()
    {
        var hit = Hit("ТОО «Алатау Жарық»") with { Matched = new Matched("nameRu", "sound", "ТОО «Алатау Жарық»", [[5, 6], [12, 5]]) };

        var shown = Render<SearchHit>(p => p.Add(x => x.Hit, hit).Add(x => x.Asked, "alatau zharyq"));

        Assert.Equal(["Алатау", "Жарық"], shown.FindAll("h2 mark").Select(m => m.TextContent));
        Assert.Equal("Найдено по русскому названию, по звучанию: «alatau zharyq» ≈ «Алатау Жарық»", shown.Find(".hit-why").TextContent);
    }

    [Fact]
    public void A_long_legal_form_is_shortened_and_the_mark_stays_on_its_word()
    {
        const string name = "Товарищество с ограниченной ответственностью «Алатау Жарық»";
        var hit = Hit(name) with { Matched = new Matched("nameRu", "exact", name, [[name.IndexOf("Алатау", StringComparison.Ordinal), 6]]) };

        var shown = Render<SearchHit>(p => p.Add(x => x.Hit, hit).Add(x => x.Asked, "алатау"));

        Assert.Equal("ТОО «Алатау Жарық»", shown.Find("h2 a").TextContent);
        Assert.Equal("Алатау", shown.Find("h2 mark").TextContent);
        Assert.Equal(name, shown.Find("h2 a").GetAttribute("title"));
    }

    [Fact]
    public void A_name_that_is_html_stays_text()
    {
        const string name = "ТОО <img src=x onerror=alert(1)><b>Сапа</b>";
        var hit = Hit(name) with { Matched = new Matched("nameRu", "exact", name, [[4, 4], [32, 3]]) };

        var shown = Render<SearchHit>(p => p.Add(x => x.Hit, hit).Add(x => x.Asked, "<script>alert(2)</script>"));

        Assert.Empty(shown.FindAll("img, b, script"));
        Assert.Equal(name, shown.Find("h2 a").TextContent);
    }

    [Fact]
    public void A_former_name_that_matched_is_shown_beside_the_present_one()
    {
        var hit = Hit("ТОО «Жетысу Монтаж»") with { Matched = new Matched("formerName", "prefix", "ТОО «Алатау Сервис»", [[5, 6]]) };

        var shown = Render<SearchHit>(p => p.Add(x => x.Hit, hit).Add(x => x.Asked, "алат"));

        Assert.Equal("Прежнее название: ТОО «Алатау Сервис»", shown.Find(".hit-other").TextContent);
        Assert.Equal("Найдено по прежнему названию", shown.Find(".hit-why").TextContent);
    }

    [Fact]
    public void Marks_that_do_not_fit_are_left_out()
    {
        var text = Render<MarkedText>(p => p.Add(x => x.Text, "Сапа").Add(x => x.Marks, [[-1, 2], [1, 2], [2, 2], [3, 9], [0]]));

        Assert.Equal(["ап"], text.FindAll("mark").Select(m => m.TextContent));
        Assert.Equal("Сапа", string.Concat(text.Nodes.Select(n => n.TextContent)));
    }

    [Fact]
    public void Stops_stand_before_the_rest_and_are_not_said_twice()
    {
        var hit = Hit("АО «Каспий»") with { Status = Registry.Companies.CompanyStatus.Bankrupt, Stops = [new Stop("bankrupt", new DateOnly(2026, 1, 1), "kgd-bankrupt")] };

        var chips = Render<SearchHit>(p => p.Add(x => x.Hit, hit)).FindAll(".chip");

        Assert.Equal("chip chip-stop", Assert.Single(chips).ClassName);
    }

    [Fact]
    public void A_company_in_its_first_year_is_hatched_and_says_so()
    {
        var none = new HitIndex(null, null, IndexState.FirstYear);
        var hit = Hit("ИП «Жас»") with
        {
            Indices = new Dictionary<string, HitIndex> { ["taxpayerIntegrity"] = none, ["financialStability"] = none, ["paymentDiscipline"] = none },
        };

        var shown = Render<SearchHit>(p => p.Add(x => x.Hit, hit));

        Assert.Equal(3, shown.FindAll(".hit-letters .band-none").Count);
        Assert.Contains("Первый год работы", shown.Find(".hit-why").TextContent, StringComparison.Ordinal);
    }

    private static CompanyHit Hit(string name) => new()
    {
        Bin = "150340012347",
        NameRu = name,
        Status = Registry.Companies.CompanyStatus.Active,
        Indices = new Dictionary<string, HitIndex>(),
    };
}
