namespace Registry.Facts;

/// <summary>Annual balance sheet and income statement (Kazakh forms 1 and 2), in tenge. A line that was not filed is null. Key: <c>Bin, Year</c>.</summary>
public sealed record Statement : Fact
{
    public required int Year { get; init; }
    public DateOnly? FiledOn { get; init; }
    public decimal? CurrentAssets { get; init; }
    public decimal? Cash { get; init; }
    public decimal? Receivables { get; init; }
    public decimal? Inventory { get; init; }
    public decimal? FixedAssets { get; init; }
    public decimal? TotalAssets { get; init; }
    public decimal? CurrentLiabilities { get; init; }
    public decimal? LongTermLiabilities { get; init; }
    public decimal? TotalLiabilities { get; init; }
    public decimal? RetainedEarnings { get; init; }
    public decimal? Equity { get; init; }
    public decimal? Revenue { get; init; }
    public decimal? CostOfSales { get; init; }
    public decimal? GrossProfit { get; init; }
    public decimal? SellingAdmin { get; init; }
    public decimal? OperatingProfit { get; init; }
    public decimal? Depreciation { get; init; }
    public decimal? Interest { get; init; }
    public decimal? ProfitBeforeTax { get; init; }
    public decimal? NetProfit { get; init; }
    public decimal? OperatingCashFlow { get; init; }
}
