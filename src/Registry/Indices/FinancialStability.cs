using Registry.Facts;

namespace Registry.Indices;

/// <summary>
/// Factors of the Financial Stability Index (methodology §3): two published models that are monotone in their ratios, percentiles
/// among peers, the trend of Z'', lateness of filing. Zmijewski and Taffler reward debt in one of their terms and stay beside the index.
/// </summary>
internal static class FinancialStability
{
    private const string AltmanFactor = "F1";
    private const string SpringateFactor = "F2";
    private const string TrendFactor = "F8";

    public static void Evaluate(EntityFacts known, EntityProfile profile, ScoringContext context, List<Finding> findings)
    {
        var rules = context.Methodology.Indices[IndexId.FinancialStability];
        var newest = YearFacts.Statement(known, context.AsOf, context.Methodology);
        var gap = Findings.Gap(context.Sources, rules.Factors[0].Source)
            ?? (newest is not null ? null : known.Statements.Count > 0 ? "statementsTooOld" : Findings.NoData);
        if (gap is not null || newest is null)
        {
            foreach (var rule in rules.Factors)
                findings.Add(Findings.NotChecked(rule, gap ?? Findings.NoData, context.Sources));
            return;
        }
        var ratios = new FinancialRatios(newest);
        var z = FinancialModels.AltmanZ(newest.Year, ratios);
        foreach (var rule in rules.Factors)
        {
            findings.Add(rule switch
            {
                { Quantity: not null } => Percentile(rule, ratios, newest.Year, profile, context),
                { Id: AltmanFactor } => Model(rule, z, context),
                { Id: SpringateFactor } => Model(rule, FinancialModels.Springate(newest.Year, ratios), context),
                { Id: TrendFactor } => Trend(rule, known, z, context),
                _ => Lateness(rule, newest, rules.FilingDays, context),
            });
        }
    }

    /// <summary>A peer quantity of one year's ratios.</summary>
    public static double? Quantity(string quantity, in FinancialRatios ratios) => quantity switch
    {
        Quantities.Liquidity => ratios.CurrentAssetsToShortDebt,
        Quantities.EquityShare => ratios.EquityToAssets,
        Quantities.ProfitToShortDebt => ratios.ProfitBeforeTaxToShortDebt,
        Quantities.RetainedEarningsShare => ratios.RetainedEarningsToAssets,
        Quantities.Turnover => ratios.RevenueToAssets,
        Quantities.ReturnOnAssets => ratios.NetProfitToAssets,
        Quantities.ShortDebtShare => ratios.ShortDebtToAssets,
        _ => throw new ArgumentOutOfRangeException(nameof(quantity), quantity, "Not a ratio of statements."),
    };

    /// <summary>The two newest years in a row both closed with negative equity; the newer one, or null.</summary>
    public static Statement? NegativeEquity(EntityFacts known, ScoringContext context)
    {
        if (YearFacts.Statement(known, context.AsOf, context.Methodology) is not { } newest
            || YearFacts.Statement(known, newest.Year - 1) is not { } before)
            return null;
        return new FinancialRatios(newest).Equity < 0 && new FinancialRatios(before).Equity < 0 ? newest : null;
    }

    private static Finding Model(FactorRule rule, ModelResult? result, ScoringContext context)
    {
        if (result is null)
            return Findings.NotChecked(rule, "linesNotFiled", context.Sources);
        var fine = context.Methodology.FineScore;
        var threshold = rule.Line.Reaching(fine);
        var measure = new Measure(
            result.Score, "points", new Reference("threshold", threshold), rule.Source, YearFacts.End(result.Year),
            result.Unchecked.Count > 0 ? "ratioWithoutDenominator" : null);
        return Findings.Checked(rule, rule.Line.Score(result.Score), measure, fine, new Improvement(fine, threshold, "points"));
    }

    private static Finding Percentile(FactorRule rule, in FinancialRatios ratios, int year, EntityProfile profile, ScoringContext context)
    {
        var quantity = rule.Quantity ?? throw new InvalidOperationException($"Factor {rule.Id} names no quantity.");
        if (Quantity(quantity, ratios) is not { } value)
        {
            var byShortDebt = quantity is Quantities.Liquidity or Quantities.ProfitToShortDebt;
            return Findings.NotChecked(rule, byShortDebt && ratios.NoShortDebt ? "zeroDenominator" : "linesNotFiled", context.Sources);
        }
        if (context.Peers.Find(quantity, profile, context.Methodology.MinimumPeers) is not { Percentiles.Length: PeerPercentile.Steps } peers)
            return Findings.NotChecked(rule, "fewPeers", context.Sources);
        var fine = context.Methodology.FinePercentile;
        var measure = new Measure(
            value, "ratio", new Reference("peerPercentile", peers.Median, peers.Group, peers.Size), rule.Source, YearFacts.End(year));
        var below = PeerPercentile.Of(value, peers.Percentiles);
        var share = rule.Curve?.Reaching(fine) ?? fine;
        var target = peers.Percentiles[PeerPercentile.PlaceOf(rule.LowerIsBetter ? 1 - share : share)];
        var score = rule.LowerIsBetter ? 1 - below : below;
        return Findings.Checked(rule, rule.Curve?.Score(score) ?? score, measure, fine, new Improvement(fine, target, "ratio"));
    }

    private static Finding Trend(FactorRule rule, EntityFacts known, ModelResult? newest, ScoringContext context)
    {
        if (newest is null)
            return Findings.NotChecked(rule, "linesNotFiled", context.Sources);
        var before = YearFacts.Statement(known, newest.Year - 1) is { } year
            ? FinancialModels.AltmanZ(year.Year, new FinancialRatios(year))
            : null;
        if (before is null)
            return Findings.NotChecked(rule, "noYearBefore", context.Sources);
        var fine = context.Methodology.FineScore;
        var change = newest.Score - before.Score;
        var measure = new Measure(change, "points", new Reference("ownHistory", before.Score), rule.Source, YearFacts.End(newest.Year));
        return Findings.Checked(rule, rule.Line.Score(change), measure, fine, new Improvement(fine, rule.Line.Reaching(fine), "points"));
    }

    private static Finding Lateness(FactorRule rule, Statement newest, int filingDays, ScoringContext context)
    {
        if (newest.FiledOn is not { } filed)
            return Findings.NotChecked(rule, Findings.NoData, context.Sources);
        var fine = context.Methodology.FineScore;
        var due = YearFacts.End(newest.Year).AddDays(filingDays);
        var late = Math.Max(0, filed.DayNumber - due.DayNumber);
        var measure = new Measure(late, "days", new Reference("threshold", rule.Line.Reaching(fine)), rule.Source, filed);
        return Findings.Checked(rule, rule.Line.Score(late), measure, fine, new Improvement(1, 0, "days"));
    }
}
