using Registry.Facts;

namespace Registry.Indices.Evidence;

/// <summary>
/// What is compared with the Financial Stability Index on one entity: the published models and the plain composite, all turned so that
/// higher is better.
/// </summary>
internal static class ModelScores
{
    /// <summary>Mean of the percentiles of the four ratios that need no weights chosen.</summary>
    private const string Composite = "percentileComposite";
    private static readonly string[] CompositeOf =
        [Quantities.Liquidity, Quantities.EquityShare, Quantities.ProfitToShortDebt, Quantities.RetainedEarningsShare];

    private static readonly FinancialModel[] Scored =
        [FinancialModel.AltmanZ, FinancialModel.Springate, FinancialModel.Zmijewski, FinancialModel.Taffler];

    /// <summary>Names in the order of showing.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Scored.Select(Name), Composite];

    /// <summary>Scores over the newest statement that counts; empty where there is none.</summary>
    public static IReadOnlyDictionary<string, double> Of(EntityFacts known, EntityProfile profile, ScoringContext context)
    {
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        if (YearFacts.Statement(known, context.AsOf, context.Methodology) is not { } newest)
            return scores;
        var ratios = new FinancialRatios(newest);
        foreach (var model in FinancialModels.Compute([newest]))
        {
            if (Array.IndexOf(Scored, model.Model) >= 0)
                scores[Name(model.Model)] = model.Model == FinancialModel.Zmijewski ? -model.Score : model.Score;
        }
        if (Percentiles(ratios, profile, context) is { } composite)
            scores[Composite] = composite;
        return scores;
    }

    private static double? Percentiles(in FinancialRatios ratios, EntityProfile profile, ScoringContext context)
    {
        var sum = 0.0;
        foreach (var quantity in CompositeOf)
        {
            if (FinancialStability.Quantity(quantity, ratios) is not { } value
                || context.Peers.Find(quantity, profile, context.Methodology.MinimumPeers) is not { Percentiles.Length: PeerPercentile.Steps } peers)
                return null;
            sum += PeerPercentile.Of(value, peers.Percentiles);
        }
        return sum / CompositeOf.Length;
    }

    private static string Name(FinancialModel model) => model switch
    {
        FinancialModel.AltmanZ => "altmanZ",
        FinancialModel.Springate => "springate",
        FinancialModel.Zmijewski => "zmijewski",
        FinancialModel.Taffler => "taffler",
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, "Never scored."),
    };
}
