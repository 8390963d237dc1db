using System.Runtime.InteropServices;

namespace Registry.Indices;

/// <summary>Everything an index is put together from.</summary>
internal sealed record IndexDraft(
    IndexId Id, bool Applicable, bool FirstYear, List<Finding> Findings, IReadOnlyList<Cap> Caps, double? PeerMedian);

/// <summary>The common form of an index (methodology §1): raw value, coverage, range, caps, state, contributions, preliminary indices.</summary>
internal static class IndexAssembly
{
    private const double Rounding = 1e-9;

    /// <summary>Puts one index together.</summary>
    /// <param name="explained">Whether factors, preliminary indices and what would change are given too; a run over everybody needs none.</param>
    public static IndexResult Assemble(IndexDraft draft, ScoringContext context, bool explained = true)
    {
        var sums = Sum(draft.Findings, null);
        var lowest = Lowest(draft.Caps, null);
        var state = State(draft, sums, lowest, context.Methodology);
        var rated = state == IndexState.Rated;
        var rawTenths = rated && sums.Checked > 0 ? Tenths(sums.Raw) : (int?)null;
        var value = rated ? Value(rawTenths, lowest) : (double?)null;
        return new IndexResult
        {
            Id = draft.Id,
            State = state,
            Value = value,
            Band = value is { } shown ? context.Methodology.BandOf(shown) : null,
            Raw = rawTenths / 10.0,
            CapAdjustment = value is { } capped ? Rounded(capped - ((rawTenths ?? 0) / 10.0)) : null,
            Range = rated ? Range(sums) : null,
            Coverage = sums.Coverage,
            Caps = draft.Caps,
            Preliminary = explained ? Preliminary(draft) : [],
            Factors = explained ? Contributions.Of(draft.Findings, sums.Checked, rawTenths) : [],
            WhatWouldChange = rated && explained ? Improvements.Of(draft, context.Methodology) : [],
            Methodology = context.Methodology.Version,
            AsOf = context.AsOf,
            PeerMedian = draft.PeerMedian,
        };
    }

    /// <summary>Weights and weighted scores, of one owner or of all.</summary>
    public static FactorSums Sum(List<Finding> findings, string? owner)
    {
        var sums = default(FactorSums);
        foreach (var finding in findings)
        {
            if (owner is null || finding.Factor.Owner == owner)
                sums.Add(finding.Factor);
        }
        return sums;
    }

    /// <summary>Lowest cap, leaving out one id.</summary>
    public static double? Lowest(IReadOnlyList<Cap> caps, string? without)
    {
        double? lowest = null;
        foreach (var cap in caps)
        {
            if (cap.Id != without && (lowest is null || cap.Value < lowest))
                lowest = cap.Value;
        }
        return lowest;
    }

    /// <summary>Value from a raw value in tenths and the lowest cap; one of them is there.</summary>
    public static double Value(int? rawTenths, double? lowest)
    {
        if (rawTenths is not { } tenths)
            return lowest ?? 0;
        var raw = tenths / 10.0;
        return lowest is { } cap && cap < raw ? cap : raw;
    }

    /// <summary>Nearest tenth, halves up; the tolerance keeps sums of fractions from tipping.</summary>
    public static int Tenths(double value) => (int)Math.Floor((value * 10) + 0.5 + Rounding);

    private static double Rounded(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);

    private static IndexState State(IndexDraft draft, FactorSums sums, double? lowest, Methodology methodology)
    {
        if (!draft.Applicable)
            return IndexState.NotApplicable;
        if (lowest is not null)
            return IndexState.Rated;
        if (draft.FirstYear)
            return IndexState.FirstYear;
        return sums.Applicable > 0 && 100 * sums.Checked / sums.Applicable >= methodology.MinimumCoverage - Rounding
            ? IndexState.Rated
            : IndexState.InsufficientData;
    }

    private static IndexRange Range(FactorSums sums)
    {
        if (sums.Applicable <= 0)
            return new IndexRange(0, 100);
        var low = 100 * sums.Weighted / sums.Applicable;
        var high = 100 * (sums.Weighted + sums.Applicable - sums.Checked) / sums.Applicable;
        return new IndexRange(Tenths(low) / 10.0, Tenths(high) / 10.0);
    }

    private static List<PreliminaryIndex> Preliminary(IndexDraft draft)
    {
        var preliminary = new List<PreliminaryIndex>(4);
        if (!draft.Applicable)
            return preliminary;
        foreach (var finding in draft.Findings)
        {
            var owner = finding.Factor.Owner;
            if (preliminary.Exists(p => p.Owner == owner))
                continue;
            var sums = Sum(draft.Findings, owner);
            if (sums.Applicable > 0)
                preliminary.Add(new PreliminaryIndex(owner, sums.Checked > 0 ? Tenths(sums.Raw) / 10.0 : null, sums.Coverage));
        }
        return preliminary;
    }
}

/// <summary>Sums of weights over factors.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct FactorSums
{
    /// <summary>Σ w·s over the checked.</summary>
    public double Weighted { get; private set; }

    /// <summary>Σ w over the checked.</summary>
    public double Checked { get; private set; }

    /// <summary>Σ w over all that apply.</summary>
    public double Applicable { get; private set; }

    /// <summary>0-100.</summary>
    public readonly double Raw => 100 * Weighted / Checked;

    /// <summary>Percent, one decimal; 0 where nothing applies.</summary>
    public readonly double Coverage => Applicable > 0 ? IndexAssembly.Tenths(100 * Checked / Applicable) / 10.0 : 0;

    public void Add(Factor factor)
    {
        if (factor.State != FactorState.NotApplicable)
            Applicable += factor.Weight;
        if (factor.Score is not { } score)
            return;
        Checked += factor.Weight;
        Weighted += factor.Weight * score;
    }
}
