using Registry.Facts;
using Registry.Indices;
using Xunit;
using static Registry.Tests.Indices.SomeEntity;

namespace Registry.Tests.Indices;

public sealed class FinancialModelTests
{
    [Fact]
    public void The_worked_vector_comes_out_exactly()
    {
        var models = FinancialModels.Compute([Vector()]).ToDictionary(m => m.Model);

        Assert.Equal(6.5574, models[FinancialModel.AltmanZ].Score, 4);
        Assert.Equal(1.3324, models[FinancialModel.Springate].Score, 4);
        Assert.Equal(-1.2469, models[FinancialModel.Zmijewski].Score, 4);
        Assert.Equal(0.1062, models[FinancialModel.Zmijewski].Probability ?? -1, 4);
        Assert.Equal(0.5983, models[FinancialModel.Taffler].Score, 4);
        Assert.All(models.Values, m => Assert.Equal(ModelZone.Safe, m.Zone));
    }

    [Theory]
    [InlineData(40, 20, 30, 10, 50, 50, 100, 7.262)]
    [InlineData(5000, 2000, 3000, 1500, 4000, 6000, 10000, 8.779)]
    public void Altman_agrees_with_published_examples(
        int current, int shortDebt, int retained, int operating, int liabilities, int equity, int assets, double score)
    {
        var year = new Statement
        {
            Bin = Bin, Source = "financials", Year = 2025, CurrentAssets = current, CurrentLiabilities = shortDebt, RetainedEarnings = retained,
            OperatingProfit = operating, TotalLiabilities = liabilities, Equity = equity, TotalAssets = assets,
        };

        Assert.Equal(score, FinancialModels.AltmanZ(2025, new FinancialRatios(year))?.Score ?? 0, 9);
    }

    [Theory]
    [InlineData(0.1095, 0.1156, 0.5242, 1.0534, 1.2349)]
    [InlineData(0.0885, 0.0746, 0.6631, 1.0574, 1.1808)]
    [InlineData(0.2863, 0.0403, 0.2312, 1.0373, 0.9861)]
    [InlineData(-0.0859, 0.0278, 0.0408, 1.5849, 0.6579)]
    [InlineData(0.1872, 0.087, 0.2954, 1.02, 1.0627)]
    [InlineData(0.1528, 0.0795, 0.2195, 1.2315, 1.0387)]
    [InlineData(0.4068, 0.1673, 0.4866, 1.0836, 1.6873)]
    public void Springate_agrees_with_published_companies(double working, double operating, double beforeTax, double revenue, double score)
    {
        const decimal Assets = 10_000;
        const decimal ShortDebt = 1_000;
        var year = new Statement
        {
            Bin = Bin, Source = "financials", Year = 2025, TotalAssets = Assets, CurrentLiabilities = ShortDebt,
            CurrentAssets = ShortDebt + ((decimal)working * Assets), OperatingProfit = (decimal)operating * Assets,
            ProfitBeforeTax = (decimal)beforeTax * ShortDebt, Revenue = (decimal)revenue * Assets,
        };

        var result = FinancialModels.Springate(2025, new FinancialRatios(year));

        Assert.Equal(score, result?.Score ?? 0, 0.0005);
        Assert.Equal(score < 0.862 ? ModelZone.Distress : ModelZone.Safe, result?.Zone);
    }

    [Fact]
    public void Zmijewski_takes_liquidity_with_the_published_sign_and_the_normal_distribution()
    {
        var year = new Statement
        {
            Bin = Bin, Source = "financials", Year = 2025, NetProfit = 1000, TotalAssets = 10000, TotalLiabilities = 4000,
            CurrentAssets = 5000, CurrentLiabilities = 2000,
        };

        var result = FinancialModels.Zmijewski(2025, new FinancialRatios(year));

        Assert.Equal(-2.5057, result?.Score ?? 0, 4);
        Assert.Equal(0.006110, result?.Probability ?? 0, 6);
    }

    [Fact]
    public void Beneish_agrees_with_the_published_company()
    {
        var year = Beneish(2025, 93281, 51355, 1124, 72726, 1734, 1597, 85585, 32416, 5658, 7975, 26158, 485);
        var before = Beneish(2024, 93669, 48703, 970, 67539, 1970, 1322, 84001, 32990, 9038, 2836, 26176, 596);

        var v = Registry.Indices.Beneish.Variables(year, before);

        Assert.NotNull(v);
        Assert.Equal(
            new[] { 1.164, 1.068, 0.753, 0.996, 0.838, 0.987, -0.027, 0.977 },
            new[] { v.Dsri, v.Gmi, v.Aqi, v.Sgi, v.Depi, v.Sgai, v.Tata, v.Lvgi }.Select(x => Math.Round(x, 3)));
        Assert.Equal(-2.5323, Registry.Indices.Beneish.Score(v), 4);
        Assert.Equal(-2.48, Registry.Indices.Beneish.Score(new BeneishVariables(1, 1, 1, 1, 1, 1, 0, 1)), 9);
    }

    [Fact]
    public void Every_year_filed_is_shown_the_newest_first()
    {
        var models = FinancialModels.Compute([Vector(2023), Vector(2025), Vector(2024)]);

        Assert.Equal([2025, 2024, 2023], models.Where(m => m.Model == FinancialModel.AltmanZ).Select(m => m.Year));
        Assert.DoesNotContain(models, m => m.Model == FinancialModel.Beneish);
    }

    [Fact]
    public void A_zero_denominator_leaves_out_the_ratio_and_not_the_model()
    {
        var springate = FinancialModels.Springate(2025, new FinancialRatios(Vector() with { CurrentLiabilities = 0 }));

        Assert.Equal("profitBeforeTaxToCurrentLiabilities", Assert.Single(springate?.Unchecked ?? []));
        Assert.Null(FinancialModels.Springate(2025, new FinancialRatios(Vector() with { ProfitBeforeTax = null })));
    }

    [Theory]
    [InlineData(-1.959963984540054, 0.025)]
    [InlineData(0, 0.5)]
    [InlineData(1.2815515655446004, 0.9)]
    public void The_normal_distribution_is_exact(double x, double probability) => Assert.Equal(probability, Normal.Below(x), 12);

    private static Statement Beneish(int year, params int[] v) => new()
    {
        Bin = Bin, Source = "financials", Year = year, Revenue = v[0], CostOfSales = v[1], Receivables = v[2], CurrentAssets = v[3],
        FixedAssets = v[4], Depreciation = v[5], TotalAssets = v[6], SellingAdmin = v[7], NetProfit = v[8], OperatingCashFlow = v[9],
        CurrentLiabilities = v[10], LongTermLiabilities = v[11],
    };
}
