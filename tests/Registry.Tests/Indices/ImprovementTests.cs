using System.Globalization;
using Registry.Facts;
using Registry.Indices;
using Xunit;
using static Registry.Tests.Indices.SomeEntity;

namespace Registry.Tests.Indices;

/// <summary>What would change an index: reaching the target as it is written is enough, and leads where it says.</summary>
public sealed class ImprovementTests
{
    [Theory]
    [InlineData(0.862, 0.5, "target:0.862:points")]
    [InlineData(0.86201, 0.5, "target:0.8621:points")]
    [InlineData(21.544346900318843, 277, "target:21.5443:mci")]
    [InlineData(30.000000000000004, 159, "target:30:mci")]
    [InlineData(22, 29, "target:22:days")]
    public void A_target_is_rounded_away_from_the_present_value(double target, double now, string expected) =>
        Assert.Equal(expected, new Improvement(0.6, target, expected.Split(':')[2]).Text(now));

    [Theory]
    [InlineData(7)]
    [InlineData(159)]
    [InlineData(4_999)]
    public void Arrears_brought_to_the_target_lead_to_the_promised_index(int mci)
    {
        var before = Delivered(20) with { Arrears = [Arrears(mci)] };
        var promise = Index(IndexId.TaxpayerIntegrity, before).WhatWouldChange.SingleOrDefault(w => w.Factor == "T1");
        if (mci < 30)
        {
            Assert.Null(promise);
            return;
        }

        var after = Index(IndexId.TaxpayerIntegrity, before with { Arrears = [Arrears((decimal)Target(promise))] });

        Assert.Equal(FactorState.Fine, after.Factors.Single(f => f.Id == "T1").State);
        Assert.Equal((promise!.Value, promise.Band), (after.Value, after.Band));
    }

    [Fact]
    public void Proceedings_brought_to_the_target_lead_to_the_promised_index()
    {
        EntityFacts With(decimal mci) => Old() with
        {
            Payments = [.. Enumerable.Range(0, 8).Select(i => Invoice(i, 40))],
            Enforcements = [new Enforcement { Bin = Bin, Source = "enforcement", Number = "1", Amount = mci * Mci, OpenedOn = Day.AddDays(-30) }],
        };
        var promise = Index(IndexId.PaymentDiscipline, With(277)).WhatWouldChange.Single(w => w.Factor == "P2");

        var after = Index(IndexId.PaymentDiscipline, With((decimal)Target(promise)));

        Assert.Equal(FactorState.Fine, after.Factors.Single(f => f.Id == "P2").State);
        Assert.Equal(promise.Value, after.Value);
    }

    [Fact]
    public void A_model_under_its_bar_is_told_a_target_that_reaches_it()
    {
        var poor = Vector() with { OperatingProfit = -100, ProfitBeforeTax = -130 };
        var peers = new PeerBook([Peers(Quantities.EquityShare, step: 0.01), Peers(Quantities.ProfitToShortDebt, step: 0.01), Peers(Quantities.RetainedEarningsShare, step: 0.01)]);
        var result = Index(IndexId.FinancialStability, Old() with { Statements = [poor] }, Context(peers));

        var springate = result.WhatWouldChange.Single(w => w.Factor == "F2");

        Assert.True(Target(springate) >= FinancialModels.FailedSpringate);
    }

    private static EntityFacts Delivered(double value) => Old() with
    {
        Delivered = [new DeliveredIndex { Bin = Bin, Source = "kgd-preliminary", Index = "kgd", AsOf = Day.AddDays(-5), Value = value }],
        Vat = [new VatRegistration { Bin = Bin, Source = "kgd-vat", RegisteredOn = new DateOnly(2016, 1, 1) }],
    };

    private static double Target(WhatWouldChange? change) => double.Parse(change!.Change.Split(':')[1], CultureInfo.InvariantCulture);
}
