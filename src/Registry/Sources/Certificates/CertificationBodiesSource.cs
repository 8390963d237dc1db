using Registry.Certification;
using Registry.Facts;
using Registry.Sources.Tables;

namespace Registry.Sources.Certificates;

/// <summary>
/// Accredited certification bodies, a snapshot: <c>bin,accreditation,name,state,validUntil</c>. The state is Active, Suspended or Withdrawn,
/// or the Russian word of the accreditation centre's list.
/// </summary>
public sealed class CertificationBodiesSource : TableSource
{
    private static readonly Dictionary<string, AccreditationState> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Active"] = AccreditationState.Active,
        ["InForce"] = AccreditationState.Active,
        ["Valid"] = AccreditationState.Active,
        ["Действует"] = AccreditationState.Active,
        ["Действующий"] = AccreditationState.Active,
        ["Suspended"] = AccreditationState.Suspended,
        ["Приостановлен"] = AccreditationState.Suspended,
        ["Приостановлена"] = AccreditationState.Suspended,
        ["Withdrawn"] = AccreditationState.Withdrawn,
        ["Revoked"] = AccreditationState.Withdrawn,
        ["Отозван"] = AccreditationState.Withdrawn,
        ["Отозвана"] = AccreditationState.Withdrawn,
        ["Прекращена"] = AccreditationState.Withdrawn,
    };

    /// <inheritdoc/>
    public override string Id => "certification-bodies";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["bin", "accreditation", "state"];

    /// <inheritdoc/>
    protected override bool IsSnapshot => true;

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format)
    {
        var written = row.RequiredText("state", 64);
        if (!Words.TryGetValue(written, out var state) && written.Length > 0)
            row.Fail("state", "notOneOf");
        if (row.IsEmpty("bin"))
            row.Fail("bin", "noBin");
        return row.Result(new CertificationBody
        {
            Source = Id,
            Bin = row.OptionalBin("bin") ?? "",
            Accreditation = row.RequiredText("accreditation", 100),
            Name = row.Text("name"),
            State = state,
            ValidUntil = row.OptionalDate("validUntil"),
        });
    }
}
