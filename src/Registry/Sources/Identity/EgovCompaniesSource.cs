using Registry.Companies;
using Registry.Facts;
using Registry.Sources.Tables;

namespace Registry.Sources.Identity;

/// <summary>
/// The Ministry of Justice's register on data.egov.kz (<c>gbd_ul</c>). Companies that never re-registered have no BIN there;
/// their rows are reported. Its OKED is a text without a code.
/// </summary>
public sealed class EgovCompaniesSource : TableSource
{
    private const int LongestAddress = 2000;

    /// <summary>Parts of the register's words for a status; the first that occurs counts.</summary>
    private static readonly (string Word, CompanyStatus Status)[] Words =
    [
        ("банкрот", CompanyStatus.Bankrupt),
        ("реабилит", CompanyStatus.Rehabilitation),
        ("процессе ликвид", CompanyStatus.Liquidating),
        ("стадии ликвид", CompanyStatus.Liquidating),
        ("ликвидир", CompanyStatus.Liquidated),
        ("снят", CompanyStatus.Liquidated),
        ("прекра", CompanyStatus.Liquidated),
        ("реорганиз", CompanyStatus.Reorganising),
        ("приостанов", CompanyStatus.Suspended),
        ("действу", CompanyStatus.Active),
        ("актив", CompanyStatus.Active),
        ("регистр", CompanyStatus.Registered),
    ];

    /// <inheritdoc/>
    public override string Id => "egov-companies";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["bin", "nameru"];

    /// <inheritdoc/>
    protected override IReadOnlyList<TableFormat> Formats => [TableFormat.Json];

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format)
    {
        if (row.IsEmpty("bin"))
        {
            row.Fail("bin", row.Quote("nameru"), "noBin");
            return row.Result();
        }
        return row.Result(new Registration
        {
            Source = Id,
            Bin = row.Entity("bin"),
            NameRu = row.Text("nameru"),
            NameKk = row.Text("namekz"),
            RegisteredOn = row.OptionalDate("datereg"),
            ActivityRu = row.Text("okedru"),
            ActivityKk = row.Text("okedkz"),
            AddressRu = row.Text("addressru", LongestAddress),
            AddressKk = row.Text("addresskz", LongestAddress),
            Head = row.Text("director"),
            Status = StatusOf(row.Text("statusru")),
        });
    }

    /// <summary>Null where the words are none we know: the register then says nothing about the status.</summary>
    private static CompanyStatus? StatusOf(string? text)
    {
        foreach (var (word, status) in Words)
        {
            if (text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true)
                return status;
        }
        return null;
    }
}
