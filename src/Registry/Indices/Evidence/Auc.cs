namespace Registry.Indices.Evidence;

/// <summary>
/// How well a score tells those that failed from those that did not: the probability that one that failed scores lower than one that
/// did not, ties counted half (area under the ROC curve). Standard errors after DeLong, DeLong and Clarke-Pearson (1988), computed by
/// midranks (Sun and Xu 2014).
/// </summary>
public sealed class Auc
{
    private readonly double[] failedPlaces;
    private readonly double[] soundPlaces;

    private Auc(double[] failedPlaces, double[] soundPlaces)
    {
        this.failedPlaces = failedPlaces;
        this.soundPlaces = soundPlaces;
        Value = Mean(failedPlaces);
        StandardError = Math.Sqrt((Covariance(failedPlaces, failedPlaces) / failedPlaces.Length) + (Covariance(soundPlaces, soundPlaces) / soundPlaces.Length));
    }

    /// <summary>0..1; 0.5 tells nothing.</summary>
    public double Value { get; }

    /// <summary>Standard error of <see cref="Value"/>.</summary>
    public double StandardError { get; }

    /// <summary>The area for scores of which the higher is the better.</summary>
    /// <returns>Null where fewer than two failed or fewer than two did not: nothing can be said of the error.</returns>
    public static Auc? Of(IReadOnlyList<double> scores, IReadOnlyList<bool> failed)
    {
        var (bad, sound) = (new List<double>(), new List<double>());
        for (var i = 0; i < scores.Count; i++)
            (failed[i] ? bad : sound).Add(-scores[i]);
        if (bad.Count < 2 || sound.Count < 2)
            return null;
        var (all, among) = (Midranks([.. bad, .. sound]), (Bad: Midranks([.. bad]), Sound: Midranks([.. sound])));
        var ofFailed = new double[bad.Count];
        for (var i = 0; i < ofFailed.Length; i++)
            ofFailed[i] = (all[i] - among.Bad[i]) / sound.Count;
        var ofSound = new double[sound.Count];
        for (var i = 0; i < ofSound.Length; i++)
            ofSound[i] = 1 - ((all[bad.Count + i] - among.Sound[i]) / bad.Count);
        return new Auc(ofFailed, ofSound);
    }

    /// <summary>Standard error of the difference between two areas over the same entities in the same order.</summary>
    public double ErrorOfDifference(Auc other)
    {
        var shared = (Covariance(failedPlaces, other.failedPlaces) / failedPlaces.Length) + (Covariance(soundPlaces, other.soundPlaces) / soundPlaces.Length);
        return Math.Sqrt(Math.Max(0, (StandardError * StandardError) + (other.StandardError * other.StandardError) - (2 * shared)));
    }

    private static double[] Midranks(double[] values)
    {
        var order = new int[values.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort((double[])values.Clone(), order);
        var ranks = new double[values.Length];
        for (var from = 0; from < order.Length;)
        {
            var to = from + 1;
            while (to < order.Length && values[order[to]].Equals(values[order[from]]))
                to++;
            for (var i = from; i < to; i++)
                ranks[order[i]] = (from + to + 1) / 2.0;
            from = to;
        }
        return ranks;
    }

    private static double Mean(double[] values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum / values.Length;
    }

    private static double Covariance(double[] left, double[] right)
    {
        var (meanLeft, meanRight, sum) = (Mean(left), Mean(right), 0.0);
        for (var i = 0; i < left.Length; i++)
            sum += (left[i] - meanLeft) * (right[i] - meanRight);
        return sum / (left.Length - 1);
    }
}
