using Bunit;
using Registry.Indices;
using Registry.Web.Shared;
using Xunit;

namespace Registry.Tests.Web.Shared;

public sealed class IndexPanelTests : PageTestContext
{
    [Fact]
    public void A_rated_index_shows_number_letter_range_median_change_and_coverage()
    {
        var panel = Render<IndexPanel>(p => p
            .Add(x => x.Result, Rated(84.5, "A"))
            .Add(x => x.History, [Point(24, 60), Point(12, 75.5), Point(0, 84.5)]));

        Assert.Equal("84", panel.Find(".whole").TextContent);
        Assert.Equal(",5", panel.Find(".part").TextContent);
        Assert.Contains("A", panel.Find(".index-value .band-a").TextContent, StringComparison.Ordinal);
        Assert.Contains("+9 за год", panel.Find(".trend-change").TextContent, StringComparison.Ordinal);
        Assert.Contains("от 76 до 86", panel.Find(".scale-legend").TextContent, StringComparison.Ordinal);
        Assert.Contains("медиана отрасли 71", panel.Find(".scale-legend").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, panel.FindAll(".error-bar line").Count);
        Assert.Contains($"Проверено 90{Format.Thin}%", panel.Find(".coverage-line").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Reasons_are_three_at_most_and_what_speaks_for_it_comes_first()
    {
        var result = Rated(60, "B") with
        {
            Factors =
            [
                Factor("T2", FactorState.Risk, 25, 0.2, 5, 2.1), Factor("T1", FactorState.Fine, 30, 1, 30, 0),
                Factor("T3", FactorState.Fine, 10, 0.9, 9, 112), Factor("T4", FactorState.Fine, 15, 0.8, 12, 92),
                Factor("T6", FactorState.NotChecked, 10),
            ],
        };

        var reasons = Render<IndexPanel>(p => p.Add(x => x.Result, result)).FindAll(".reasons li");

        Assert.Equal(["plus", "plus", "minus"], reasons.Select(r => r.ClassName));
        Assert.Contains("Налоговой задолженности нет", reasons[0].TextContent, StringComparison.Ordinal);
        Assert.Contains($"Налоговая нагрузка 2,1{Format.Thin}% при медиане 3,4{Format.Thin}%", reasons[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_without_enough_data_has_no_number_and_says_how_much_was_checked()
    {
        var result = Rated(0, "E") with
        {
            State = IndexState.InsufficientData, Value = null, Band = null, Raw = null, Range = null, CapAdjustment = null, Coverage = 35,
            Preliminary = [new PreliminaryIndex("justice", 62.5, 100)],
        };

        var panel = Render<IndexPanel>(p => p.Add(x => x.Result, result));

        Assert.Empty(panel.FindAll(".whole"));
        Assert.Empty(panel.FindAll(".marker"));
        Assert.Single(panel.FindAll(".index-value .band-none"));
        Assert.Contains($"Проверено 35{Format.Thin}% возможного", panel.Find(".index-why").TextContent, StringComparison.Ordinal);
        Assert.Contains("62,5", panel.Find(".preliminary").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_year_is_no_mark_against_a_company()
    {
        var result = Rated(0, "E") with { State = IndexState.FirstYear, Value = null, Band = null, Raw = null, Range = null };

        var panel = Render<IndexPanel>(p => p.Add(x => x.Result, result));

        Assert.Contains("Первый год работы", panel.Find(".index-state").TextContent, StringComparison.Ordinal);
        Assert.Contains("не минус", panel.Find(".index-why").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cap_stands_with_its_reason_source_and_date()
    {
        var result = Rated(5, "E") with
        {
            Raw = 71.3, CapAdjustment = -66.3, Caps = [new Cap("pseudoEnterprise", 5, "pseudoEnterprise", "kgd-pseudo", new DateOnly(2026, 11, 20))],
        };

        var cap = Render<IndexPanel>(p => p.Add(x => x.Result, result)).Find(".cap").TextContent;

        Assert.Contains("Не выше 5", cap, StringComparison.Ordinal);
        Assert.Contains("лжепредприятий", cap, StringComparison.Ordinal);
        Assert.Contains("20.11.2026", cap, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cap_above_the_value_does_not_look_as_if_it_held_it_down()
    {
        var result = Rated(22.8, "D") with { Caps = [new Cap("negativeEquity", 30, "negativeEquity", "financials", Today)] };

        var cap = Render<IndexPanel>(p => p.Add(x => x.Result, result)).Find(".cap");

        Assert.Contains("cap-idle", cap.ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_without_an_index_breaks_the_trend_line()
    {
        var trend = Trend.Of([Point(20, 50), Point(15, 55), Point(10, null), Point(5, 60), Point(0, 62)], Today);

        Assert.Equal([2, 2], trend.Segments.Select(s => s.Count));
        Assert.Single(trend.Gaps);
    }

    [Fact]
    public void Without_two_rated_points_there_is_no_trend()
    {
        Assert.Same(Trend.None, Trend.Of([Point(0, 62)], Today));
        Assert.Same(Trend.None, Trend.Of([], Today));
    }
}
