using Registry.Facts;
using Registry.Sources.Tables;

namespace Registry.Sources.Procurement;

/// <summary>
/// Bad-faith suppliers of the public procurement portal (<c>/v3/rnu</c>), a snapshot. Its items name no first day; what they
/// name is the day of indexing (<c>index_date</c>), on which the supplier demonstrably stood there.
/// </summary>
public sealed class RnuSource : TableSource
{
    /// <inheritdoc/>
    public override string Id => "goszakup-rnu";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["supplier_biin"];

    /// <inheritdoc/>
    protected override IReadOnlyList<TableFormat> Formats => [TableFormat.Json];

    /// <inheritdoc/>
    protected override bool IsSnapshot => true;

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format)
    {
        if (row.IsEmpty("supplier_biin"))
        {
            // A foreign supplier has only its own country's number.
            row.Fail("supplier_biin", row.Quote("supplier_name_ru"), "noBin");
            return row.Result();
        }
        var since = row.OptionalDate("start_date") ?? row.OptionalDate("index_date");
        var entry = new ListEntry
        {
            Source = Id,
            Bin = row.Entity("supplier_biin"),
            Entry = row.Code("id") ?? "",
            Name = row.Text("supplier_name_ru") ?? row.Text("supplier_name_kz"),
            Since = since ?? row.Options.Today,
            Until = row.OptionalDate("end_date"),
        };
        row.InOrder("start_date", row.OptionalDate("start_date"), "end_date", entry.Until);
        return row.Result(entry);
    }
}

/// <summary>Samruk-Kazyna's unreliable suppliers, a snapshot: items of <c>suppliers-bad</c>, or CSV <c>bin,name,reason,from,to</c>.</summary>
public sealed class SamrukUnreliableSource : TableSource
{
    /// <inheritdoc/>
    public override string Id => "samruk-unreliable";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["bin", "from", "to"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> RequiredInJson => ["bin_iin"];

    /// <inheritdoc/>
    protected override IReadOnlyList<TableFormat> Formats => [TableFormat.Json, TableFormat.Csv];

    /// <inheritdoc/>
    protected override bool IsSnapshot => true;

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format)
    {
        var (bin, name, from, to) = format == TableFormat.Json
            ? ("bin_iin", "name_ru", "begin_date", "end_date")
            : ("bin", "name", "from", "to");
        if (row.IsEmpty(bin))
        {
            row.Fail(bin, row.Quote(name), "noBin");
            return row.Result();
        }
        var since = row.OptionalDate(from) ?? row.OptionalDate("bad_supplier_date");
        var entry = new ListEntry
        {
            Source = Id,
            Bin = row.Entity(bin),
            Entry = format == TableFormat.Json ? row.Code("id") ?? "" : "",
            Name = row.Text(name) ?? row.Text("name_kk"),
            Document = row.Text(format == TableFormat.Json ? "reason_name_ru" : "reason"),
            Since = since ?? row.Options.Today,
            Until = row.OptionalDate(to),
        };
        row.InOrder(from, since, to, entry.Until);
        return row.Result(entry);
    }
}
