using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Registry.Certification;
using Registry.Web.Shared;

namespace Registry.Web.Certification;

/// <summary>One certificate at the side of the desk: state, next action, the label that follows from it, history, files.</summary>
public sealed partial class CertificatePanel
{
    private DecisionKind? asked;
    private bool recording;
    private string name = "";
    private string? shownNumber;

    [Parameter, EditorRequired]
    public DeskCertificate Certificate { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyList<HistoryLine> History { get; set; } = [];

    [Parameter, EditorRequired]
    public IReadOnlyList<Attachment> Files { get; set; } = [];

    [Parameter]
    public bool MayEdit { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    [Parameter]
    public DateOnly Today { get; set; }

    [Parameter]
    public EventCallback<Proposal> Propose { get; set; }

    [Parameter]
    public EventCallback<AuditInput> Record { get; set; }

    [Parameter]
    public EventCallback<CertificateMove> Move { get; set; }

    [Parameter]
    public EventCallback Edit { get; set; }

    [Parameter]
    public EventCallback<IBrowserFile> Attach { get; set; }

    private CertificatePosition Position => Certificate.Record.Position;

    /// <summary>What the source says otherwise, of the certificate and of its audits, in words.</summary>
    private IReadOnlyList<(string Field, string Here, string Source)> Differences =>
    [
        .. Certificate.Differences.Select(d => (L.Of("Field", d.Field), WordsOf(d.Field, d.Here), WordsOf(d.Field, d.Source))),
        .. Certificate.AuditDifferences.Select(d => ($"{L["Audit"]} {Format.Date(d.PlannedOn)}", d.Difference.Here, d.Difference.Source)),
    ];

    /// <summary>A derived state says which condition made it and how it comes back.</summary>
    private string? LabelText
    {
        get
        {
            if (Certificate.Label is not { Label: { } label } position)
                return null;
            if (position.State is LabelState.Valid)
                return L["LabelFine", label.Number];
            var state = T.Of("LabelState", position.State.ToString()).ToLower(System.Globalization.CultureInfo.CurrentUICulture);
            var reasons = string.Join(", ", position.Reasons.Select(T.Says));
            return L[position.State is LabelState.Suspended ? "LabelByItself" : "LabelDecided", label.Number, state, reasons];
        }
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        var (holder, bin) = (Certificate.Record.Holder, Position.Certificate.Bin);
        name = EntityNames.Of(bin, holder?.NameRu, holder?.NameKk, holder?.NameEn).Main;
        if (shownNumber != Position.Certificate.Number)
            (asked, recording, shownNumber) = (null, false, Position.Certificate.Number);
    }

    private string WordsOf(string field, string text) => field == nameof(Registry.Facts.Certificate.State) ? T.Of("CertificateState", text) : text;

    private async Task ProposeAsync(Proposal proposal)
    {
        await Propose.InvokeAsync(proposal);
        if (Certificate.Open is not null)
            asked = null;
    }

    private async Task RecordAsync(AuditInput input)
    {
        await Record.InvokeAsync(input);
        recording = false;
    }

    private string DetailOf(string what, string detail) => what switch
    {
        "entered" or "state" => T.Of("CertificateState", detail),
        "accreditation" => T.Of("Accreditation", detail),
        "auditHeld" or "auditFailed" => L.Find($"Audit{(detail == AuditOutcome.Failed ? "FailedWord" : detail)}") ?? detail,
        _ => detail,
    };
}
