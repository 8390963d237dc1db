using Registry.Facts;
using Registry.Indices;
using Xunit;
using static Registry.Tests.Indices.SomeEntity;

namespace Registry.Tests.Indices;

public sealed class ProcurementTestTests
{
    private static readonly EntityFacts Known = Old() with
    {
        Burdens = [.. Years(y => new TaxBurden { Bin = Bin, Source = "kgd-tax-burden", Year = y, Income = 20_000_000 })],
        TaxesPaid = [.. Years(y => new TaxesPaid { Bin = Bin, Source = "kgd-taxes-paid", Year = y, Amount = 500_000 })],
        Payrolls = [.. Years(y => new Payroll { Bin = Bin, Source = "payroll", Year = y, Employees = 9, Amount = 3_000_000 })],
        Statements = [Vector(2024) with { FixedAssets = 5_000_000 }],
    };

    [Fact]
    public void Four_conditions_look_at_the_three_years_before_the_previous_one()
    {
        var result = Run(90_000_000);

        Assert.Equal((2022, 2024, true), (result.FromYear, result.ToYear, result.Applies));
        Assert.Equal(
            [("income", ConditionState.Pass), ("taxes", ConditionState.Fail), ("fixedAssets", ConditionState.Fail), ("payroll", ConditionState.Pass)],
            result.Conditions.Select(c => (c.Id, c.State)));
        Assert.Null(result.Conditions[3].Value);
    }

    [Fact]
    public void A_missing_year_is_not_a_failure()
    {
        var result = Run(200_000_000, Known with { Burdens = [.. Known.Burdens.Skip(1)], Statements = [] });

        Assert.Equal(ConditionState.NotChecked, result.Conditions[0].State);
        Assert.Equal(ConditionState.NotChecked, result.Conditions[1].State);
        Assert.Equal(ConditionState.NotChecked, result.Conditions[2].State);
        Assert.Equal(ConditionState.Fail, result.Conditions[3].State);
    }

    [Fact]
    public void It_applies_above_the_threshold_of_its_subject()
    {
        Assert.False(Run(4000 * Mci).Applies);
        Assert.True(Run((4000 * Mci) + 1).Applies);
        Assert.False(ProcurementTest.Run(Known, 20000 * Mci, ProcurementSubject.Works, Day, Methodology.Current).Applies);
        Assert.True(ProcurementTest.Run(Known, 8001 * Mci, ProcurementSubject.Services, Day, Methodology.Current).Applies);
    }

    private static ProcurementTestResult Run(decimal lot, EntityFacts? known = null) =>
        ProcurementTest.Run(known ?? Known, lot, ProcurementSubject.Goods, Day, Methodology.Current);

    private static IEnumerable<T> Years<T>(Func<int, T> of) => Enumerable.Range(2022, 3).Select(of);
}
