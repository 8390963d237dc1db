using Registry.Facts;
using Registry.Indices;
using Xunit;
using static Registry.Tests.Indices.SomeEntity;

namespace Registry.Tests.Indices;

public sealed class PaymentDisciplineTests
{
    public static TheoryData<int, int> Published => new()
    {
        { 99, -29 }, { 98, -28 }, { 97, -27 }, { 96, -26 }, { 95, -25 }, { 94, -24 }, { 93, -23 }, { 92, -22 }, { 91, -21 },
        { 89, -18 }, { 88, -16 }, { 87, -14 }, { 86, -12 }, { 85, -10 }, { 84, -8 },
        { 59, 23 }, { 58, 24 }, { 57, 25 }, { 56, 26 }, { 55, 26 }, { 54, 27 }, { 53, 28 }, { 52, 29 }, { 51, 29 },
        { 49, 33 }, { 48, 36 }, { 47, 39 }, { 46, 42 }, { 45, 45 }, { 44, 48 },
    };

    [Theory, MemberData(nameof(Published))]
    public void Paydex_is_within_the_published_table(int points, int days) =>
        Assert.True(Math.Abs(Paydex.DaysAt(points, Methodology.Current) - days) <= 0.8 + 1e-9);

    [Theory]
    [InlineData(-45, 100)]
    [InlineData(-30, 100)]
    [InlineData(0, 80)]
    [InlineData(22, 60)]
    [InlineData(120, 20)]
    [InlineData(150, 10)]
    [InlineData(400, 0)]
    public void Paydex_goes_straight_between_its_points(double days, double points) =>
        Assert.Equal(points, Paydex.Of(days, Methodology.Current), 9);

    [Fact]
    public void Days_are_weighted_by_amount_before_they_are_mapped()
    {
        PaymentExperience[] payments = [.. Enumerable.Range(0, 4).Select(i => Invoice(i, 0, 1000)), Invoice(4, 60, 4000)];

        var factor = Factor(Old() with { Payments = payments }, "P1");

        Assert.Equal(30, factor.Value ?? -1, 9);
        Assert.Equal(0.5, factor.Score ?? -1, 9);
        Assert.Equal("suppliers", factor.Owner);
    }

    [Fact]
    public void An_open_invoice_counts_with_the_days_it_is_late_today()
    {
        PaymentExperience[] payments = [.. Enumerable.Range(0, 5).Select(i => Invoice(i, null))];

        Assert.Equal(100, Factor(Old() with { Payments = payments }, "P1").Value);
        Assert.Equal("fewExperiences", Factor(Old() with { Payments = [.. payments.Select(p => p with { DueOn = Day.AddDays(3) })] }, "P1").Note);
    }

    [Fact]
    public void Few_suppliers_or_old_invoices_prove_nothing()
    {
        PaymentExperience[] payments = [.. Enumerable.Range(0, 5).Select(i => Invoice(i, 0))];
        var old = payments.Select(p => p with { PaidOn = Day.AddMonths(-24) }).ToArray();

        Assert.NotNull(Factor(Old() with { Payments = payments }, "P1").Score);
        Assert.Equal("fewExperiences", Factor(Old() with { Payments = payments[..4] }, "P1").Note);
        Assert.Equal("fewExperiences", Factor(Old() with { Payments = [.. payments.Select(p => p with { SupplierBin = "150140000117" })] }, "P1").Note);
        Assert.Equal("fewExperiences", Factor(Old() with { Payments = old }, "P1").Note);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 0.7)]
    [InlineData(3, 0.7)]
    [InlineData(100, 0.4)]
    [InlineData(31.6227766, 0.55)]
    [InlineData(5000, 0)]
    public void Open_enforcement_scores_by_the_published_line(double mci, double score)
    {
        Enforcement[] open = mci == 0 ? [] :
        [
            new() { Bin = Bin, Source = "enforcement", Number = "1", Amount = (decimal)mci * Mci, OpenedOn = Day.AddDays(-20) },
            new() { Bin = Bin, Source = "enforcement", Number = "2", Amount = 1e9m, OpenedOn = Day.AddDays(-200), ClosedOn = Day.AddDays(-20) },
        ];

        Assert.Equal(score, Factor(Old() with { Enforcements = open }, "P2").Score ?? -1, 6);
    }

    [Fact]
    public void Court_ordered_debts_are_measured_by_income()
    {
        var debt = new CourtCase
        {
            Bin = Bin, Source = "court-cases", Number = "1", FiledOn = Day.AddDays(-300), DecidedOn = Day.AddDays(-200), Amount = 140,
            Outcome = CourtOutcome.PartlyGranted,
        };
        var known = Old() with { CourtCases = [debt, debt with { Number = "2", Outcome = CourtOutcome.Dismissed }], Statements = [Vector()] };

        Assert.Equal((10.0, 0.5), (Factor(known, "P3").Value, Factor(known, "P3").Score));
        Assert.Equal("noIncome", Factor(known with { Statements = [] }, "P3").Note);
        Assert.Equal(1, Factor(known with { CourtCases = [], Statements = [] }, "P3").Score);
    }

    [Fact]
    public void Contracts_count_on_time_and_terminations_cost_half()
    {
        Contract Done(int number, int late) => new()
        {
            Bin = Bin, Source = "goszakup-contracts", Number = $"{number}", SignedOn = Day.AddDays(-300),
            PlannedOn = Day.AddDays(-100), PerformedOn = Day.AddDays(-100 + late),
        };
        var broken = Done(9, 0) with { TerminatedForFault = true, PerformedOn = null };

        Assert.Equal("fewContracts", Factor(Old() with { Contracts = [Done(1, 0), Done(2, 0), Done(3, 0) with { UnderReview = true }] }, "P4").Note);
        Assert.Equal(0.75, Factor(Old() with { Contracts = [Done(1, 0), Done(2, 0), Done(3, -9), Done(4, 5)] }, "P4").Score);
        Assert.Equal(0.25, Factor(Old() with { Contracts = [Done(1, 0), Done(2, 0), Done(3, 0), broken] }, "P4").Score);
        Assert.Equal(0, Factor(Old() with { Contracts = [Done(1, 0), broken, broken] }, "P4").Score);
    }

    [Fact]
    public void Without_experiences_the_index_says_that_it_lacks_data()
    {
        var result = Index(IndexId.PaymentDiscipline, Old());

        Assert.Equal(IndexState.InsufficientData, result.State);
        Assert.Null(result.Value);
        Assert.Contains(result.Preliminary, p => p is { Owner: "justice", Value: 100, Coverage: 100 });
    }

    [Fact]
    public void Bad_faith_suppliers_and_bankrupts_are_capped()
    {
        Assert.Equal(30, Index(IndexId.PaymentDiscipline, Old() with { Lists = [Listed("goszakup-rnu")] }).Value);
        Assert.Equal(5, Index(IndexId.PaymentDiscipline, Old() with { Lists = [Listed("goszakup-rnu"), Listed("kgd-bankrupt")] }).Value);
    }
}
