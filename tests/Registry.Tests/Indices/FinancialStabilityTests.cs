using Registry.Companies;
using Registry.Indices;
using Xunit;
using static Registry.Tests.Indices.SomeEntity;

namespace Registry.Tests.Indices;

public sealed class FinancialStabilityTests
{
    [Theory]
    [InlineData(2024, true)]
    [InlineData(2023, false)]
    public void The_newest_statement_must_be_of_the_last_24_months(int year, bool isChecked)
    {
        var factor = Factor(Old() with { Statements = [Vector(year)] }, "F1");

        Assert.Equal(isChecked, factor.Score is not null);
        Assert.Equal(isChecked ? null : "statementsTooOld", factor.Note);
    }

    [Fact]
    public void A_ratio_scores_by_its_place_among_peers()
    {
        var peers = new PeerBook([Peers(Quantities.EquityShare, step: 0.01)]);

        var factor = Factor(Old() with { Statements = [Vector()] }, "F4", Context(peers));

        Assert.Equal(0.4, factor.Value ?? -1, 9);
        Assert.InRange(factor.Score ?? -1, 0.51, 0.54);
        Assert.Equal(FactorState.Fine, factor.State);
        Assert.Equal("F", factor.Reference?.Group);
    }

    [Fact]
    public void A_small_share_of_short_debt_scores_high()
    {
        var peers = new PeerBook([Peers(Quantities.ShortDebtShare, step: 0.01)]);
        var little = Factor(Old() with { Statements = [Vector() with { CurrentLiabilities = 50 }] }, "F11", Context(peers));
        var much = Factor(Old() with { Statements = [Vector() with { CurrentLiabilities = 900 }] }, "F11", Context(peers));

        Assert.Equal(FactorState.Fine, little.State);
        Assert.Equal(FactorState.Risk, much.State);
        Assert.InRange(little.Score ?? -1, 0.9, 1);
        var better = Index(IndexId.FinancialStability, Old() with { Statements = [Vector(2024), Vector() with { CurrentLiabilities = 900 }], Lists = [Listed("kgd-bankrupt")] }, Context(peers));
        Assert.Contains(better.WhatWouldChange, c => c.Factor == "F11" && c.Change.StartsWith("target:0.7", StringComparison.Ordinal) && c.Change.EndsWith(":ratio", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_liabilities_due_soon_only_the_ratios_over_them_are_not_checked()
    {
        var peers = new PeerBook([Peers(Quantities.EquityShare), Peers(Quantities.Liquidity), Peers(Quantities.ProfitToShortDebt)]);
        var known = Old() with { Statements = [Vector() with { CurrentLiabilities = 0 }] };

        Assert.Equal("zeroDenominator", Factor(known, "F3", Context(peers)).Note);
        Assert.Equal("zeroDenominator", Factor(known, "F5", Context(peers)).Note);
        Assert.NotNull(Factor(known, "F1", Context(peers)).Score);
        Assert.Equal("ratioWithoutDenominator", Factor(known, "F2", Context(peers)).Note);
    }

    [Fact]
    public void The_trend_compares_with_the_year_before()
    {
        var steady = Factor(Old() with { Statements = [Vector(2024), Vector(2025)] }, "F8");

        Assert.Equal((0.0, 0.7), (steady.Value, steady.Score));
        Assert.Equal("noYearBefore", Factor(Old() with { Statements = [Vector(2023), Vector(2025)] }, "F8").Note);
    }

    [Theory]
    [InlineData("2026-04-30", 1)]
    [InlineData("2026-09-15", 0.62191781)]
    public void Late_filing_costs(string filed, double score)
    {
        var day = new DateOnly(2026, 12, 1);
        var statement = Vector() with { FiledOn = DateOnly.Parse(filed, System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Equal(score, Factor(Old() with { Statements = [statement] }, "F9", Context(day: day)).Score ?? -1, 6);
    }

    [Fact]
    public void Caps_follow_status_and_equity()
    {
        var poor = Vector() with { Equity = -10, TotalLiabilities = 1010 };

        Assert.Equal(5, Index(IndexId.FinancialStability, Old() with { Statuses = [Status(CompanyStatus.Bankrupt)] }).Value);
        Assert.Equal(25, Index(IndexId.FinancialStability, Old() with { Statements = [Vector(2024), Vector()], Statuses = [Status(CompanyStatus.Rehabilitation)] }).Value);
        Assert.Equal(
            "negativeEquity",
            Assert.Single(Index(IndexId.FinancialStability, Old() with { Statements = [poor, poor with { Year = 2024 }] }).Caps).Id);
        Assert.Empty(Index(IndexId.FinancialStability, Old() with { Statements = [poor, Vector(2024)] }).Caps);
    }

    [Fact]
    public void It_is_not_made_for_state_institutions_and_branches()
    {
        var school = Old() with { Registrations = [Registered(new DateOnly(2015, 1, 1)) with { NameRu = "Коммунальное государственное учреждение «Школа № 1»" }] };
        var capped = school with { Lists = [Listed("kgd-bankrupt")] };

        Assert.Equal(IndexState.NotApplicable, Index(IndexId.FinancialStability, school).State);
        Assert.Equal(IndexState.NotApplicable, Index(IndexId.FinancialStability, Old() with { Bin = "150141000014" }).State);
        Assert.Equal(IndexState.NotApplicable, Index(IndexId.FinancialStability, capped).State);
    }
}
