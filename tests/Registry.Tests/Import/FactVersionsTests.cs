using CsCheck;
using Registry.Facts;
using Registry.Import;
using Xunit;

namespace Registry.Tests.Import;

public sealed class FactVersionsTests
{
    private static readonly DateOnly March = new(2026, 3, 1);
    private static readonly DateOnly May = new(2026, 5, 1);

    [Fact]
    public void A_new_fact_is_added_from_its_day_on()
    {
        var change = FactVersions.Learn([], Paid(10), March);

        Assert.Equal(FactEffect.Added, change.Effect);
        Assert.Equal((March, null), (change.Upserts[0].KnownFrom, change.Upserts[0].KnownTo));
    }

    [Fact]
    public void The_same_fact_again_changes_nothing()
    {
        var change = FactVersions.Learn([Paid(10, March)], Paid(10), May);

        Assert.Equal(FactEffect.Unchanged, change.Effect);
        Assert.Empty(change.Upserts);
    }

    [Fact]
    public void A_correction_closes_the_version_that_stood()
    {
        var change = FactVersions.Learn([Paid(10, March)], Paid(11), May);

        Assert.Equal([(10m, March, (DateOnly?)May), (11m, May, null)], change.Upserts.Select(f => (f.Amount, f.KnownFrom, f.KnownTo)));
    }

    [Fact]
    public void A_correction_on_the_same_day_replaces()
    {
        var change = FactVersions.Learn([Paid(10, March)], Paid(11), March);

        Assert.Equal([(11m, March, (DateOnly?)null)], change.Upserts.Select(f => (f.Amount, f.KnownFrom, f.KnownTo)));
    }

    [Fact]
    public void The_same_fact_learned_for_an_earlier_day_reaches_back()
    {
        var change = FactVersions.Learn([Paid(10, May)], Paid(10), March);

        Assert.Equal((March, null), (change.Upserts[0].KnownFrom, change.Upserts[0].KnownTo));
        Assert.Equal(May, Assert.Single(change.Deletes).KnownFrom);
    }

    [Fact]
    public void An_older_value_learned_late_stands_until_the_newer_one()
    {
        var change = FactVersions.Learn([Paid(11, May)], Paid(10), March);

        Assert.Equal((10m, March, (DateOnly?)May), (change.Upserts[0].Amount, change.Upserts[0].KnownFrom, change.Upserts[0].KnownTo));
    }

    [Fact]
    public void Whatever_the_order_of_learning_a_day_knows_one_value_and_the_learned_day_knows_the_learned_one() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[1, 20]).List[1, 12].Sample(learned =>
        {
            var versions = new List<TaxesPaid>();
            foreach (var (amount, dayOffset) in learned)
            {
                var day = March.AddDays(dayOffset);
                versions = Apply(versions, FactVersions.Learn(versions, Paid(amount), day));
                Assert.Equal(amount, Assert.Single(versions, v => v.IsKnownOn(day)).Amount);
                var first = versions.Min(v => v.KnownFrom).DayNumber;
                for (var known = first; known < first + 40; known++)
                    Assert.Single(versions, v => v.IsKnownOn(DateOnly.FromDayNumber(known)));
            }
        });

    private static List<TaxesPaid> Apply(List<TaxesPaid> versions, VersionChange<TaxesPaid> change)
    {
        var gone = change.Deletes.Concat(change.Upserts).Select(v => v.KnownFrom).ToHashSet();
        return [.. versions.Where(v => !gone.Contains(v.KnownFrom)), .. change.Upserts];
    }

    private static TaxesPaid Paid(decimal amount, DateOnly from = default) =>
        new() { Bin = "150340012347", Source = "kgd-taxes-paid", Year = 2025, Amount = amount, KnownFrom = from };
}
