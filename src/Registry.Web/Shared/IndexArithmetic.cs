using Registry.Indices;

namespace Registry.Web.Shared;

/// <summary>The sums behind an index, for showing the calculation with the company's own numbers.</summary>
/// <param name="Weighted">Σ w·s over the checked factors.</param>
/// <param name="Checked">Σ w over the checked factors.</param>
/// <param name="Applicable">Σ w over the factors that apply.</param>
public sealed record IndexArithmetic(double Weighted, double Checked, double Applicable)
{
    /// <summary>Weighted mean of the checked factors, 0-100; null where none was checked.</summary>
    public double? Raw => Checked > 0 ? 100 * Weighted / Checked : null;

    /// <summary>Every factor not checked at its worst.</summary>
    public double Low => Applicable > 0 ? 100 * Weighted / Applicable : 0;

    /// <summary>Every factor not checked at its best.</summary>
    public double High => Applicable > 0 ? 100 * (Weighted + Applicable - Checked) / Applicable : 0;

    /// <summary>The sums of one index.</summary>
    public static IndexArithmetic Of(IndexResult result)
    {
        var scored = result.Factors.Where(f => f.Score is not null).ToList();
        return new IndexArithmetic(
            scored.Sum(f => f.Weight * (f.Score ?? 0)),
            scored.Sum(f => f.Weight),
            result.Factors.Where(f => f.State is not FactorState.NotApplicable).Sum(f => f.Weight));
    }
}
