using Registry.Companies;

namespace Registry.Web.Shared;

/// <summary>
/// An index over its history on the full scale 0-100, in percent of the drawing; the line breaks where it was not rated.
/// </summary>
/// <param name="Last">The newest rated point, or null where there are fewer than two.</param>
public sealed record IndexCurve(
    IReadOnlyList<IReadOnlyList<TrendPoint>> Segments, TrendPoint? Last, DateOnly From, double Lowest, double Highest, double Newest)
{
    private const int Months = 24;

    /// <summary>Room at both sides, so that the first and the newest point are seen whole.</summary>
    private const double Edge = 1;

    /// <summary>No line.</summary>
    public static IndexCurve None { get; } = new([], null, default, 0, 0, 0);

    /// <summary>Where the index was not rated: from the end of one line to the beginning of the next.</summary>
    public IEnumerable<(TrendPoint From, TrendPoint To)> Gaps => Segments.Zip(Segments.Skip(1), (before, after) => (before[^1], after[0]));

    /// <summary>Draws the history of one index up to <paramref name="today"/>.</summary>
    public static IndexCurve Of(IEnumerable<HistoryPoint> history, DateOnly today)
    {
        var from = today.AddMonths(-Months);
        var points = history.Where(p => p.AsOf >= from && p.AsOf <= today).OrderBy(p => p.AsOf).ToList();
        var values = points.Where(p => p.Value is not null).Select(p => p.Value ?? 0).ToList();
        if (values.Count < 2)
            return None;
        var first = points[0].AsOf;
        var days = Math.Max(1, today.DayNumber - first.DayNumber);
        var segments = new List<IReadOnlyList<TrendPoint>>();
        var current = new List<TrendPoint>();
        foreach (var point in points)
        {
            if (point.Value is { } value)
                current.Add(new TrendPoint(Edge + ((100 - (2 * Edge)) * (point.AsOf.DayNumber - first.DayNumber) / days), 100 - value));
            else if (current.Count > 0)
                (segments, current) = ([.. segments, current], []);
        }
        if (current.Count > 0)
            segments.Add(current);
        return new IndexCurve(segments, segments[^1][^1], first, values.Min(), values.Max(), values[^1]);
    }
}
