using CsCheck;
using Registry.Indices;
using Registry.Indices.Evidence;
using Xunit;

namespace Registry.Tests.Indices.Evidence;

public sealed class AucTests
{
    [Fact]
    public void It_is_the_share_of_pairs_in_the_right_order_with_ties_counted_half() =>
        Gen.Select(Gen.Int[0, 9].Array[2, 30], Gen.Int[0, 9].Array[2, 30]).Sample((failed, sound) =>
        {
            var area = Of(failed, sound);
            var pairs = failed.Sum(f => sound.Sum(s => f < s ? 1.0 : f == s ? 0.5 : 0)) / (failed.Length * sound.Length);
            return area is not null && Math.Abs(area.Value - pairs) < 1e-12;
        });

    [Fact]
    public void Its_error_is_DeLongs_by_placements() =>
        Gen.Select(Gen.Int[0, 9].Array[2, 20], Gen.Int[0, 9].Array[2, 20]).Sample((failed, sound) =>
        {
            double Kernel(int f, int s) => f < s ? 1.0 : f == s ? 0.5 : 0;
            var variance = (Variance([.. failed.Select(f => sound.Average(s => Kernel(f, s)))]) / failed.Length)
                + (Variance([.. sound.Select(s => failed.Average(f => Kernel(f, s)))]) / sound.Length);
            return Math.Abs((Of(failed, sound)?.StandardError ?? -1) - Math.Sqrt(variance)) < 1e-9;
        });

    [Fact]
    public void A_score_compared_with_itself_differs_by_nothing()
    {
        var area = Of([1, 4, 2], [3, 6, 5, 2]);

        Assert.Equal(0, area?.ErrorOfDifference(area) ?? -1, 9);
    }

    [Fact]
    public void One_failure_says_nothing() => Assert.Null(Of([1], [2, 3, 4]));

    [Fact]
    public void Tenths_keep_equal_values_together_and_lose_nobody() =>
        Gen.Select(Gen.Int[0, 40], Gen.Bool).Array[0, 200].Sample(entities =>
        {
            var scores = entities.Select(e => new LabelledScore(e.Item2, IndexState.Rated, e.Item1, new Dictionary<string, double>())).ToList();
            var tenths = BackTestFigures.Calibration(scores);
            var filled = tenths.Where(t => t.Entities > 0).ToList();
            return tenths.Count == 10 && tenths.Sum(t => t.Entities) == scores.Count && tenths.Sum(t => t.Failed) == scores.Count(s => s.Failed)
                && filled.Zip(filled.Skip(1)).All(pair => pair.First.To < pair.Second.From);
        });

    [Fact]
    public void A_rate_comes_with_its_interval()
    {
        var scores = Enumerable.Range(0, 100).Select(i => new LabelledScore(i < 10, IndexState.Rated, 85, new Dictionary<string, double>())).ToList();

        var band = BackTestFigures.Bands(scores, Methodology.Current)[0];

        Assert.Equal(("A", 100, 10, 10.0), (band.Group, band.Entities, band.Failed, band.Rate));
        Assert.Equal(5.5229, band.RateLow ?? -1, 3);
        Assert.Equal(17.4366, band.RateHigh ?? -1, 3);
    }

    private static Auc? Of(int[] failed, int[] sound) =>
        Auc.Of([.. failed.Concat(sound).Select(v => (double)v)], [.. failed.Select(_ => true), .. sound.Select(_ => false)]);

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1);
    }
}
