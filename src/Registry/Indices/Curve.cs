namespace Registry.Indices;

/// <summary>
/// A monotone line through points that turns a quantity into a score 0..1; flat outside the first and the last point.
/// </summary>
public sealed record Curve
{
    /// <summary>Pairs of quantity and score, by growing quantity.</summary>
    public required IReadOnlyList<double[]> Points { get; init; }

    /// <summary>Whether the line is straight over the decimal logarithm of the quantity.</summary>
    public bool Log { get; init; }

    /// <summary>Score of exactly nothing, where it differs from the first point's.</summary>
    public double? AtZero { get; init; }

    /// <summary>Score of a quantity.</summary>
    public double Score(double quantity)
    {
        if (AtZero is { } zero && quantity <= 0)
            return zero;
        if (quantity <= Points[0][0])
            return Points[0][1];
        for (var i = 1; i < Points.Count; i++)
        {
            if (quantity <= Points[i][0])
                return Between(Axis(quantity), Axis(Points[i - 1][0]), Axis(Points[i][0]), Points[i - 1][1], Points[i][1]);
        }
        return Points[^1][1];
    }

    /// <summary>The quantity nearest to the worse end that reaches <paramref name="score"/>: what would be enough.</summary>
    public double Reaching(double score)
    {
        var rising = Points[^1][1] > Points[0][1];
        for (var i = 1; i < Points.Count; i++)
        {
            var (left, right) = (Points[i - 1], Points[i]);
            var inside = rising ? score >= left[1] && score <= right[1] : score <= left[1] && score >= right[1];
            if (!inside || left[1] == right[1])
                continue;
            var axis = Between(score, left[1], right[1], Axis(left[0]), Axis(right[0]));
            return Log ? Math.Pow(10, axis) : axis;
        }
        return rising ? Points[^1][0] : Points[0][0];
    }

    private double Axis(double quantity) => Log ? Math.Log10(quantity) : quantity;

    private static double Between(double at, double from, double to, double low, double high) =>
        low + ((high - low) * ((at - from) / (to - from)));
}
