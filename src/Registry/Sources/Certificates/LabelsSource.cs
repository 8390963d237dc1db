using Registry.Certification;
using Registry.Facts;
using Registry.Sources.Tables;

namespace Registry.Sources.Certificates;

/// <summary>
/// Clear wave labels taken over: <c>number,bin,certificate,grantedOn,until,products</c>; products apart by semicolon, bar or line.
/// No state is read, it is derived. A number keeps the spelling under which it was given out; who held a label had signed its obligations.
/// </summary>
public sealed class LabelsSource : TableSource
{
    private const int LongestNumber = 40;
    private const int MostProducts = 500;
    private static readonly char[] Separators = [';', '|', '\n', '\r'];

    /// <inheritdoc/>
    public override string Id => "labels";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["number", "bin", "certificate", "grantedOn"];

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format)
    {
        var number = LabelNumber.Canonical(row.RequiredText("number", LongestNumber));
        if (number.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.' or '_')))
            row.Fail("number", "notANumber");
        var products = (row.Text("products", 10_000) ?? "")
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (products.Length > MostProducts)
            row.Fail("products", "tooMany");
        var granted = row.Date("grantedOn");
        var until = row.OptionalDate("until");
        row.InOrder("grantedOn", granted, "until", until);
        if (!row.Ok)
            return row.Result();
        return row.Result(new Label
        {
            Source = Id,
            Number = number,
            Bin = row.Entity("bin"),
            Certificate = row.RequiredText("certificate", 100),
            GrantedOn = granted,
            ValidUntil = until ?? LabelPosition.TermFrom(granted, DateOnly.MaxValue),
            ObligationsSignedOn = granted,
            Products = string.Join('\n', products),
        });
    }
}
