using Microsoft.AspNetCore.Components;
using Registry.Access;
using Registry.Certification;
using Registry.Web.Shared;

namespace Registry.Web.Certification;

/// <summary>Labels and applications at the desk; staff propose here, somebody else decides on the page of decisions.</summary>
public sealed partial class LabelsDeskPage(
    DeskReader reader, ApplicationDesk desk, DecisionDesk decisions, DecisionLog decisionLog, NavigationManager navigation)
{
    private IReadOnlyList<DeskLabel> labels = [];
    private IReadOnlyList<DeskApplication> applications = [];
    private IReadOnlyList<DecisionView> log = [];
    private DeskLabel? chosen;
    private bool applying;
    private Guid? proposed;
    private Guid? edited;
    private Guid? returned;
    private string returnReason = "";
    private long version;
    private ApplicationInput? seen;

    /// <summary>The label at the side.</summary>
    [SupplyParameterFromQuery(Name = "number")]
    public string? Number { get; set; }

    private bool MayPropose => Actor.May(Permission.ProposeLabelDecisions);

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => ShowAsync();

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        labels = await reader.LabelsAsync(Actor, CancellationToken.None);
        applications = await reader.ApplicationsAsync(Actor, CancellationToken.None);
        await ShowAsync();
    }

    private async Task ShowAsync()
    {
        chosen = Number is null ? null : labels.FirstOrDefault(l => l.View.Number == Number);
        log = chosen is null ? [] : await decisionLog.ReadAsync(chosen.View.Number, CancellationToken.None);
    }

    private void Choose(string? number)
    {
        Outcome = null;
        navigation.NavigateTo(navigation.GetUriWithQueryParameter("number", number));
    }

    private void Begin() => (applying, edited, seen, Outcome) = (true, null, null, null);

    private void Edit(LabelApplication application) =>
        (applying, edited, version, seen, Outcome) = (true, application.Id, application.Version, ApplicationInput.Of(application), null);

    private void TakeTheirs()
    {
        if (applications.FirstOrDefault(a => a.Application.Id == edited) is { } now)
            Edit(now.Application);
    }

    private void Close() => (applying, Outcome) = (false, null);

    private async Task SaveAsync(ApplicationInput input)
    {
        var isSaved = await DoAsync(() => edited is { } id && seen is not null
            ? desk.EditAsync(Actor, id, version, seen, input, CancellationToken.None)
            : desk.ApplyAsync(Actor, input, CancellationToken.None));
        applying = !isSaved;
    }

    private async Task ProposeAsync(Proposal proposal)
    {
        if (await DoAsync(() => decisions.ProposeAsync(Actor, proposal, CancellationToken.None)))
            proposed = null;
    }

    private async Task ReturnAsync(LabelApplication application)
    {
        if (await DoAsync(() => desk.ReturnAsync(Actor, application.Id, application.Version, returnReason, CancellationToken.None)))
            returned = null;
    }

    private string RowClass(DeskLabel label, int row) => label.View.Number == Number ? "desk-chosen" : "";

    private static string NameOf(LabelView label) => EntityNames.Of(label.Bin, label.NameRu, label.NameKk, label.NameEn).Brief;

    private static string NameOf(DeskApplication item) =>
        EntityNames.Of(item.Application.Bin, item.Company?.NameRu, item.Company?.NameKk, item.Company?.NameEn).Brief;
}
