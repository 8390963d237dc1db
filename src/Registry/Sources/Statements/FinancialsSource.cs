using Registry.Facts;
using Registry.Sources.Tables;

namespace Registry.Sources.Statements;

/// <summary>Annual statements: <c>bin,year,filedOn</c> and any of the line items. A line that is empty was not filed.</summary>
public sealed class FinancialsSource : TableSource
{
    /// <inheritdoc/>
    public override string Id => "financials";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["bin", "year"];

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format)
    {
        var statement = new Statement
        {
            Source = Id,
            Bin = row.Entity("bin"),
            Year = row.Year("year"),
            FiledOn = row.OptionalDate("filedOn"),
            CurrentAssets = row.OptionalMoney("currentAssets"),
            Cash = row.OptionalMoney("cash"),
            Receivables = row.OptionalMoney("receivables"),
            Inventory = row.OptionalMoney("inventory"),
            FixedAssets = row.OptionalMoney("fixedAssets"),
            TotalAssets = row.OptionalMoney("totalAssets"),
            CurrentLiabilities = row.OptionalMoney("currentLiabilities"),
            LongTermLiabilities = row.OptionalMoney("longTermLiabilities"),
            TotalLiabilities = row.OptionalMoney("totalLiabilities"),
            RetainedEarnings = Result(row, "retainedEarnings"),
            Equity = Result(row, "equity"),
            Revenue = row.OptionalMoney("revenue"),
            CostOfSales = Result(row, "costOfSales"),
            GrossProfit = Result(row, "grossProfit"),
            SellingAdmin = Result(row, "sellingAdmin"),
            OperatingProfit = Result(row, "operatingProfit"),
            Depreciation = Result(row, "depreciation"),
            Interest = Result(row, "interest"),
            ProfitBeforeTax = Result(row, "profitBeforeTax"),
            NetProfit = Result(row, "netProfit"),
            OperatingCashFlow = Result(row, "operatingCashFlow"),
        };
        if (row.Ok && statement.FiledOn is { } filed && filed.Year < statement.Year)
            row.Fail("filedOn", "beforeYear");
        return row.Result(statement);
    }

    /// <summary>Results may be losses, and expenses are filed with either sign or reversed.</summary>
    private static decimal? Result(TableRow row, string column) => row.OptionalMoney(column, MoneySign.Any);
}
