using Registry.Certification;
using Registry.Facts;
using Registry.Sources.Tables;

namespace Registry.Sources.Certificates;

/// <summary>
/// Reviews and revocations of labels decided before the register kept them: <c>number,bin,decision,kind,decidedOn,deadline,reason</c>.
/// Only what takes validity away may be taken over; lifting a review and renewing take two people in the register itself.
/// </summary>
public sealed class LabelDecisionsSource : TableSource
{
    /// <inheritdoc/>
    public override string Id => "label-decisions";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["number", "bin", "decision", "kind", "decidedOn", "reason"];

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format)
    {
        var decision = new LabelEvent
        {
            Source = Id,
            Number = LabelNumber.Canonical(row.RequiredText("number", 40)),
            Bin = row.Entity("bin"),
            Entry = row.RequiredText("decision", 40),
            Kind = row.OneOf<LabelEventKind>("kind"),
            DecidedOn = row.Date("decidedOn"),
            Date = row.OptionalDate("deadline"),
            Reason = row.RequiredText("reason", 2000),
        };
        if (row.Ok && decision.Kind is not (LabelEventKind.Freeze or LabelEventKind.Revoke))
            row.Fail("kind", "notOneOf");
        if (row.Ok && decision is { Kind: LabelEventKind.Freeze, Date: null })
            row.Fail("deadline", "required");
        row.InOrder("decidedOn", decision.DecidedOn, "deadline", decision.Date);
        return row.Result(decision);
    }
}
