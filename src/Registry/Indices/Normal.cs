namespace Registry.Indices;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    private const double SeriesLimit = 6;

    /// <summary>Φ(x), to 1e-12: the series φ(x)·Σ x^(2n+1)/(1·3·…·(2n+1)) (Marsaglia 2004).</summary>
    public static double Below(double x)
    {
        if (x < -SeriesLimit)
            return 0;
        if (x > SeriesLimit)
            return 1;
        var (sum, term) = (x, x);
        for (var i = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); i += 2)
        {
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + (sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI));
    }
}
