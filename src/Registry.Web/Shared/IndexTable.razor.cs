using Microsoft.AspNetCore.Components;
using Registry.Indices;

namespace Registry.Web.Shared;

/// <summary>How an index was computed: every factor with state, value, reference, contribution, source; what would change it.</summary>
public sealed partial class IndexTable
{
    private double most;

    /// <summary>The index.</summary>
    [Parameter, EditorRequired]
    public IndexResult Result { get; set; } = null!;

    /// <summary>Id of the section, for links to it.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

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

    private Factor? FactorOf(string id) => Result.Factors.FirstOrDefault(f => string.Equals(f.Id, id, StringComparison.Ordinal));

    private double? Now(WhatWouldChange change) => FactorOf(change.Factor)?.Value;

    /// <summary>A change speaks of a factor or of a cap.</summary>
    private string NameOf(WhatWouldChange change) => T.Of(FactorOf(change.Factor) is null ? "Cap" : "Factor", change.Factor);

    /// <summary>A factor that was checked without showing its value says nothing here: its remark does.</summary>
    private string NoValue(Factor factor) => factor.State switch
    {
        FactorState.NotChecked or FactorState.NotApplicable => T["NoFigure"],
        _ => factor.Note is null ? T["NoFigureShown"] : "",
    };
}
