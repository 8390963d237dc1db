namespace Registry.Indices;

/// <summary>PAYDEX: amount-weighted days beyond terms as points 0-100 by the published table (methodology §4).</summary>
public static class Paydex
{
    /// <summary>Points for days beyond terms (negative: before).</summary>
    public static double Of(double days, Methodology methodology)
    {
        var line = methodology.Paydex;
        if (days <= line[0][0])
            return line[0][1];
        for (var i = 1; i < line.Count; i++)
        {
            if (days <= line[i][0])
                return Between(days, line[i - 1][0], line[i][0], line[i - 1][1], line[i][1]);
        }
        return line[^1][1];
    }

    /// <summary>Days at which the table gives <paramref name="points"/>.</summary>
    public static double DaysAt(double points, Methodology methodology)
    {
        var line = methodology.Paydex;
        for (var i = 1; i < line.Count; i++)
        {
            if (points >= line[i][1])
                return points >= line[0][1] ? line[0][0] : Between(points, line[i - 1][1], line[i][1], line[i - 1][0], line[i][0]);
        }
        return line[^1][0];
    }

    private static double Between(double at, double from, double to, double low, double high) =>
        low + ((high - low) * ((at - from) / (to - from)));
}
