using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Registry.Indices;
using Registry.Web.Shared;
using Xunit;

namespace Registry.Tests.Web.Shared;

public sealed class IndexTableTests : PageTestContext
{
    private static readonly Cap Bankrupt = new("bankrupt", 10, "bankrupt", "kgd-bankrupt", Today);

    [Fact]
    public void Factors_stand_in_a_table_with_a_word_for_each_of_the_four_states()
    {
        var table = Table(Rated(84.5, "A") with { Factors = Factors() });

        var states = table.FindAll(".factors tbody .state").Select(s => s.TextContent.Trim());

        Assert.Equal(["в норме", "риск", "не проверено", "не применимо"], states);
        Assert.Equal(4, table.FindAll(".factors tbody .contribution svg").Count);
    }

    [Fact]
    public void Caps_come_before_the_factors_the_lowest_first_and_only_it_acts()
    {
        var table = Table(Rated(10, "E") with
        {
            Raw = 25, CapAdjustment = -15, Caps = [new Cap("inactive", 20, "inactive", "kgd-inactive", Today), Bankrupt], Factors = Factors(),
        });

        var caps = table.FindAll("p.cap");

        Assert.Equal(["Не выше 10:", "Не выше 20:"], caps.Select(c => c.QuerySelector("strong")!.TextContent));
        Assert.DoesNotContain("cap-idle", caps[0].ClassName!, StringComparison.Ordinal);
        Assert.Contains("cap-idle", caps[1].ClassName!, StringComparison.Ordinal);
        Assert.True(table.Markup.IndexOf("class=\"cap ", StringComparison.Ordinal) < table.Markup.IndexOf("class=\"factors\"", StringComparison.Ordinal));
    }

    [Fact]
    public void The_calculation_shows_the_companys_own_numbers_to_the_last_point()
    {
        var table = Table(Rated(10, "E") with { Raw = 84.5, CapAdjustment = -74.5, Caps = [Bankrupt], Range = new IndexRange(50.7, 90.7), Coverage = 60, Factors = Factors() });

        var rows = table.FindAll(".how-table tbody tr").Select(r => r.TextContent).ToList();
        var steps = table.Find(".steps").TextContent;

        Assert.Equal(4, rows.Count);
        Assert.Contains("0,9500", rows[0], StringComparison.Ordinal);
        Assert.Contains("38,000", rows[0], StringComparison.Ordinal);
        Assert.Contains("не проверено", rows[2], StringComparison.Ordinal);
        Assert.Equal(["Σ", "60", "", "50,700", "84,5"], table.FindAll(".how-table tfoot tr > *").Select(c => c.TextContent));
        Assert.Contains("100 · 50,700 ÷ 60 = 84,500 ≈ 84,5", steps, StringComparison.Ordinal);
        Assert.Contains("60 ÷ 100", steps, StringComparison.Ordinal);
        Assert.Contains("min(84,5; 10) = 10,0 (поправка −74,5)", steps.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_are_listed_as_given_and_those_that_raise_nothing_under_a_cap_are_told_apart()
    {
        var table = Table(Rated(10, "E") with
        {
            Raw = 25, CapAdjustment = -15, Caps = [Bankrupt], Factors = Factors(),
            WhatWouldChange = [new("T2", "target:1.7:percent", 10, "E"), new("bankrupt", "capLifted", 25, "D")],
        });

        var listed = Assert.Single(table.FindAll(".changes li"));

        Assert.Contains("Ограничение (банкрот): основание отпало", listed.TextContent, StringComparison.Ordinal);
        Assert.Contains("25,0", listed.TextContent, StringComparison.Ordinal);
        Assert.Contains("+15", listed.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Пока действует ограничение, индекс не поднимут: Коэффициент налоговой нагрузки — поднять до 1,7{Format.Thin}%", table.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("target:21.5443:mci", 277, "снизить до 21,5 МРП")]
    [InlineData("target:0.8621:points", 0.5, "поднять до 0,87")]
    [InlineData("target:71.96:percent", 20, "поднять до 72\u202f%")]
    public void A_target_as_it_is_read_is_enough(string change, double now, string expected)
    {
        var text = Services.GetRequiredService<Microsoft.Extensions.Localization.IStringLocalizer<SharedTexts>>();

        Assert.Equal(expected, text.Change(new WhatWouldChange("P2", change, 50, "C"), now));
    }

    [Fact]
    public void Preliminary_indices_name_their_owner_and_how_much_was_checked()
    {
        var table = Table(Rated(84.5, "A") with { Preliminary = [new("kgd", 96.5, 90), new("enpf", null, 0)] });

        var rows = table.FindAll("tbody tr").Select(r => r.TextContent).ToList();

        Assert.Contains(rows, r => r.StartsWith("Комитет государственных доходов96,5", StringComparison.Ordinal) && r.Contains("90", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith("Единый накопительный пенсионный фондне проверено", StringComparison.Ordinal));
    }

    [Fact]
    public void The_history_line_breaks_where_the_index_was_not_rated()
    {
        var table = Render<IndexTable>(p => p
            .Add(x => x.Result, Rated(84.5, "A")).Add(x => x.Id, "taxes")
            .Add(x => x.History, [Point(20, 60), Point(16, 62), Point(12, null), Point(8, 70), Point(0, 84.5)]));

        Assert.Equal(2, table.FindAll(".history-chart polyline").Count);
        Assert.Single(table.FindAll(".history-chart .chart-gap"));
        Assert.Contains("от 60,0 до 84,5, последнее значение 84,5", table.Find(".history-chart svg").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    private IRenderedComponent<IndexTable> Table(IndexResult result) => Render<IndexTable>(p => p.Add(x => x.Result, result).Add(x => x.Id, "taxes"));

    private static Factor[] Factors() =>
    [
        Factor("T1", FactorState.Fine, 40, 0.95, 63.3, 0), Factor("T2", FactorState.Risk, 20, 0.635, 21.2, 1.2),
        Factor("T3", FactorState.NotChecked, 40, note: "noData"), Factor("T6", FactorState.NotApplicable, 10, note: "fewEmployees"),
    ];
}
