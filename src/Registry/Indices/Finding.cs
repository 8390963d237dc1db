using System.Runtime.InteropServices;
using Registry.Sources;

namespace Registry.Indices;

/// <summary>A factor as evaluated, with the smallest change that would make it fine.</summary>
/// <param name="Improvement">Null where the factor is fine or nothing is known that would help.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Finding(Factor Factor, Improvement? Improvement = null);

/// <summary>What was measured and what it was compared with.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Measure(double? Value, string Unit, Reference? Reference, string Source, DateOnly? AsOf, string? Note = null);

/// <summary>Makes findings of one kind of state each, so that the common form of a factor is filled in one place.</summary>
internal static class Findings
{
    public const string SourceStale = "sourceStale";
    public const string SourceNotLoaded = "sourceNotLoaded";
    public const string NoData = "noData";

    /// <summary>Scores that differ less are the same: sums of fractions must not tip a state.</summary>
    private const double Rounding = 1e-9;

    public static Finding Checked(FactorRule rule, double score, Measure measure, double fineFrom, Improvement? improvement)
    {
        var bounded = Math.Clamp(score, 0, 1);
        var fine = bounded >= fineFrom - Rounding;
        var factor = new Factor
        {
            Id = rule.Id,
            Owner = rule.Owner,
            State = fine ? FactorState.Fine : FactorState.Risk,
            Score = bounded,
            Weight = rule.Weight,
            Value = measure.Value,
            Unit = measure.Unit,
            Reference = measure.Reference,
            Source = measure.Source,
            AsOf = measure.AsOf,
            Note = measure.Note,
        };
        return new Finding(factor, fine ? null : improvement);
    }

    public static Finding NotChecked(FactorRule rule, string note, SourceCalendar sources, string? source = null)
    {
        var named = source ?? rule.Source;
        return Silent(rule, FactorState.NotChecked, note, named, sources.LatestOf(named));
    }

    public static Finding NotApplicable(FactorRule rule, string note, SourceCalendar sources) =>
        Silent(rule, FactorState.NotApplicable, note, rule.Source, sources.LatestOf(rule.Source));

    /// <summary>Why nothing may be concluded from a source on this day; null where it is fresh.</summary>
    public static string? Gap(SourceCalendar sources, string source) =>
        sources.IsFresh(source) ? null : sources.LatestOf(source) is null ? SourceNotLoaded : SourceStale;

    private static Finding Silent(FactorRule rule, FactorState state, string note, string source, DateOnly? asOf) =>
        new(new Factor
        {
            Id = rule.Id,
            Owner = rule.Owner,
            State = state,
            Weight = rule.Weight,
            Source = source,
            AsOf = asOf,
            Note = note,
        });
}
