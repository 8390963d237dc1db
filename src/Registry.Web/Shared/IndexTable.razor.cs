using Microsoft.AspNetCore.Components;
using Registry.Companies;
using Registry.Indices;

namespace Registry.Web.Shared;

/// <summary>How an index was computed: caps first, every factor with state, value, reference,
/// contribution and source, what would change it, the calculation, the owners' own indices, the history.</summary>
public sealed partial class IndexTable
{
    private double most;

    /// <summary>The index.</summary>
    [Parameter, EditorRequired]
    public IndexResult Result { get; set; } = null!;

    /// <summary>Id of the section, for links to it.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>Its history; points of other indices are ignored.</summary>
    [Parameter]
    public IReadOnlyList<HistoryPoint> History { get; set; } = [];

    /// <summary>More of the same subject, below the table.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string Title => Result.Value is { } value
        ? T["IndexTitle", T.Of("Index", Result.Id.ToString()), Format.Fixed(value, 1)]
        : $"{T.Of("Index", Result.Id.ToString())}: {T.Of("IndexState", Result.State.ToString())}";

    private IEnumerable<Factor> Weighed => Result.Factors.Where(f => f.Weight > 0);

    private IReadOnlyList<Factor> Beside => [.. Result.Factors.Where(f => f.Weight <= 0)];

    private string SumText => Result switch
    {
        { State: not IndexState.Rated } => T.Of("Why", Result.State.ToString()),
        { Raw: { } raw, CapAdjustment: { } cut, Value: { } value } when Math.Abs(cut) > 0 =>
            T["SumWithCap", Format.Fixed(raw, 1), Format.Change(cut), Format.Fixed(value, 1)],
        { Raw: { } raw } => T["SumOfContributions", Format.Fixed(raw, 1)],
        _ => T["OnlyCap"],
    };

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        most = Result.Factors.Count == 0 ? 0 : Result.Factors.Max(f => f.Weight);
    }

    private IReadOnlyList<HistoryPoint> OwnHistory => [.. History.Where(p => p.Index == Result.Id)];

    /// <summary>The lowest cap acts, and only where it lies under the sum.</summary>
    private bool IsActive(Cap cap) => cap == Result.Caps.MinBy(c => c.Value) && (Result.CapAdjustment is < 0 || Result.Raw is null);

    /// <summary>A factor that was checked without showing its value says nothing here: its remark does.</summary>
    private string NoValue(Factor factor) => factor.State switch
    {
        FactorState.NotChecked or FactorState.NotApplicable => T["NoFigure"],
        _ => factor.Note is null ? T["NoFigureShown"] : "",
    };
}
