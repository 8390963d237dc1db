using Registry.Companies;

namespace Registry.Web.Shared;

/// <summary>A point of the trend line in the drawing's units.</summary>
public sealed record TrendPoint(double X, double Y);

/// <summary>
/// The trend line of an index over 24 months: geometry and change. A pure function of the history.
/// </summary>
/// <param name="Segments">Unbroken lines; the line breaks where the index was not rated.</param>
/// <param name="Last">The newest rated point, or null.</param>
/// <param name="Change">Newest rated value minus the one it is compared with, or null.</param>
/// <param name="Since">Day of the value compared with: a year before the newest, or the oldest there is.</param>
public sealed record Trend(IReadOnlyList<IReadOnlyList<TrendPoint>> Segments, TrendPoint? Last, double? Change, DateOnly? Since, bool IsYear)
{
    public const double Width = 128;
    public const double Height = 36;
    private const double Edge = 4;
    private const int Months = 24;

    /// <summary>A flat index must look flat: the drawing never spans fewer points than this.</summary>
    private const double LeastSpan = 20;

    /// <summary>A snapshot this many days off still counts as the one of a year ago: they are kept at least monthly.</summary>
    private const int MonthSlack = 31;

    /// <summary>No line: less than two rated points.</summary>
    public static Trend None { get; } = new([], null, null, null, false);

    /// <summary>Draws the history of one index up to <paramref name="today"/>.</summary>
    public static Trend Of(IEnumerable<HistoryPoint> history, DateOnly today)
    {
        var from = today.AddMonths(-Months);
        var points = history.Where(p => p.AsOf >= from && p.AsOf <= today).OrderBy(p => p.AsOf).ToList();
        var rated = points.Where(p => p.Value is not null).ToList();
        if (rated.Count < 2)
            return None;
        var low = rated.Min(p => p.Value ?? 0);
        var high = rated.Max(p => p.Value ?? 0);
        var pad = Math.Max(0, LeastSpan - (high - low)) / 2;
        var days = Math.Max(1, today.DayNumber - from.DayNumber);
        TrendPoint Place(HistoryPoint p) => new(
            Edge + ((Width - (2 * Edge)) * (p.AsOf.DayNumber - from.DayNumber) / days),
            Edge + ((Height - (2 * Edge)) * (high + pad - (p.Value ?? 0)) / (high - low + (2 * pad))));
        var newest = rated[^1];
        var yearAgo = newest.AsOf.AddYears(-1);
        var nearYear = rated.Where(p => Math.Abs(p.AsOf.DayNumber - yearAgo.DayNumber) <= MonthSlack).MinBy(p => Math.Abs(p.AsOf.DayNumber - yearAgo.DayNumber));
        var before = nearYear ?? rated[0];
        return new Trend(Split(points, Place), Place(newest), newest.Value - before.Value, before.AsOf, nearYear is not null);
    }

    private static List<IReadOnlyList<TrendPoint>> Split(List<HistoryPoint> points, Func<HistoryPoint, TrendPoint> place)
    {
        var segments = new List<IReadOnlyList<TrendPoint>>();
        var current = new List<TrendPoint>();
        foreach (var point in points)
        {
            if (point.Value is not null)
            {
                current.Add(place(point));
                continue;
            }
            if (current.Count > 0)
                segments.Add(current);
            current = [];
        }
        if (current.Count > 0)
            segments.Add(current);
        return segments;
    }
}
