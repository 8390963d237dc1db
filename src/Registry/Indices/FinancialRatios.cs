using Registry.Facts;

namespace Registry.Indices;

/// <summary>
/// Ratios of one year's statements. A ratio with a line that was not filed or a zero denominator is null.
/// Equity and liabilities not filed follow from the balance: assets − the other.
/// </summary>
public readonly struct FinancialRatios
{
    /// <summary>Ratios of a statement.</summary>
    public FinancialRatios(Statement year)
    {
        var assets = Number(year.TotalAssets);
        var liabilities = Number(year.TotalLiabilities)
            ?? (Number(year.CurrentLiabilities) + Number(year.LongTermLiabilities)) ?? (assets - Number(year.Equity));
        Equity = Number(year.Equity) ?? (assets - liabilities);
        var current = Number(year.CurrentAssets);
        var shortDebt = Number(year.CurrentLiabilities);
        var operating = Number(year.OperatingProfit);
        var beforeTax = Number(year.ProfitBeforeTax);
        Assets = assets;
        WorkingCapitalToAssets = Ratio(current - shortDebt, assets);
        RetainedEarningsToAssets = Ratio(Number(year.RetainedEarnings), assets);
        OperatingProfitToAssets = Ratio(operating, assets);
        EquityToLiabilities = Ratio(Equity, liabilities);
        EquityToAssets = Ratio(Equity, assets);
        ProfitBeforeTaxToShortDebt = Ratio(beforeTax, shortDebt);
        OperatingProfitToShortDebt = Ratio(operating, shortDebt);
        RevenueToAssets = Ratio(Number(year.Revenue), assets);
        NetProfitToAssets = Ratio(Number(year.NetProfit), assets);
        LiabilitiesToAssets = Ratio(liabilities, assets);
        CurrentAssetsToShortDebt = Ratio(current, shortDebt);
        CurrentAssetsToLiabilities = Ratio(current, liabilities);
        ShortDebtToAssets = Ratio(shortDebt, assets);
        NoShortDebt = shortDebt == 0;
        NoLiabilities = liabilities == 0;
    }

    public double? Assets { get; }
    public double? Equity { get; }
    public double? WorkingCapitalToAssets { get; }
    public double? RetainedEarningsToAssets { get; }
    public double? OperatingProfitToAssets { get; }
    public double? EquityToLiabilities { get; }
    public double? EquityToAssets { get; }
    public double? ProfitBeforeTaxToShortDebt { get; }
    public double? OperatingProfitToShortDebt { get; }
    public double? RevenueToAssets { get; }
    public double? NetProfitToAssets { get; }
    public double? LiabilitiesToAssets { get; }
    public double? CurrentAssetsToShortDebt { get; }
    public double? CurrentAssetsToLiabilities { get; }
    public double? ShortDebtToAssets { get; }

    /// <summary>Current liabilities were filed as zero: ratios over them do not exist, which is no gap.</summary>
    public bool NoShortDebt { get; }

    /// <summary>Liabilities are zero.</summary>
    public bool NoLiabilities { get; }

    private static double? Number(decimal? amount) => amount is { } value ? (double)value : null;

    private static double? Ratio(double? of, double? to) => of is { } value && to is { } whole && whole != 0 ? value / whole : null;
}
