using Registry.Facts;

namespace Registry.Indices;

/// <summary>What is bought.</summary>
public enum ProcurementSubject
{
    Goods,
    Works,
    Services,
}

/// <summary>Result of one condition.</summary>
public enum ConditionState
{
    Pass,
    Fail,
    NotChecked,
}

/// <summary>One condition of the state's test.</summary>
/// <param name="Id"><c>income</c>, <c>taxes</c>, <c>fixedAssets</c> or <c>payroll</c>.</param>
/// <param name="Value">Tenge over the years looked at; never given for the payroll.</param>
/// <param name="Needed">Tenge.</param>
public sealed record ProcurementCondition(string Id, ConditionState State, double? Value, double Needed);

/// <summary>The test for one lot.</summary>
/// <param name="Applies">Whether the lot is above the amount from which the state applies the test.</param>
/// <param name="FromYear">First of the three years looked at.</param>
public sealed record ProcurementTestResult(bool Applies, int FromYear, int ToYear, IReadOnlyList<ProcurementCondition> Conditions);

/// <summary>
/// The state's own financial test in public procurement (order of 4 December 2025), beside the index and not in it: income ≥ 1/2 of the lot,
/// taxes ≥ 3 % of income, fixed assets ≥ 1/15 of the lot (at most 400,000 MCI), payroll ≥ 1/15 of the lot, over the three years before the
/// previous one. A sum that is enough already passes whatever is missing; one that is not, with a year missing, is not checked.
/// </summary>
public static class ProcurementTest
{
    private const int Years = 3;

    /// <summary>Runs the test.</summary>
    /// <param name="known">Facts already filtered by <see cref="EntityFacts.KnownOn"/>.</param>
    /// <param name="lot">Amount allocated for the lot, tenge.</param>
    public static ProcurementTestResult Run(
        EntityFacts known, decimal lot, ProcurementSubject subject, DateOnly asOf, Methodology methodology)
    {
        var rules = methodology.Procurement;
        var to = asOf.Year - 2;
        var from = to - Years + 1;
        var mci = methodology.MciOn(asOf) ?? 0;
        var amount = (double)lot;
        var income = Sum(from, to, year => Income(known, year));
        var taxes = Sum(from, to, year => Number(known.TaxesPaid.FirstOrDefault(t => t.Year == year)?.Amount));
        var payroll = Sum(from, to, year => Number(known.Payrolls.FirstOrDefault(p => p.Year == year)?.Amount));
        var assets = Number(YearFacts.Statement(known, to)?.FixedAssets);
        var assetsNeeded = Math.Min(rules.FixedAssetsShare * amount, rules.FixedAssetsMostMci * mci);
        return new ProcurementTestResult(amount > Threshold(subject, rules) * mci, from, to,
        [
            Condition("income", income, rules.IncomeShare * amount),
            Taxes(taxes, income, rules.TaxShare),
            Condition("fixedAssets", (assets ?? 0, assets is not null), assetsNeeded),
            Condition("payroll", payroll, rules.PayrollShare * amount) with { Value = null },
        ]);
    }

    private static ProcurementCondition Condition(string id, (double Sum, bool Complete) found, double needed)
    {
        var state = found.Sum >= needed ? ConditionState.Pass : found.Complete ? ConditionState.Fail : ConditionState.NotChecked;
        return new ProcurementCondition(id, state, found.Complete || found.Sum > 0 ? found.Sum : null, needed);
    }

    /// <summary>A share of a sum that may still grow: checked only when all years of both are known.</summary>
    private static ProcurementCondition Taxes((double Sum, bool Complete) taxes, (double Sum, bool Complete) income, double share)
    {
        var needed = share * income.Sum;
        return income.Complete
            ? Condition("taxes", taxes, needed)
            : new ProcurementCondition("taxes", ConditionState.NotChecked, taxes.Complete ? taxes.Sum : null, needed);
    }

    private static double Threshold(ProcurementSubject subject, ProcurementRules rules) => subject switch
    {
        ProcurementSubject.Goods => rules.GoodsFromMci,
        ProcurementSubject.Works => rules.WorksFromMci,
        _ => rules.ServicesFromMci,
    };

    private static (double Sum, bool Complete) Sum(int from, int to, Func<int, double?> of)
    {
        var (sum, complete) = (0.0, true);
        for (var year = from; year <= to; year++)
        {
            if (of(year) is { } value)
                sum += value;
            else
                complete = false;
        }
        return (sum, complete);
    }

    private static double? Income(EntityFacts known, int year) =>
        Number(known.Burdens.FirstOrDefault(b => b.Year == year)?.Income) ?? Number(YearFacts.Statement(known, year)?.Revenue);

    private static double? Number(decimal? amount) => amount is { } value ? (double)value : null;
}
