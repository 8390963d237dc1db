using Registry.Facts;
using Registry.Indices;
using Xunit;
using static Registry.Tests.Indices.SomeEntity;

namespace Registry.Tests.Indices;

public sealed class IndexFormTests
{
    private static readonly Registry.Sources.SourceCalendar NothingLoaded = new(Day, new Dictionary<string, DateOnly>());

    [Fact]
    public void A_company_in_its_first_year_is_not_rated_and_shows_what_was_checked()
    {
        var known = new EntityFacts { Bin = Bin, Registrations = [Registered(Day.AddDays(-364))], Arrears = [Arrears(500)] };

        var result = Index(IndexId.TaxpayerIntegrity, known);

        Assert.Equal((IndexState.FirstYear, null, null), (result.State, result.Value, result.Band));
        Assert.Null(result.Range);
        Assert.Contains(result.Factors, f => f is { Id: "T1", State: FactorState.Risk, Contribution: null });
        Assert.NotEqual(IndexState.FirstYear, Index(IndexId.TaxpayerIntegrity, known with { Registrations = [Registered(Day.AddDays(-365))] }).State);
        Assert.Equal(IndexState.Rated, Index(IndexId.TaxpayerIntegrity, known with { Lists = [Listed("kgd-inactive")] }).State);
    }

    [Fact]
    public void A_cap_over_nothing_checked_is_the_value()
    {
        var result = Index(IndexId.TaxpayerIntegrity, Old() with { Lists = [Listed("kgd-inactive")] }, Context(sources: NothingLoaded));

        Assert.Equal((IndexState.Rated, 20.0, null, 20.0), (result.State, result.Value, result.Raw, result.CapAdjustment));
        Assert.Equal(new IndexRange(0, 100), result.Range);
        Assert.Empty(result.WhatWouldChange);
    }

    [Fact]
    public void A_cap_above_the_raw_value_adjusts_nothing()
    {
        var known = Old() with { Arrears = [Arrears(5000)], Lists = [Listed("kgd-violation")] };

        var result = Index(IndexId.TaxpayerIntegrity, known);

        Assert.Equal((0.0, 0.0, 0.0), (result.Value, result.Raw, result.CapAdjustment));
    }

    [Fact]
    public void What_would_change_names_the_cheapest_first_and_the_value_it_leads_to()
    {
        var delivered = new DeliveredIndex { Bin = Bin, Source = "kgd-preliminary", Index = "filing", AsOf = Day.AddDays(-9), Value = 20 };
        var paid = new[] { (2024, 100m), (2025, 30m) }.Select(y => new TaxesPaid { Bin = Bin, Source = "kgd-taxes-paid", Year = y.Item1, Amount = y.Item2 });
        var known = Old() with { Arrears = [Arrears(5000)], Delivered = [delivered], TaxesPaid = [.. paid] };

        var result = Index(IndexId.TaxpayerIntegrity, known);

        Assert.Equal(["T1", "T4", "T3"], result.WhatWouldChange.Select(w => w.Factor));
        Assert.Equal("target:30:mci", result.WhatWouldChange[0].Change);
        var done = Index(IndexId.TaxpayerIntegrity, known with { Arrears = [Arrears(30)] });
        Assert.Equal(done.Value, result.WhatWouldChange[0].Value);
        Assert.Equal(done.Band, result.WhatWouldChange[0].Band);
    }

    [Theory]
    [InlineData(100, "A")]
    [InlineData(80, "A")]
    [InlineData(79.9, "B")]
    [InlineData(60, "B")]
    [InlineData(40, "C")]
    [InlineData(20, "D")]
    [InlineData(19.9, "E")]
    public void Bands_go_by_the_shown_decimal(double value, string band) => Assert.Equal(band, Methodology.Current.BandOf(value));

    [Theory]
    [InlineData("2022-03-31", 3063)]
    [InlineData("2022-04-01", 3180)]
    [InlineData("2025-12-31", 3932)]
    [InlineData("2026-01-01", 4325)]
    public void The_mci_is_dated(string day, double value) =>
        Assert.Equal(value, Methodology.Current.MciOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void The_weights_of_an_index_sum_to_a_hundred() =>
        Assert.All(Methodology.Current.Indices.Values, rules => Assert.Equal(100, rules.Factors.Sum(f => f.Weight)));

    [Fact]
    public void A_version_is_loaded_by_its_name()
    {
        Assert.Contains(Methodology.CurrentVersion, Methodology.Versions);
        Assert.Same(Methodology.Current, Methodology.Load("2026.1"));
        Assert.Throws<ArgumentException>(() => Methodology.Load("1999.9"));
    }
}
