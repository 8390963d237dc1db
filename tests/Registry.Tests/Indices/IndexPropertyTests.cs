using System.Text.Json;
using CsCheck;
using Registry.Facts;
using Registry.Indices;
using Registry.Sources;
using Xunit;

namespace Registry.Tests.Indices;

/// <summary>What holds for every entity, whatever is known of it.</summary>
public sealed class IndexPropertyTests
{
    private const long Entities = 4000;
    private static readonly Gen<RandomEntity> Anybody = Gen.Int.Select(RandomEntity.From);

    [Fact]
    public void What_is_shown_adds_up() => Anybody.Sample(entity =>
    {
        foreach (var result in entity.Compute().Where(r => r.State == IndexState.Rated))
        {
            var raw = Tenths(result.Raw ?? 0);
            if (result.Raw is not null && result.Factors.Sum(f => Tenths(f.Contribution ?? 0)) != raw)
                return false;
            if (raw + Tenths(result.CapAdjustment ?? double.NaN) != Tenths(result.Value ?? double.NaN))
                return false;
            if (result.Caps.Count > 0 && result.Value > result.Caps.Min(c => c.Value))
                return false;
        }
        return true;
    }, iter: Entities);

    [Fact]
    public void The_range_holds_the_raw_value() => Anybody.Sample(entity => entity.Compute().All(r =>
        r.Range is null || (r.Range.Low >= 0 && r.Range.High <= 100 && r.Range.Low <= r.Range.High
            && (r.Raw is null || (r.Range.Low <= r.Raw && r.Raw <= r.Range.High)))), iter: Entities);

    [Fact]
    public void Only_what_is_rated_has_a_value() => Anybody.Sample(entity => entity.Compute().All(r =>
        (r.State == IndexState.Rated) == (r.Value is not null)
        && (r.Value is null) == (r.Band is null) && (r.Value is null) == (r.Range is null) && (r.Value is null) == (r.CapAdjustment is null)
        && (r.State == IndexState.Rated || (r.Raw is null && r.WhatWouldChange.Count == 0 && r.Factors.All(f => f.Contribution is null)))
        && r.Factors.All(f => (f.Score is not null) == (f.State is FactorState.Fine or FactorState.Risk) && f.Score is null or (>= 0 and <= 1))),
        iter: Entities);

    [Fact]
    public void The_same_facts_give_the_same_bytes() => Gen.Int.Sample(
        seed => JsonSerializer.Serialize(RandomEntity.From(seed).Compute()) == JsonSerializer.Serialize(RandomEntity.From(seed).Compute()),
        iter: Entities);

    [Fact]
    public void A_lower_score_never_raises_the_raw_value() => Gen.Select(Anybody, Gen.Int[0, 8], Gen.Double[0, 1]).Sample((entity, which, share) =>
    {
        foreach (var result in entity.Compute())
        {
            var index = which % result.Factors.Count;
            var lowered = result.Factors.Select((f, i) => i == index && f.Score is { } s ? f with { Score = s * share } : f);
            if (Raw(entity, result, lowered) > Raw(entity, result, result.Factors))
                return false;
        }
        return true;
    }, iter: Entities);

    [Fact]
    public void A_source_taken_away_changes_no_factor_that_does_not_use_it() =>
        Gen.Select(Anybody, Gen.Int[0, SourceCatalog.All.Count - 1]).Sample((entity, which) =>
        {
            var gone = SourceCatalog.All.ElementAt(which).Source;
            var loads = entity.Context.Sources.Loads.Where(l => l.Key != gone).ToDictionary();
            var without = entity with { Context = entity.Context with { Sources = new SourceCalendar(entity.Context.AsOf, loads) } };
            return entity.Compute().Zip(without.Compute()).All(pair => pair.First.Factors.Zip(pair.Second.Factors).All(f =>
                Uses(f.First, gone) || f.First.Score == f.Second.Score));
        }, iter: Entities);

    [Fact]
    public void Better_figures_never_lower_financial_stability() => Gen.Select(Anybody, Gen.Int[1, 500]).Sample((entity, more) =>
    {
        if (YearFacts.Statement(entity.Known, entity.Context.AsOf, entity.Context.Methodology) is not { TotalAssets: > 0 } newest)
            return true;
        Statement[] better =
        [
            newest with { RetainedEarnings = newest.RetainedEarnings + more },
            newest with { OperatingProfit = newest.OperatingProfit + more },
            newest with { ProfitBeforeTax = newest.ProfitBeforeTax + more },
            newest with { Revenue = newest.Revenue + more },
        ];
        var before = Stability(entity);
        return better.All(b => Stability(entity with { Known = entity.Known with { Statements = [.. entity.Known.Statements.Select(s => s.Year == b.Year ? b : s)] } }) >= before);
    }, iter: Entities);

    [Fact]
    public void Each_ratio_that_is_shown_moves_its_score_one_way_only() => Gen.Select(Gen.Double[-3, 3], Gen.Double[0, 2]).Sample((value, more) =>
    {
        var ratios = Methodology.Current.Indices[IndexId.FinancialStability].Factors.Where(f => f.Quantity is not null);
        return ratios.All(rule =>
        {
            var percentiles = SomeEntity.Peers(rule.Quantity!, step: 0.02).Percentiles;
            double Score(double at) => rule.Line.Score(rule.LowerIsBetter ? 1 - PeerPercentile.Of(at, percentiles) : PeerPercentile.Of(at, percentiles));
            return rule.LowerIsBetter ? Score(value + more) <= Score(value) : Score(value + more) >= Score(value);
        });
    }, iter: Entities);

    [Fact]
    public void The_quarter_that_parts_fine_from_risk_stays_a_quarter_on_every_curve() =>
        Assert.All(Methodology.Current.Indices[IndexId.FinancialStability].Factors.Where(f => f.Quantity is not null), rule =>
        {
            Assert.Equal(0.25, rule.Line.Score(0.25), 12);
            Assert.All(rule.Line.Points.Zip(rule.Line.Points.Skip(1)), p => Assert.True(p.Second[1] > p.First[1]));
        });

    [Fact]
    public void Until_the_next_change_nothing_changes_by_time_alone() => Gen.Select(Anybody, Gen.Int[1, 31]).Sample((entity, ahead) =>
    {
        var day = entity.Context.AsOf;
        var until = NextChange.Of(entity.Known, EntityProfile.Of(entity.Known, day), entity.Context);
        var later = day.AddDays(ahead);
        if (later >= until)
            return until > day;
        var context = entity.Context with { AsOf = later, Sources = new SourceCalendar(later, entity.Context.Sources.Loads) };
        return (entity with { Context = context }).Compute().Zip(entity.Compute())
            .All(pair => Snapshots.Of("", pair.First) with { AsOf = day } == Snapshots.Of("", pair.Second));
    }, iter: Entities);

    [Fact]
    public void More_debt_never_scores_higher() => Gen.Select(Gen.Double[0, 9000], Gen.Double[0, 9000]).Sample((a, b) =>
    {
        var (less, more) = (Math.Min(a, b), Math.Max(a, b));
        double? Arrears(double mci) => SomeEntity.Factor(SomeEntity.Old() with { Arrears = [SomeEntity.Arrears((decimal)mci)] }, "T1").Score;
        return Arrears(more) <= Arrears(less) && Paydex.Of(more / 20, Methodology.Current) <= Paydex.Of(less / 20, Methodology.Current);
    }, iter: Entities);

    [Fact]
    public void Nobody_is_marked_down_for_being_young() => Gen.Select(Anybody, Gen.Int[0, 364]).Sample((entity, age) =>
    {
        var known = entity.Known with
        {
            Registrations = [SomeEntity.Registered(entity.Context.AsOf.AddDays(-age))],
            Lists = [],
            Statuses = [],
        };
        return IndexCalculator.Compute(known, entity.Context).All(r => r.State == IndexState.FirstYear || r.Caps.Count > 0);
    }, iter: Entities);

    private static bool Uses(Factor factor, string source) =>
        factor.Id == "T1" ? source is "kgd-arrears" or "kgd-arrears-150" : Methodology.Current.Indices.Values.SelectMany(i => i.Factors).Single(f => f.Id == factor.Id).Source == source;

    private static double Raw(RandomEntity entity, IndexResult result, IEnumerable<Factor> factors) =>
        IndexAssembly.Assemble(
            new IndexDraft(result.Id, true, false, [.. factors.Select(f => new Finding(f))], [new Cap("any", 100, "any", "any", default)], null),
            entity.Context).Raw ?? 0;

    private static double Stability(RandomEntity entity) =>
        Raw(entity, entity.Compute()[(int)IndexId.FinancialStability], entity.Compute()[(int)IndexId.FinancialStability].Factors);

    private static long Tenths(double value) => (long)Math.Round(value * 10);
}
