namespace Registry.Indices;

/// <summary>Turns results into snapshots and tells which are worth keeping.</summary>
internal static class Snapshots
{
    public static IndexSnapshot Of(string bin, IndexResult result) => new()
    {
        Bin = bin,
        Index = result.Id,
        AsOf = result.AsOf,
        State = result.State,
        Value = result.Value,
        Band = result.Band,
        Raw = result.Raw,
        Low = result.Range?.Low,
        High = result.Range?.High,
        Coverage = result.Coverage,
        Methodology = result.Methodology,
    };

    /// <summary>The first of a month, and every one that differs from the last.</summary>
    public static bool IsNews(IndexSnapshot now, IndexSnapshot? last) =>
        last is null
        || last with { AsOf = now.AsOf } != now
        || last.AsOf.Month != now.AsOf.Month
        || last.AsOf.Year != now.AsOf.Year;
}
