using Microsoft.AspNetCore.Components;
using Registry.Companies;
using Registry.Indices;

namespace Registry.Web.Shared;

/// <summary>
/// One index, the same everywhere: number, letter, trend, scale with the range it may lie in, reasons, how much was checked.
/// </summary>
public sealed partial class IndexPanel
{
    private IReadOnlyList<Factor> reasons = [];

    /// <summary>The index.</summary>
    [Parameter, EditorRequired]
    public IndexResult Result { get; set; } = null!;

    /// <summary>Its history; points of other indices are ignored.</summary>
    [Parameter]
    public IReadOnlyList<HistoryPoint> History { get; set; } = [];

    /// <summary>Where the calculation is shown.</summary>
    [Parameter]
    public string? HowHref { get; set; }

    private string Key => "index-" + Result.Id.ToString().ToLowerInvariant();

    private IEnumerable<Cap> ActiveCaps => Result.Caps.OrderBy(c => c.Value).Take(1);

    private IReadOnlyList<PreliminaryIndex> Preliminary => [.. Result.Preliminary.Where(p => p.Value is not null)];

    private string WhyNone => Result.State is IndexState.InsufficientData
        ? T["WhyInsufficientData", Format.Percent(Result.Coverage, 0)]
        : T.Of("Why", Result.State.ToString());

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        reasons = Reasons.Of(Result);
        History = [.. History.Where(p => p.Index == Result.Id)];
    }

    private static (string Whole, string Part) Split(double value)
    {
        var text = Format.Fixed(value, 1);
        return (text[..^2], text[^2..]);
    }
}
