using Registry.Facts;
using Registry.Indices;
using Xunit;
using static Registry.Tests.Indices.SomeEntity;

namespace Registry.Tests.Indices;

public sealed class TaxpayerIntegrityTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 0.8)]
    [InlineData(6, 0.8)]
    [InlineData(30, 0.6)]
    [InlineData(150, 0.4)]
    [InlineData(866.0254, 0.2)]
    [InlineData(5000, 0)]
    [InlineData(90000, 0)]
    public void Arrears_score_by_the_published_line(double mci, double score)
    {
        var factor = Factor(Old() with { Arrears = [Arrears((decimal)mci)] }, "T1");

        Assert.Equal(score, factor.Score ?? -1, 6);
        Assert.Equal(mci, factor.Value ?? -1, 6);
        Assert.Equal(score >= 0.6 - 1e-9 ? FactorState.Fine : FactorState.Risk, factor.State);
    }

    [Fact]
    public void Silence_of_the_complete_list_proves_that_there_is_no_debt()
    {
        var factor = Factor(Old(), "T1");

        Assert.Equal((FactorState.Fine, 1.0, 0.0), (factor.State, factor.Score, factor.Value));
        Assert.Equal(Day.AddDays(-1), factor.AsOf);
    }

    [Fact]
    public void Silence_of_the_list_over_150_mci_says_nothing_about_smaller_debts()
    {
        var factor = Factor(Old(), "T1", Context(sources: Loaded(Day, "kgd-arrears")));

        Assert.Equal((FactorState.NotChecked, "notAmongDebtorsOver150Mci"), (factor.State, factor.Note));
        Assert.Null(factor.Score);
    }

    [Fact]
    public void A_debt_on_the_list_over_150_mci_counts()
    {
        var factor = Factor(Old() with { Arrears = [Arrears(5000, "kgd-arrears-150")] }, "T1", Context(sources: Loaded(Day, "kgd-arrears")));

        Assert.Equal((FactorState.Risk, 0.0, "kgd-arrears-150"), (factor.State, factor.Score, factor.Source));
    }

    [Fact]
    public void A_source_that_grew_stale_is_not_checked()
    {
        var stale = new Registry.Sources.SourceCalendar(Day, new Dictionary<string, DateOnly> { ["kgd-arrears"] = Day.AddDays(-46), ["kgd-vat"] = Day.AddDays(-46) });

        Assert.Equal("sourceStale", Factor(Old(), "T1", Context(sources: stale)).Note);
        Assert.Equal("sourceStale", Factor(Old(), "T5", Context(sources: stale)).Note);
        Assert.Equal("sourceNotLoaded", Factor(Old(), "T2", Context(sources: stale)).Note);
    }

    [Theory]
    [InlineData(50.5, 1)]
    [InlineData(25.25, 0.33333333)]
    [InlineData(12.625, 0)]
    [InlineData(99, 1)]
    public void Burden_is_compared_with_the_peers_median(double percent, double score)
    {
        var known = Old() with { Burdens = [new TaxBurden { Bin = Bin, Source = "kgd-tax-burden", Year = 2025, Burden = percent }] };

        var factor = Factor(known, "T2", Context(new PeerBook([Peers(Quantities.TaxBurden)])));

        Assert.Equal(score, factor.Score ?? -1, 6);
        Assert.Equal(new Reference("peerMedian", 50.5, "F", 100), factor.Reference);
    }

    [Fact]
    public void Burden_follows_from_income_and_taxes_when_it_is_not_given()
    {
        var known = Old() with { Burdens = [new TaxBurden { Bin = Bin, Source = "kgd-tax-burden", Year = 2025, Income = 2000, TaxesComputed = 101 }] };

        Assert.Equal(5.05, Factor(known, "T2", Context(new PeerBook([Peers(Quantities.TaxBurden)]))).Value ?? -1, 9);
    }

    [Fact]
    public void Taxes_paid_are_compared_with_the_mean_of_the_years_before()
    {
        TaxesPaid Paid(int year, decimal amount) => new() { Bin = Bin, Source = "kgd-taxes-paid", Year = year, Amount = amount };

        var factor = Factor(Old() with { TaxesPaid = [Paid(2021, 9999), Paid(2023, 100), Paid(2024, 300), Paid(2025, 130)] }, "T3");

        Assert.Equal(65, factor.Value ?? -1, 9);
        Assert.Equal(0.5, factor.Score ?? -1, 9);
        Assert.Equal(FactorState.Risk, factor.State);
    }

    [Fact]
    public void The_delivered_index_counts_by_its_newest_value()
    {
        DeliveredIndex Delivered(int month, double value, string index = "filing") =>
            new() { Bin = Bin, Source = "kgd-preliminary", Index = index, AsOf = new DateOnly(2026, month, 1), Value = value };

        var factor = Factor(Old() with { Delivered = [Delivered(3, 90), Delivered(5, 70), Delivered(6, 10, "paymentDiscipline"), Delivered(7, 5)] }, "T4");

        Assert.Equal((70.0, 0.7), (factor.Value, factor.Score));
    }

    [Theory]
    [InlineData("2024-01-10", true, 0)]
    [InlineData("2023-06-14", true, 1)]
    [InlineData("2024-01-10", false, 1)]
    public void Only_a_recent_deregistration_by_the_authority_is_bad(string ended, bool byAuthority, double score)
    {
        var vat = new VatRegistration
        {
            Bin = Bin,
            Source = "kgd-vat",
            RegisteredOn = new DateOnly(2018, 1, 1),
            DeregisteredOn = DateOnly.Parse(ended, System.Globalization.CultureInfo.InvariantCulture),
            ByAuthority = byAuthority,
        };

        Assert.Equal(score, Factor(Old() with { Vat = [vat] }, "T5").Score);
    }

    [Fact]
    public void Small_income_and_no_registration_for_vat_is_not_applicable()
    {
        var known = Old() with { Burdens = [new TaxBurden { Bin = Bin, Source = "kgd-tax-burden", Year = 2025, Income = 9999 * Mci }] };

        Assert.Equal(FactorState.NotApplicable, Factor(known, "T5").State);
        Assert.Equal(FactorState.NotChecked, Factor(known with { Burdens = [known.Burdens[0] with { Income = 10001 * Mci }] }, "T5").State);
    }

    [Fact]
    public void Pay_is_shown_only_as_a_ratio_and_never_for_fewer_than_five()
    {
        Payroll Pay(int employees) => new() { Bin = Bin, Source = "payroll", Year = 2025, Employees = employees, Amount = employees * 40 };
        var context = Context(new PeerBook([Peers(Quantities.PayPerEmployee)]));

        var factor = Factor(Old() with { Payrolls = [Pay(5)] }, "T6", context);

        Assert.Equal(40 / 50.5, factor.Value ?? -1, 9);
        Assert.Equal(1, factor.Reference?.Value);
        Assert.Equal("enpf", factor.Owner);
        Assert.Equal(FactorState.NotApplicable, Factor(Old() with { Payrolls = [Pay(4)] }, "T6", context).State);
    }

    [Theory]
    [InlineData("kgd-pseudo", "pseudoEnterprise", 5)]
    [InlineData("kgd-invalid-registration", "registrationInvalid", 5)]
    [InlineData("kgd-bankrupt", "bankrupt", 10)]
    [InlineData("kgd-inactive", "inactive", 20)]
    [InlineData("kgd-wrong-address", "wrongAddress", 40)]
    [InlineData("kgd-violation", "taxCodeViolation", 50)]
    public void A_list_caps_the_index_while_the_entity_stands_on_it(string list, string id, double value)
    {
        var known = Old() with { Lists = [Listed(list)] };

        var result = Index(IndexId.TaxpayerIntegrity, known);

        Assert.Equal((IndexState.Rated, value), (result.State, result.Value));
        Assert.Equal((id, list), (Assert.Single(result.Caps).Id, result.Caps[0].Source));
        Assert.Equal(value, Math.Round((result.Raw + result.CapAdjustment) ?? -1, 1));
        var gone = known with { Lists = [known.Lists[0] with { Until = Day }] };
        Assert.Empty(Index(IndexId.TaxpayerIntegrity, gone).Caps);
    }
}
