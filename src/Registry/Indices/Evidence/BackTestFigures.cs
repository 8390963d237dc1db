namespace Registry.Indices.Evidence;

/// <summary>The figures of a back-test from labelled scores: pure counting.</summary>
public static class BackTestFigures
{
    private const int Tenths = 10;

    /// <summary>Normal quantile of a two-sided 95 % interval.</summary>
    private const double Quantile95 = 1.959963984540054;

    /// <summary>Failure rate per band, A first, of those with a value.</summary>
    public static IReadOnlyList<FailureRate> Bands(IReadOnlyList<LabelledScore> scores, Methodology methodology) =>
        [.. methodology.Bands.Select(band => Rate(
            band.Letter, [.. Rated(scores).Where(s => methodology.BandOf(s.Value) == band.Letter)]))];

    /// <summary>Failure rate per tenth by value, the lowest first. Equal values are not torn apart, so tenths differ a little in size.</summary>
    public static IReadOnlyList<FailureRate> Calibration(IReadOnlyList<LabelledScore> scores)
    {
        var sorted = Rated(scores).OrderBy(s => s.Value).ToList();
        var rates = new List<FailureRate>(Tenths);
        var from = 0;
        for (var tenth = 1; tenth <= Tenths; tenth++)
        {
            var to = Math.Max(from, (int)((long)sorted.Count * tenth / Tenths));
            while (to > from && to < sorted.Count && sorted[to].Value.Equals(sorted[to - 1].Value))
                to++;
            rates.Add(Rate(tenth.ToString(System.Globalization.CultureInfo.InvariantCulture), sorted[from..to]));
            from = to;
        }
        return rates;
    }

    /// <summary>The index's area over everybody with a value, or null.</summary>
    public static Auc? Area(IReadOnlyList<LabelledScore> scores)
    {
        var rated = Rated(scores).ToList();
        return Auc.Of([.. rated.Select(s => s.Value)], [.. rated.Select(s => s.Failed)]);
    }

    /// <summary>A model beside the index, over the entities that have both.</summary>
    public static ModelEvidence Model(string model, IReadOnlyList<LabelledScore> scores)
    {
        var both = scores.Where(s => s.Value is not null && s.Models.ContainsKey(model)).ToList();
        bool[] failed = [.. both.Select(s => s.Failed)];
        var of = Auc.Of([.. both.Select(s => s.Models[model])], failed);
        var index = Auc.Of([.. both.Select(s => s.Value ?? 0)], failed);
        var known = of is not null && index is not null;
        return new ModelEvidence(
            model, both.Count, failed.Count(f => f), of?.Value, of?.StandardError,
            known ? index!.Value - of!.Value : null, known ? index!.ErrorOfDifference(of!) : null);
    }

    private static IEnumerable<(double Value, bool Failed)> Rated(IReadOnlyList<LabelledScore> scores)
    {
        foreach (var score in scores)
        {
            if (score.Value is { } value)
                yield return (value, score.Failed);
        }
    }

    private static FailureRate Rate(string group, IReadOnlyList<(double Value, bool Failed)> members)
    {
        if (members.Count == 0)
            return new FailureRate(group, null, null, 0, 0, null, null, null);
        var failed = members.Count(m => m.Failed);
        var (low, high) = Wilson(failed, members.Count);
        return new FailureRate(
            group, members.Min(m => m.Value), members.Max(m => m.Value), members.Count, failed,
            100.0 * failed / members.Count, 100 * low, 100 * high);
    }

    private static (double Low, double High) Wilson(int failed, int count)
    {
        var (share, z2) = ((double)failed / count, Quantile95 * Quantile95);
        var middle = (share + (z2 / (2 * count))) / (1 + (z2 / count));
        var half = Quantile95 * Math.Sqrt((share * (1 - share) / count) + (z2 / (4.0 * count * count))) / (1 + (z2 / count));
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
