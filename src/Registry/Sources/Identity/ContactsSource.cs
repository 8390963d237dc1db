using Registry.Facts;
using Registry.Sources.Tables;

namespace Registry.Sources.Identity;

/// <summary>How entities are reached: CSV <c>bin,phone,email,website,asOf</c>, or items of the procurement portal's subjects.</summary>
public sealed class ContactsSource : TableSource
{
    private const int LongestContact = 300;

    /// <inheritdoc/>
    public override string Id => "contacts";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["bin"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> RequiredInJson => ["bin", "iin"];

    /// <inheritdoc/>
    protected override IReadOnlyList<TableFormat> Formats => [TableFormat.Csv, TableFormat.Json];

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format)
    {
        if (row.IsEmpty("bin") && row.IsEmpty("iin"))
        {
            row.Fail("bin", row.Quote("name_ru"), "noBin");
            return row.Result();
        }
        return row.Result(new Contact
        {
            Source = Id,
            Bin = row.OptionalEntity("bin") ?? row.OptionalPerson("iin") ?? "",
            Phone = row.Text("phone", LongestContact),
            Email = row.Text("email", LongestContact),
            Website = row.Text("website", LongestContact),
            AsOf = row.OptionalDate(format == TableFormat.Json ? "last_update_date" : "asOf"),
        });
    }
}
