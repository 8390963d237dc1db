using Registry.Facts;

namespace Registry.Indices;

/// <summary>
/// Beneish M (1999), eight variables over two years: a sign that the accounts deserve a look. It is shown and never scored.
/// SGAI, AQI and DEPI are neutral (1) where their lines were not filed.
/// </summary>
public static class Beneish
{
    private const double Neutral = 1;

    /// <summary>−4.84 + 0.920·DSRI + 0.528·GMI + 0.404·AQI + 0.892·SGI + 0.115·DEPI − 0.172·SGAI + 4.679·TATA − 0.327·LVGI.</summary>
    public static double Score(BeneishVariables v) =>
        -4.84 + (0.920 * v.Dsri) + (0.528 * v.Gmi) + (0.404 * v.Aqi) + (0.892 * v.Sgi)
        + (0.115 * v.Depi) - (0.172 * v.Sgai) + (4.679 * v.Tata) - (0.327 * v.Lvgi);

    /// <summary>The model over a year and the one before, or null where a line it cannot do without was not filed.</summary>
    public static ModelResult? Compute(Statement year, Statement before)
    {
        if (Variables(year, before) is not { } variables)
            return null;
        var score = Score(variables);
        return new ModelResult(FinancialModel.Beneish, year.Year, score, FinancialModels.BeneishZone(score), null, []);
    }

    /// <summary>The eight variables, or null.</summary>
    public static BeneishVariables? Variables(Statement year, Statement before)
    {
        var dsri = Ratio(Ratio(year.Receivables, year.Revenue), Ratio(before.Receivables, before.Revenue));
        var gmi = Ratio(GrossMargin(before), GrossMargin(year));
        var sgi = Ratio(year.Revenue, before.Revenue);
        var lvgi = Ratio(Leverage(year), Leverage(before));
        var tata = Ratio(year.NetProfit - year.OperatingCashFlow, year.TotalAssets);
        if (dsri is null || gmi is null || sgi is null || lvgi is null || tata is null)
            return null;
        return new BeneishVariables(
            dsri.Value, gmi.Value, Ratio(SoftAssets(year), SoftAssets(before)) ?? Neutral, sgi.Value,
            Ratio(DepreciationRate(before), DepreciationRate(year)) ?? Neutral,
            Ratio(Ratio(year.SellingAdmin, year.Revenue), Ratio(before.SellingAdmin, before.Revenue)) ?? Neutral,
            tata.Value, lvgi.Value);
    }

    private static double? GrossMargin(Statement s) => Ratio(s.GrossProfit ?? (s.Revenue - s.CostOfSales), s.Revenue);

    private static double? SoftAssets(Statement s) => 1 - Ratio(s.CurrentAssets + s.FixedAssets, s.TotalAssets);

    private static double? DepreciationRate(Statement s) => Ratio(s.Depreciation, s.FixedAssets + s.Depreciation);

    private static double? Leverage(Statement s) => Ratio((s.CurrentLiabilities + s.LongTermLiabilities) ?? s.TotalLiabilities, s.TotalAssets);

    private static double? Ratio(decimal? of, decimal? to) => of is { } value && to is { } whole && whole != 0 ? (double)value / (double)whole : null;

    private static double? Ratio(double? of, double? to) => of is { } value && to is { } whole && whole != 0 ? value / whole : null;
}

/// <summary>Variables of Beneish M: receivables, gross margin, asset quality, sales growth, depreciation, overheads, accruals, leverage.</summary>
public sealed record BeneishVariables(
    double Dsri, double Gmi, double Aqi, double Sgi, double Depi, double Sgai, double Tata, double Lvgi);
