namespace Registry.Indices;

/// <summary>
/// An index as it was computed on a day: kept for every change and at least monthly. The latest one stands in lists and search;
/// the full form is recomputed from the facts known that day. Key: <c>Bin, Index, AsOf</c>.
/// </summary>
public sealed record IndexSnapshot
{
    public required string Bin { get; init; }
    public required IndexId Index { get; init; }
    public required DateOnly AsOf { get; init; }
    public required IndexState State { get; init; }
    public double? Value { get; init; }
    public string? Band { get; init; }
    public double? Raw { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }

    /// <summary>Percent.</summary>
    public double Coverage { get; init; }
    public required string Methodology { get; init; }
}

/// <summary>
/// Distribution of one quantity in one peer group on the day of a full scoring run; dated facts, never overwritten.
/// Key: <c>AsOf, Quantity, Group</c>.
/// </summary>
public sealed record PeerTable
{
    public required DateOnly AsOf { get; init; }

    /// <summary>E.g. <c>taxBurden</c>.</summary>
    public required string Quantity { get; init; }

    /// <summary><c>division/region/size</c>, <c>division/size</c>, <c>division</c> or the section letter.</summary>
    public required string Group { get; init; }
    public required int Size { get; init; }
    public required double Median { get; init; }

    /// <summary>Values at the percentiles 1…99, for percentile scores; empty where only the median is used.</summary>
    public double[] Percentiles { get; init; } = [];
}
