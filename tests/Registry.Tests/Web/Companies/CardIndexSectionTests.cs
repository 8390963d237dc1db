using Bunit;
using Registry.Companies;
using Registry.Indices;
using Registry.Web.Companies;
using Registry.Web.Shared;
using Xunit;

namespace Registry.Tests.Web.Companies;

/// <summary>What stands on the card beside the three indices.</summary>
public sealed class CardIndexSectionTests : PageTestContext
{
    [Fact]
    public void Each_model_stands_alone_with_its_zone_and_its_years()
    {
        var models = Render<CardModels>(p => p.Add(x => x.Models,
        [
            new(FinancialModel.AltmanZ, 2025, 6.18, ModelZone.Safe, null, []), new(FinancialModel.AltmanZ, 2024, 4.9, ModelZone.Grey, null, []),
            new(FinancialModel.Zmijewski, 2025, -1.17, ModelZone.Safe, 0.12, []), new(FinancialModel.Beneish, 2025, -1.5, ModelZone.CheckAccounts, null, []),
        ]));

        Assert.Equal(["Альтман Z″", "Змиевский", "Бениш M"], models.FindAll("h4").Select(h => h.TextContent));
        Assert.Equal(["безопасная зона", "безопасная зона", "проверьте отчётность"], models.FindAll(".chip").Select(c => c.TextContent.Trim()));
        Assert.Contains("вероятность несостоятельности по модели 12", models.Markup, StringComparison.Ordinal);
        Assert.Equal("2024: 4,9, серая зона; 2025: 6,18, безопасная зона", models.FindAll(".model-chart svg")[0].GetAttribute("aria-label"));
        Assert.Equal(3, models.FindAll(".model-chart svg")[0].QuerySelectorAll(".model-zone").Length);
        Assert.Contains("не посчитана", models.Find("details table").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_statements_the_models_say_so() =>
        Assert.Contains("Модели не посчитаны", Render<CardModels>(p => p.Add(x => x.Models, [])).Find(".absent").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Paydex_stands_on_its_own_scale()
    {
        var late = Factor("P1", FactorState.Risk, 65, 0.51, 33.2, 29) with { Unit = "days" };
        var paydex = Render<CardPaydex>(p => p.Add(x => x.Result, Rated(46.9, "C") with { Id = IndexId.PaymentDiscipline, Factors = [late] }));

        Assert.Equal("PAYDEX 51 из 100, на 29 дней позже срока", paydex.Find("svg").GetAttribute("aria-label"));
    }

    [Fact]
    public void Without_experiences_paydex_says_why()
    {
        var none = Factor("P1", FactorState.NotChecked, 65, note: "fewExperiences");
        var paydex = Render<CardPaydex>(p => p.Add(x => x.Result, Rated(46.9, "C") with { Id = IndexId.PaymentDiscipline, Factors = [none] }));

        Assert.Contains("меньше 3 поставщиков или 5 счетов", paydex.Find(".absent").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_procurement_test_is_a_form_that_needs_no_script_and_keeps_the_past_day()
    {
        var form = Procurement(IndexRequest.Parse("2025-06-01", null, null, Today), null).Find("form");

        Assert.Equal("get", form.GetAttribute("method"));
        Assert.Equal("/companies/150340012340#procurement", form.GetAttribute("action"));
        Assert.Equal("2025-06-01", form.QuerySelector("input[name=asOf]")!.GetAttribute("value"));
    }

    [Fact]
    public void A_wrong_amount_is_told_beside_its_field()
    {
        var panel = Procurement(IndexRequest.Parse(null, "много", null, Today), null);

        Assert.Equal("lot-wrong", panel.Find("#lot").GetAttribute("aria-describedby"));
        Assert.Contains("положительное число в тенге", panel.Find("#lot-wrong").TextContent, StringComparison.Ordinal);
        Assert.Equal("много", panel.Find("#lot").GetAttribute("value"));
    }

    [Fact]
    public void Each_condition_of_the_test_passes_fails_or_was_not_checked_and_pay_is_never_shown()
    {
        var test = new ProcurementTestResult(true, 2022, 2024,
        [
            new("income", ConditionState.Pass, 7.9e9, 25e6), new("taxes", ConditionState.Fail, 1e6, 237e6),
            new("fixedAssets", ConditionState.NotChecked, null, 3.3e6), new("payroll", ConditionState.Pass, null, 3.3e6),
        ]);
        var panel = Procurement(IndexRequest.Parse(null, "50 000 000", "Goods", Today), test);

        Assert.Equal(["выполнено", "не выполнено", "не проверено", "выполнено"], panel.FindAll("tbody .state").Select(s => s.TextContent));
        Assert.Contains("не показывается", panel.FindAll("tbody tr")[3].TextContent, StringComparison.Ordinal);
        Assert.Equal("не проходит", panel.Find(".test-says .chip").TextContent.Trim());
        Assert.Contains($"выше 4{Format.Thin}000 МРП", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Disagreeing_sources_are_shown_side_by_side_with_the_rule()
    {
        var card = Card() with
        {
            Disagreements =
            [
                new("registeredOn", [new("2015-03-15", "egov-companies", Today, true), new("2015-03-16", "stat-register", Today.AddDays(-9), false)], "newestThenStatRegister"),
                new("income", [new("236679419800", "kgd-tax-burden", Today, true), new("200000000000", "financials", Today, false)], "revenueCommitteeFirst"),
            ],
        };
        var panel = Render<CardDisagreements>(p => p.Add(x => x.Card, card));

        Assert.Equal(["Дата регистрации", "Годовой доход"], panel.FindAll("h3").Select(h => h.TextContent));
        Assert.Equal(4, panel.FindAll("li").Count);
        Assert.Equal(["15.03.2015", $"236{Format.Thin}679{Format.Thin}419{Format.Thin}800{Format.Thin}₸"], panel.FindAll("li.used > span:first-child").Select(s => s.TextContent));
        Assert.Contains("из двух за один день — статистического регистра", panel.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<CardProcurement> Procurement(IndexRequest request, ProcurementTestResult? test) => Render<CardProcurement>(p => p
        .Add(x => x.Bin, "150340012340").Add(x => x.Request, request).Add(x => x.Test, test).Add(x => x.AsOf, Today));

    private static CompanyCard Card() => new() { Bin = "150340012340", Indices = new Dictionary<string, Registry.Search.HitIndex>(), Panels = [], AsOf = Today, Version = 1 };
}
