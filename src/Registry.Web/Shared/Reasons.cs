using Registry.Indices;

namespace Registry.Web.Shared;

/// <summary>The few factors that explain an index best: what speaks for the entity before what speaks against it.</summary>
public static class Reasons
{
    private const int Most = 3;

    /// <summary>Beside something good at most this many risks are named; without it all three places are theirs.</summary>
    private const int MostRisks = 2;

    /// <summary>At most three factors, fine ones first by their contribution, then risks by the points they cost.</summary>
    public static IReadOnlyList<Factor> Of(IndexResult result)
    {
        var fine = result.Factors.Where(f => f.State is FactorState.Fine)
            .OrderByDescending(f => f.Contribution ?? (f.Weight * (f.Score ?? 0))).ToList();
        var risks = result.Factors.Where(f => f.State is FactorState.Risk && f.Weight > 0)
            .OrderByDescending(f => f.Weight * (1 - (f.Score ?? 0))).ToList();
        var riskCount = Math.Min(risks.Count, fine.Count == 0 ? Most : Math.Max(MostRisks, Most - fine.Count));
        return [.. fine.Take(Most - riskCount), .. risks.Take(riskCount)];
    }
}
