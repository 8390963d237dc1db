using Registry.Facts;

namespace Registry.Indices;

/// <summary>The published models.</summary>
public enum FinancialModel
{
    /// <summary>Altman Z'' for emerging markets, with the constant 3.25 (Altman, Hartzell, Peck 1995).</summary>
    AltmanZ,

    /// <summary>Springate (1978).</summary>
    Springate,

    /// <summary>Zmijewski (1984), a probit: higher is worse.</summary>
    Zmijewski,

    /// <summary>Taffler as used in the region, over four ratios.</summary>
    Taffler,

    /// <summary>Beneish M (1999), eight variables: a reason to check the accounts, never scored.</summary>
    Beneish,
}

/// <summary>Where a model's score lies.</summary>
public enum ModelZone
{
    Safe,
    Grey,
    Distress,

    /// <summary>Beneish above −1.78: check the accounts.</summary>
    CheckAccounts,
}

/// <summary>One model over one year's statements.</summary>
/// <param name="Score">On the model's own scale.</param>
/// <param name="Probability">For Zmijewski: Φ(score), 0..1.</param>
/// <param name="Unchecked">Ratios left out because their denominator is zero.</param>
public sealed record ModelResult(
    FinancialModel Model, int Year, double Score, ModelZone Zone, double? Probability, IReadOnlyList<string> Unchecked);

/// <summary>
/// The published models, computed for every year filed and shown with their zones (methodology §3, formulas as cited there).
/// A model whose lines were not filed is left out; a zero denominator leaves out that ratio only.
/// </summary>
public static class FinancialModels
{
    /// <summary>Z'' above it is safe.</summary>
    public const double SafeZ = 5.85;

    /// <summary>Z'' below it is distress.</summary>
    public const double DistressZ = 4.35;

    /// <summary>Springate below it has failed.</summary>
    public const double FailedSpringate = 0.862;

    /// <summary>Zmijewski above it is distress: Φ(0) is one half.</summary>
    public const double DistressZmijewski = 0;

    /// <summary>Taffler above it is low risk.</summary>
    public const double SafeTaffler = 0.3;

    /// <summary>Taffler below it is high risk.</summary>
    public const double DistressTaffler = 0.2;

    /// <summary>Beneish above it asks to check the accounts.</summary>
    public const double SuspectBeneish = -1.78;

    /// <summary>All models of all years, newest year first.</summary>
    public static IReadOnlyList<ModelResult> Compute(IReadOnlyList<Statement> statements)
    {
        var results = new List<ModelResult>();
        foreach (var year in statements.OrderByDescending(s => s.Year))
        {
            var ratios = new FinancialRatios(year);
            Add(results, AltmanZ(year.Year, ratios));
            Add(results, Springate(year.Year, ratios));
            Add(results, Zmijewski(year.Year, ratios));
            Add(results, Taffler(year.Year, ratios));
            if (statements.FirstOrDefault(s => s.Year == year.Year - 1) is { } before)
                Add(results, Beneish.Compute(year, before));
        }
        return results;
    }

    /// <summary>3.25 + 6.56·WC/TA + 3.26·RE/TA + 6.72·EBIT/TA + 1.05·E/TL; &gt; 5.85 safe, &lt; 4.35 distress.</summary>
    public static ModelResult? AltmanZ(int year, FinancialRatios r)
    {
        var sum = new ModelSum(3.25);
        sum.Add(6.56, r.WorkingCapitalToAssets, false, "workingCapitalToAssets");
        sum.Add(3.26, r.RetainedEarningsToAssets, false, "retainedEarningsToAssets");
        sum.Add(6.72, r.OperatingProfitToAssets, false, "operatingProfitToAssets");
        sum.Add(1.05, r.EquityToLiabilities, r.NoLiabilities, "equityToLiabilities");
        return sum.Result(FinancialModel.AltmanZ, year, z => z > SafeZ ? ModelZone.Safe : z < DistressZ ? ModelZone.Distress : ModelZone.Grey);
    }

    /// <summary>1.03·WC/TA + 3.07·EBIT/TA + 0.66·EBT/CL + 0.4·S/TA; &lt; 0.862 failed.</summary>
    public static ModelResult? Springate(int year, FinancialRatios r)
    {
        var sum = new ModelSum(0);
        sum.Add(1.03, r.WorkingCapitalToAssets, false, "workingCapitalToAssets");
        sum.Add(3.07, r.OperatingProfitToAssets, false, "operatingProfitToAssets");
        sum.Add(0.66, r.ProfitBeforeTaxToShortDebt, r.NoShortDebt, "profitBeforeTaxToCurrentLiabilities");
        sum.Add(0.4, r.RevenueToAssets, false, "revenueToAssets");
        return sum.Result(FinancialModel.Springate, year, s => s < FailedSpringate ? ModelZone.Distress : ModelZone.Safe);
    }

    /// <summary>−4.336 − 4.513·NI/TA + 5.679·TL/TA + 0.004·CA/CL; P = Φ(score), &gt; 0.5 distress.</summary>
    public static ModelResult? Zmijewski(int year, FinancialRatios r)
    {
        var sum = new ModelSum(-4.336);
        sum.Add(-4.513, r.NetProfitToAssets, false, "netProfitToAssets");
        sum.Add(5.679, r.LiabilitiesToAssets, false, "liabilitiesToAssets");
        sum.Add(0.004, r.CurrentAssetsToShortDebt, r.NoShortDebt, "currentAssetsToCurrentLiabilities");
        var result = sum.Result(FinancialModel.Zmijewski, year, score => score > DistressZmijewski ? ModelZone.Distress : ModelZone.Safe);
        return result is null ? null : result with { Probability = Normal.Below(result.Score) };
    }

    /// <summary>0.53·P/CL + 0.13·CA/TL + 0.18·CL/TA + 0.16·S/TA, P the operating profit; &gt; 0.3 low risk, &lt; 0.2 high.</summary>
    public static ModelResult? Taffler(int year, FinancialRatios r)
    {
        var sum = new ModelSum(0);
        sum.Add(0.53, r.OperatingProfitToShortDebt, r.NoShortDebt, "operatingProfitToCurrentLiabilities");
        sum.Add(0.13, r.CurrentAssetsToLiabilities, r.NoLiabilities, "currentAssetsToLiabilities");
        sum.Add(0.18, r.ShortDebtToAssets, false, "currentLiabilitiesToAssets");
        sum.Add(0.16, r.RevenueToAssets, false, "revenueToAssets");
        return sum.Result(
            FinancialModel.Taffler, year, t => t > SafeTaffler ? ModelZone.Safe : t < DistressTaffler ? ModelZone.Distress : ModelZone.Grey);
    }

    /// <summary>Zone of a Beneish score.</summary>
    internal static ModelZone BeneishZone(double score) => score > SuspectBeneish ? ModelZone.CheckAccounts : ModelZone.Safe;

    private static void Add(List<ModelResult> results, ModelResult? result)
    {
        if (result is not null)
            results.Add(result);
    }

    private struct ModelSum(double constant)
    {
        private double sum = constant;
        private bool complete = true;
        private List<string>? without;

        public void Add(double coefficient, double? ratio, bool noDenominator, string name)
        {
            if (ratio is { } value)
                sum += coefficient * value;
            else if (noDenominator)
                (without ??= []).Add(name);
            else
                complete = false;
        }

        public readonly ModelResult? Result(FinancialModel model, int year, Func<double, ModelZone> zone) =>
            complete ? new ModelResult(model, year, sum, zone(sum), null, without ?? []) : null;
    }
}
