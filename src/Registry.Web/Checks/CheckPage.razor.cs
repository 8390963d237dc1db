using Microsoft.AspNetCore.Components;
using Registry.DueDiligence;
using Registry.Web.Setup;
using Registry.Web.Shared;

namespace Registry.Web.Checks;

/// <summary>A due diligence report as it was made; whoever has its address may read it.</summary>
public sealed partial class CheckPage(CheckReader checks)
{
    private CheckReport? report;
    private EntityNames names = new("", [], null);
    private IReadOnlyList<IGrouping<string, CheckItem>> sections = [];

    /// <summary>Id of the report.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private IReadOnlyList<CheckItem> Unchecked => Items(CheckState.NotChecked);

    /// <summary>What the verdict rests on: stops, then strong signs, then other risks.</summary>
    private IReadOnlyList<CheckItem> Grounds =>
        [.. Items(CheckState.Risk).OrderBy(i => i.IsStop ? 0 : i.IsStrong ? 1 : 2).Take(MostGrounds)];

    private int Stops => Items(CheckState.Risk).Count(i => i.IsStop);

    private const int MostGrounds = 4;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        report = await checks.FindAsync(Id, Http?.RequestAborted ?? CancellationToken.None);
        if (report is not null)
        {
            names = EntityNames.Of(report.Bin, report.NameRu, report.NameKk, report.NameEn);
            sections = [.. report.Items.GroupBy(i => i.Section, StringComparer.Ordinal)];
        }
        else
        {
            Http.AnswerWith(StatusCodes.Status404NotFound);
        }
    }

    private int Count(CheckState state) => Items(state).Count;

    private IReadOnlyList<CheckItem> Items(CheckState state) => [.. report?.Items.Where(i => i.State == state) ?? []];
}
