using Registry.Facts;
using Registry.Sources.Tables;

namespace Registry.Sources.Payments;

/// <summary>Enforcement proceedings, CSV or JSON: <c>number,bin,claimant,amount,openedOn,closedOn</c> (closedOn empty: open).</summary>
public sealed class EnforcementSource : TableSource
{
    /// <inheritdoc/>
    public override string Id => "enforcement";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["number", "bin", "amount", "openedOn", "closedOn"];

    /// <inheritdoc/>
    protected override IReadOnlyList<TableFormat> Formats => [TableFormat.Csv, TableFormat.Json];

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format)
    {
        var enforcement = new Enforcement
        {
            Source = Id,
            Number = row.RequiredCode("number"),
            Bin = row.Entity("bin"),
            Claimant = row.Text("claimant"),
            Amount = row.Money("amount", MoneySign.Positive),
            OpenedOn = row.Date("openedOn"),
            ClosedOn = row.OptionalDate("closedOn"),
        };
        row.InOrder("openedOn", enforcement.OpenedOn, "closedOn", enforcement.ClosedOn);
        return row.Result(enforcement);
    }
}
