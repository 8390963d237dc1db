using System.Runtime.InteropServices;
using Registry.Indices.Evidence;

namespace Registry.Web.Methodology;

/// <summary>One bar of a chart of failure rates, in the chart's units.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RateBar(string Group, double Left, double Width, double Top, double IntervalTop, double IntervalBottom)
{
    /// <summary>Middle of the bar.</summary>
    public double Middle => Left + (Width / 2);
}

/// <summary>Failure rates laid out as bars from a common base; the tallest interval reaches the top.</summary>
/// <param name="Highest">The largest rate, percent.</param>
public sealed record RateChart(IReadOnlyList<RateBar> Bars, double Highest)
{
    public const int Width = 600;
    public const int Height = 160;

    /// <summary>Where the bars stand, from above.</summary>
    public const int Base = 138;
    private const double BarShare = 0.62;
    private const double Margin = 6;

    /// <summary>Lays the rates out; groups without anybody have no bar.</summary>
    public static RateChart Of(IReadOnlyList<FailureRate> rates)
    {
        var top = rates.Select(r => r.RateHigh ?? 0).DefaultIfEmpty(0).Max();
        if (top <= 0)
            return new RateChart([], 0);
        var (slot, scale) = ((double)Width / rates.Count, (Base - Margin) / top);
        var bars = new List<RateBar>(rates.Count);
        for (var i = 0; i < rates.Count; i++)
        {
            if (rates[i] is { Rate: { } rate, RateLow: { } low, RateHigh: { } high })
            {
                bars.Add(new RateBar(
                    rates[i].Group, (i * slot) + (slot * (1 - BarShare) / 2), slot * BarShare,
                    Base - (rate * scale), Base - (high * scale), Base - (low * scale)));
            }
        }
        return new RateChart(bars, rates.Max(r => r.Rate ?? 0));
    }
}
