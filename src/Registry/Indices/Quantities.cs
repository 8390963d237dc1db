namespace Registry.Indices;

/// <summary>Names of the quantities that are compared among peers.</summary>
public static class Quantities
{
    /// <summary>Tax burden coefficient, percent.</summary>
    public const string TaxBurden = "taxBurden";

    /// <summary>Average pay per employee over a year, tenge; never shown of one entity.</summary>
    public const string PayPerEmployee = "payPerEmployee";

    /// <summary>Current assets ÷ current liabilities.</summary>
    public const string Liquidity = "liquidity";

    /// <summary>Equity ÷ total assets.</summary>
    public const string EquityShare = "equityShare";

    /// <summary>Profit before tax ÷ current liabilities.</summary>
    public const string ProfitToShortDebt = "profitToShortDebt";

    /// <summary>Retained earnings ÷ total assets.</summary>
    public const string RetainedEarningsShare = "retainedEarningsShare";

    /// <summary>Revenue ÷ total assets.</summary>
    public const string Turnover = "turnover";

    /// <summary>Net profit ÷ total assets.</summary>
    public const string ReturnOnAssets = "returnOnAssets";

    /// <summary>Current liabilities ÷ total assets: the lower the better.</summary>
    public const string ShortDebtShare = "shortDebtShare";

    /// <summary>Quantities measured on facts, in a fixed order: the two of the tax authority, then the ratios of statements.</summary>
    internal static readonly string[] OfFacts =
    [
        TaxBurden, PayPerEmployee,
        Liquidity, EquityShare, ProfitToShortDebt, RetainedEarningsShare, Turnover, ReturnOnAssets, ShortDebtShare,
    ];

    /// <summary>How many of <see cref="OfFacts"/> are not ratios of statements and need a median only.</summary>
    internal const int BeforeRatios = 2;

    /// <summary>Names of all quantities, the indices' own included.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. OfFacts, Of(IndexId.TaxpayerIntegrity), Of(IndexId.FinancialStability), Of(IndexId.PaymentDiscipline)];

    /// <summary>The indices themselves, measured in a second pass.</summary>
    public static string Of(IndexId index) => index switch
    {
        IndexId.TaxpayerIntegrity => "taxpayerIntegrity",
        IndexId.FinancialStability => "financialStability",
        _ => "paymentDiscipline",
    };
}
