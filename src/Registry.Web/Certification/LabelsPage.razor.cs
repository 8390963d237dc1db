using Microsoft.AspNetCore.Components;
using Registry.Certification;

namespace Registry.Web.Certification;

/// <summary>Every label ever granted, with the state that holds today.</summary>
public sealed partial class LabelsPage(LabelReader labels)
{
    private IReadOnlyList<LabelView> all = [];
    private IReadOnlyList<LabelView> shown = [];

    /// <summary>Only labels in this state.</summary>
    [SupplyParameterFromQuery(Name = "state")]
    public string? State { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private LabelState? Wanted => Enum.TryParse<LabelState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        all = await labels.AllAsync(Http?.RequestAborted ?? CancellationToken.None);
        shown = [.. all.Where(l => Wanted is null || l.State == Wanted)];
    }
}
