using Registry.Indices;

namespace Registry.DueDiligence;

/// <summary>An index as a check: band E is a strong sign, band D a risk. A single factor is never a check.</summary>
internal static class IndexChecks
{
    public static void Run(IndexId index, CheckInput input, CheckItems items)
    {
        var id = Quantities.Of(index);
        var result = input.Indices.First(i => i.Id == index);
        var source = Source(result);
        switch (result.State)
        {
            case IndexState.NotApplicable:
                items.NotApplicable(id, source, "notForThisKind");
                break;
            case IndexState.FirstYear:
                items.NotApplicable(id, source, "firstYear");
                break;
            case IndexState.InsufficientData:
                items.NotChecked(id, source, "insufficientData");
                break;
            default:
                Rated(id, result, source, items);
                break;
        }
    }

    private static void Rated(string id, IndexResult result, string source, CheckItems items)
    {
        var arguments = new[]
        {
            ("value", result.Value is { } value ? CheckItems.Text(value) : null),
            ("band", result.Band),
            ("coverage", CheckItems.Text(result.Coverage)),
        };
        if (result.Band is "D" or "E")
            items.Risk(id, result.Band == "E" ? Weight.Strong : Weight.Plain, source, result.AsOf, null, arguments);
        else
            items.Fine(id, source, result.AsOf, null, arguments);
    }

    /// <summary>Source of the heaviest factor: an index comes from several.</summary>
    private static string Source(IndexResult result) => result.Factors.MaxBy(f => f.Weight)?.Source ?? "";
}
