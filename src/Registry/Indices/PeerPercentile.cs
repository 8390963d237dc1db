namespace Registry.Indices;

/// <summary>Where a value stands among its peers.</summary>
internal static class PeerPercentile
{
    public const int Steps = 99;

    /// <summary>Share 0..1 of peers below the value, by the table of percentiles 1…99; equal values get the middle of their places.</summary>
    public static double Of(double value, double[] percentiles)
    {
        var below = FirstNotBelow(percentiles, value);
        var through = below;
        while (through < percentiles.Length && percentiles[through] == value)
            through++;
        if (through > below)
            return (below + 1 + through) / 2.0 / (Steps + 1);
        if (below == 0)
            return 0;
        if (below == percentiles.Length)
            return 1;
        var (left, right) = (percentiles[below - 1], percentiles[below]);
        return (below + ((value - left) / (right - left))) / (Steps + 1);
    }

    /// <summary>Place in the table of percentiles of a share 0..1.</summary>
    public static int PlaceOf(double share) => Math.Clamp((int)Math.Round(share * (Steps + 1)), 1, Steps) - 1;

    /// <summary>Value at a share 0..1 of sorted values, linear between neighbours.</summary>
    public static double At(double share, List<double> sorted)
    {
        var place = share * (sorted.Count - 1);
        var left = (int)place;
        return left + 1 < sorted.Count ? sorted[left] + ((sorted[left + 1] - sorted[left]) * (place - left)) : sorted[^1];
    }

    private static int FirstNotBelow(double[] sorted, double value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
