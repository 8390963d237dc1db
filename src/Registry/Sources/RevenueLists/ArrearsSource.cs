using Registry.Facts;
using Registry.Sources.Tables;

namespace Registry.Sources.RevenueLists;

/// <summary>
/// Tax debts, in two files that prove different things: the workbook of debtors over 150 MCI (a snapshot, silent about smaller debts,
/// source <c>kgd-arrears-150</c>) and the complete CSV <c>bin,asOf,total,tax,pension,social,health</c>, where no debt stands as 0.
/// </summary>
public sealed class ArrearsSource : Source
{
    private readonly ArrearsTable complete = new();
    private readonly LargeArrearsList large = new();

    /// <inheritdoc/>
    public override string Id => complete.Id;

    /// <inheritdoc/>
    public override SourceReading Open(string path, ReadOptions options) =>
        TableFile.FormatOf(path) == TableFormat.Xlsx ? large.Open(path, options) : complete.Open(path, options);
}

/// <summary>The complete table of tax debts.</summary>
internal sealed class ArrearsTable : TableSource
{
    /// <summary>Tenge by which parts rounded on their own may exceed the sum.</summary>
    private const decimal Rounding = 5;

    /// <inheritdoc/>
    public override string Id => "kgd-arrears";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["bin", "asOf", "total"];

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format)
    {
        var arrears = new TaxArrears
        {
            Source = Id,
            Bin = row.Entity("bin"),
            AsOf = row.Date("asOf"),
            Total = row.Money("total"),
            Tax = row.OptionalMoney("tax"),
            Pension = row.OptionalMoney("pension"),
            Social = row.OptionalMoney("social"),
            Health = row.OptionalMoney("health"),
        };
        var parts = (arrears.Tax ?? 0) + (arrears.Pension ?? 0) + (arrears.Social ?? 0) + (arrears.Health ?? 0);
        if (row.Ok && parts > arrears.Total + Rounding)
            row.Fail("total", "lessThanItsParts");
        return row.Result(arrears);
    }
}
