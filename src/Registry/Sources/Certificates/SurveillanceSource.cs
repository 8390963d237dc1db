using Registry.Certification;
using Registry.Facts;
using Registry.Sources.Tables;

namespace Registry.Sources.Certificates;

/// <summary>
/// Surveillance audits of certificates: <c>number,plannedOn,heldOn,outcome</c>. Planned while <c>heldOn</c> is empty.
/// An outcome is free text; <see cref="AuditOutcome"/> says which words mean that the audit was not passed.
/// </summary>
public sealed class SurveillanceSource : TableSource
{
    /// <inheritdoc/>
    public override string Id => "surveillance";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["number", "plannedOn", "heldOn"];

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format)
    {
        var outcome = row.Text("outcome", 400);
        var audit = new Surveillance
        {
            Source = Id,
            Bin = "",
            Number = row.RequiredText("number", 100),
            PlannedOn = row.Date("plannedOn"),
            HeldOn = row.OptionalDate("heldOn"),
            Outcome = outcome,
            Failed = AuditOutcome.IsFailure(outcome),
        };
        if (row.Ok && audit.HeldOn > row.Options.Today)
            row.Fail("heldOn", "inTheFuture");
        if (row.Ok && outcome is not null && audit.HeldOn is null)
            row.Fail("outcome", "notHeld");
        return row.Result(audit);
    }
}
