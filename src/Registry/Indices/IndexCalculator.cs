using Registry.Facts;

namespace Registry.Indices;

/// <summary>The three indices of one entity as pure functions of its facts, the day and the peers (methodology §1-4).</summary>
public static class IndexCalculator
{
    private const int MostFactors = 11;

    /// <summary>The three indices in the order of <see cref="IndexId"/>.</summary>
    /// <param name="known">Facts already filtered by <see cref="EntityFacts.KnownOn"/> for the context's day.</param>
    public static IReadOnlyList<IndexResult> Compute(EntityFacts known, ScoringContext context) =>
        Compute(known, EntityProfile.Of(known, context.AsOf), context);

    /// <summary>The three indices, for callers that have the profile already.</summary>
    /// <param name="explained">Whether factors, preliminary indices and what would change are given too.</param>
    public static IReadOnlyList<IndexResult> Compute(EntityFacts known, EntityProfile profile, ScoringContext context, bool explained = true) =>
    [
        One(IndexId.TaxpayerIntegrity, known, profile, context, explained),
        One(IndexId.FinancialStability, known, profile, context, explained),
        One(IndexId.PaymentDiscipline, known, profile, context, explained),
    ];

    private static IndexResult One(IndexId index, EntityFacts known, EntityProfile profile, ScoringContext context, bool explained)
    {
        var findings = new List<Finding>(MostFactors);
        switch (index)
        {
            case IndexId.TaxpayerIntegrity:
                TaxpayerIntegrity.Evaluate(known, profile, context, findings);
                break;
            case IndexId.FinancialStability:
                FinancialStability.Evaluate(known, profile, context, findings);
                break;
            default:
                PaymentDiscipline.Evaluate(known, context, findings);
                break;
        }
        return IndexAssembly.Assemble(new IndexDraft(
            index,
            !context.Methodology.Indices[index].NotFor.Contains(profile.Kind),
            IsFirstYear(profile, context),
            findings,
            IndexCaps.Of(index, known, profile, context),
            context.Peers.Find(Quantities.Of(index), profile, context.Methodology.MinimumPeers)?.Median), context, explained);
    }

    private static bool IsFirstYear(EntityProfile profile, ScoringContext context) =>
        profile.RegisteredOn is { } registered
        && context.AsOf.DayNumber - registered.DayNumber < context.Methodology.FirstYearDays;
}
