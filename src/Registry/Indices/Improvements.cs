namespace Registry.Indices;

/// <summary>What would change an index: one factor brought to fine, or one cap lifted; cheapest first by the methodology's effort.</summary>
internal static class Improvements
{
    /// <summary>The change that lifts a cap: its reason is gone.</summary>
    private const string CapLifted = "capLifted";

    public static IReadOnlyList<WhatWouldChange> Of(IndexDraft draft, Methodology methodology)
    {
        List<(int Effort, WhatWouldChange Change)>? found = null;
        foreach (var finding in draft.Findings)
        {
            if (finding.Improvement is { } change)
                (found ??= []).Add((Effort(finding.Factor.Id, draft.Id, methodology), After(draft, finding, change, methodology)));
        }
        foreach (var cap in draft.Caps)
        {
            if (Lifted(draft, cap, methodology) is { } lifted)
                (found ??= []).Add((int.MaxValue, lifted));
        }
        if (found is null)
            return [];
        return [.. found.OrderBy(f => f.Effort).Select(f => f.Change)];
    }

    private static int Effort(string factor, IndexId index, Methodology methodology) => methodology.Indices[index].Factor(factor).Effort;

    private static WhatWouldChange After(IndexDraft draft, Finding finding, Improvement change, Methodology methodology)
    {
        var sums = default(FactorSums);
        foreach (var other in draft.Findings)
            sums.Add(other.Factor.Id == finding.Factor.Id ? other.Factor with { Score = change.Score } : other.Factor);
        var value = IndexAssembly.Value(IndexAssembly.Tenths(sums.Raw), IndexAssembly.Lowest(draft.Caps, null));
        return new WhatWouldChange(finding.Factor.Id, change.Text(finding.Factor.Value), value, methodology.BandOf(value));
    }

    /// <summary>Null where nothing but the cap is known, so that no value could be promised.</summary>
    private static WhatWouldChange? Lifted(IndexDraft draft, Cap cap, Methodology methodology)
    {
        var sums = IndexAssembly.Sum(draft.Findings, null);
        var enough = sums.Applicable > 0 && 100 * sums.Checked / sums.Applicable >= methodology.MinimumCoverage;
        var next = IndexAssembly.Lowest(draft.Caps, cap.Id);
        if (sums.Checked <= 0 || (next is null && !enough))
            return null;
        var value = IndexAssembly.Value(IndexAssembly.Tenths(sums.Raw), next);
        return new WhatWouldChange(cap.Id, CapLifted, value, methodology.BandOf(value));
    }
}
