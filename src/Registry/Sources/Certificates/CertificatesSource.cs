using Registry.Certification;
using Registry.Facts;
using Registry.Sources.Tables;

namespace Registry.Sources.Certificates;

/// <summary>
/// Certificates of anti-corruption management systems:
/// <c>number,standard,bin,scope,bodyBin,accreditation,issuedOn,expiresOn,state</c>.
/// </summary>
public sealed class CertificatesSource : TableSource
{
    /// <inheritdoc/>
    public override string Id => "certificates";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["number", "standard", "bin", "issuedOn", "expiresOn", "state"];

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format)
    {
        var written = row.RequiredText("standard");
        var standard = StandardOf(written);
        if (standard is null && written.Length > 0)
            row.Fail("standard", "notOneOf");
        var certificate = new Certificate
        {
            Source = Id,
            Number = row.RequiredText("number", 100),
            Standard = standard ?? "",
            Bin = row.Entity("bin"),
            Scope = row.Text("scope", 4000),
            BodyBin = row.OptionalBin("bodyBin"),
            Accreditation = row.Text("accreditation", 100),
            IssuedOn = row.Date("issuedOn"),
            ExpiresOn = row.Date("expiresOn"),
            State = row.OneOf<CertificateState>("state"),
        };
        row.InOrder("issuedOn", certificate.IssuedOn, "expiresOn", certificate.ExpiresOn);
        return row.Result(certificate);
    }

    /// <summary>
    /// The three standards, however they are spelled (<c>СТ РК ISO 37001-2017</c> adopts the edition of 2016);
    /// null for any other: a certificate of quality says nothing about bribery.
    /// </summary>
    private static string? StandardOf(string written)
    {
        if (written.Contains("3049", StringComparison.Ordinal))
            return "ST RK 3049";
        if (!written.Contains("37001", StringComparison.Ordinal))
            return null;
        return written.Contains("2025", StringComparison.Ordinal) ? "ISO 37001:2025" : "ISO 37001:2016";
    }
}
