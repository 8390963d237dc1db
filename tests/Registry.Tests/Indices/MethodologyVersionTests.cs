using Registry.Indices;
using Xunit;
using static Registry.Tests.Indices.SomeEntity;

namespace Registry.Tests.Indices;

public sealed class MethodologyVersionTests
{
    private static readonly Methodology Second = Methodology.Current with { Version = "2027.1", From = new DateOnly(2027, 1, 1), FineScore = 0.7 };

    [Theory]
    [InlineData("2024-05-01", "2026.1")]
    [InlineData("2026-12-31", "2026.1")]
    [InlineData("2027-01-01", "2027.1")]
    public void The_version_in_force_on_the_day_is_used(string day, string version)
    {
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(version, Methodology.InForce([Second, Methodology.Current], on).Version);
        Assert.Equal(version, Methodology.InForce([Methodology.Current, Second], on).Version);
    }

    [Fact]
    public void History_keeps_the_version_that_each_value_came_from()
    {
        var known = Old() with { Statements = [Vector(2024), Vector()] };
        var first = Snapshots.Of(Bin, Index(IndexId.FinancialStability, known, Context()));
        var second = Snapshots.Of(Bin, Index(IndexId.FinancialStability, known, Context() with { Methodology = Second }));

        Assert.Equal(("2026.1", "2027.1"), (first.Methodology, second.Methodology));
        Assert.True(Snapshots.IsNews(second, first));
        Assert.False(Snapshots.IsNews(second, second with { AsOf = Day.AddDays(-1) }));
    }
}
