using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Registry.Access;
using Registry.Certification;
using Registry.Web.Shared;

namespace Registry.Web.Certification;

/// <summary>Certificates at the desk: queues as numbers, the table, and the record with its next action and history at the side.</summary>
public sealed partial class CertificatesDeskPage(
    DeskReader reader, CertificateDesk desk, DecisionDesk decisions, AttachmentStore attachments, NavigationManager navigation)
{
    private IReadOnlyList<DeskCertificate> all = [];
    private IReadOnlyList<DeskCertificate> shown = [];
    private IReadOnlyList<HistoryLine> history = [];
    private IReadOnlyList<Attachment> files = [];
    private DeskCertificate? chosen;
    private CertificateInput? seen;
    private Work work;

    private enum Work
    {
        Nothing,
        Enter,
        Edit,
        File,
    }

    /// <summary>Only certificates in this queue.</summary>
    [SupplyParameterFromQuery(Name = "queue")]
    public string? Queue { get; set; }

    /// <summary>The certificate at the side.</summary>
    [SupplyParameterFromQuery(Name = "number")]
    public string? Number { get; set; }

    private CertificateQueue? Wanted => Enum.TryParse<CertificateQueue>(Queue, ignoreCase: true, out var queue) && Enum.IsDefined(queue) ? queue : null;

    private bool MayEdit => Actor.May(Permission.EditCertificates);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        shown = [.. all.Where(c => Wanted is not { } queue || c.Queues.Contains(queue))];
        await ShowAsync();
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        all = await reader.CertificatesAsync(Actor, CancellationToken.None);
        shown = [.. all.Where(c => Wanted is not { } queue || c.Queues.Contains(queue))];
        await ShowAsync();
    }

    private async Task ShowAsync()
    {
        chosen = Number is null ? null : all.FirstOrDefault(c => c.Record.Position.Certificate.Number == Number);
        history = chosen is null ? [] : await reader.HistoryAsync(Actor, chosen, CancellationToken.None);
        files = chosen is null ? [] : await attachments.ListAsync(Actor, SubjectOf(chosen), CancellationToken.None);
    }

    private void ShowQueue(CertificateQueue queue) => Go(Wanted == queue ? null : queue.ToString(), Number);

    private void Choose(DeskCertificate? certificate)
    {
        (Outcome, work) = (null, Work.Nothing);
        Go(Queue, certificate?.Record.Position.Certificate.Number);
    }

    private void Go(string? queue, string? number) => navigation.NavigateTo(
        navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal) { ["queue"] = queue, ["number"] = number }));

    private void Open(Work what) => (work, Outcome) = (what, null);

    private void Close() => Open(Work.Nothing);

    private void BeginEdit()
    {
        seen = chosen is null ? null : CertificateInput.Of(chosen.Record.Position.Certificate);
        Open(Work.Edit);
    }

    private void TakeTheirs() => BeginEdit();

    private async Task EnterAsync(CertificateInput input)
    {
        if (await DoAsync(() => desk.EnterAsync(Actor, input, CancellationToken.None)))
        {
            work = Work.Nothing;
            Go(Queue, input.Number);
        }
    }

    private async Task EditAsync(CertificateInput input)
    {
        if (seen is not null && await DoAsync(() => desk.EditAsync(Actor, seen, input, CancellationToken.None)))
            work = Work.Nothing;
    }

    private async Task FileDoneAsync()
    {
        work = Work.Nothing;
        await LoadAsync();
    }

    private Task<bool> ProposeAsync(Proposal proposal) => DoAsync(() => decisions.ProposeAsync(Actor, proposal, CancellationToken.None));

    private Task<bool> RecordAsync(AuditInput input) => DoAsync(() => desk.RecordAuditAsync(Actor, Number ?? "", input, CancellationToken.None));

    private Task<bool> MoveAsync(CertificateMove move) => DoAsync(() => desk.MoveAsync(Actor, Number ?? "", move, null, CancellationToken.None));

    private async Task AttachAsync(IBrowserFile file)
    {
        await using var content = file.OpenReadStream(AttachmentStore.LargestFile + 1);
        await DoAsync(() => chosen is null
            ? Task.FromResult<DeskOutcome>(new DeskOutcome.NotFound())
            : attachments.AddAsync(Actor, SubjectOf(chosen), file.Name, content, CancellationToken.None));
    }

    private string RowClass(DeskCertificate certificate, int row) => certificate.Record.Position.Certificate.Number == Number ? "desk-chosen" : "";

    private string AuditOf(DeskCertificate certificate)
    {
        var position = certificate.Record.Position;
        if (position.SuspensionEndsOn is { } end)
            return L["SixMonthsEnd", Format.Date(end)];
        if (position.Surveillance.DueOn is not { } due)
            return "—";
        var days = due.DayNumber - Clock.Today.DayNumber;
        return days >= 0 ? L["InDays", days] : L["DaysAgo", -days];
    }

    private static string SubjectOf(DeskCertificate certificate) => $"certificate:{certificate.Record.Position.Certificate.Number}";

    private static string NameOf(DeskCertificate certificate)
    {
        var (holder, bin) = (certificate.Record.Holder, certificate.Record.Position.Certificate.Bin);
        return EntityNames.Of(bin, holder?.NameRu, holder?.NameKk, holder?.NameEn).Brief;
    }
}
