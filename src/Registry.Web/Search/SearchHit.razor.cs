using System.Globalization;
using Microsoft.AspNetCore.Components;
using Registry.Indices;
using Registry.Search;
using Registry.Web.Shared;

namespace Registry.Web.Search;

/// <summary>One company found: stops first, the matched part marked, one line of reason, three letters.</summary>
public sealed partial class SearchHit
{
    /// <summary>The three indices in the order of the letters.</summary>
    internal static readonly (string Id, string Name)[] Letters =
    [
        ("taxpayerIntegrity", nameof(IndexId.TaxpayerIntegrity)),
        ("financialStability", nameof(IndexId.FinancialStability)),
        ("paymentDiscipline", nameof(IndexId.PaymentDiscipline)),
    ];

    private EntityNames names = new("", [], null);

    /// <summary>The company.</summary>
    [Parameter, EditorRequired]
    public CompanyHit Hit { get; set; } = null!;

    /// <summary>What was typed.</summary>
    [Parameter]
    public string Asked { get; set; } = "";

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private string? Why => Hit.Matched is { } matched
        ? Reason(matched)
        : Hit.Indices.Count > 0 && Hit.Indices.Values.All(i => i.State is IndexState.FirstYear) ? L["FirstYear"].Value : null;

    /// <inheritdoc/>
    protected override void OnParametersSet() => names = EntityNames.Of(Hit.Bin, Hit.NameRu, Hit.NameKk, Hit.NameEn);

    private string Reason(Matched matched)
    {
        var by = L.Of("Field", matched.Field);
        if (matched.Kind is "exact" or "prefix" || matched.Field is "bin")
            return L["FoundBy", by];
        var part = matched.Marks is [{ Length: >= 2 } first, ..] && first[0] >= 0 && first[0] + first[1] <= matched.Text.Length
            ? matched.Text[first[0]..LastMark(matched)]
            : matched.Text;
        return $"{L["FoundBy", by]}, {L.Of("Kind", matched.Kind)}: «{Asked}» ≈ «{part}»";
    }

    private static int LastMark(Matched matched) => matched.Marks.Max(m => Math.Min(m[0] + m[1], matched.Text.Length));

    /// <summary>Marks of a name, in its short writing.</summary>
    private IReadOnlyList<int[]> MarksOf(string name, string? language) =>
        Hit.Matched is { } matched && string.Equals(matched.Text, name, StringComparison.Ordinal)
            ? EntityNames.Shorten(name, language).Move(matched.Marks)
            : [];

    private bool SaysTheSame(string stop) => string.Equals(stop, Hit.Status.ToString(), StringComparison.OrdinalIgnoreCase);
}
