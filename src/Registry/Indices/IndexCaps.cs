using Registry.Facts;

namespace Registry.Indices;

/// <summary>Finds the caps that hold on a day. A standing stays known until its list takes it off, also when the list grows stale.</summary>
internal static class IndexCaps
{
    private static readonly Cap[] None = [];

    public static IReadOnlyList<Cap> Of(IndexId index, EntityFacts known, EntityProfile profile, ScoringContext context)
    {
        List<Cap>? caps = null;
        foreach (var rule in context.Methodology.Indices[index].Caps)
        {
            if (Find(rule, known, profile, context) is { } cap)
                (caps ??= []).Add(cap);
        }
        return caps is null ? None : caps;
    }

    /// <summary>The standing on a list on a day, the longest one of several; null where there is none.</summary>
    public static ListEntry? Standing(EntityFacts known, string list, DateOnly day)
    {
        ListEntry? first = null;
        foreach (var entry in known.Lists)
        {
            if (entry.Source == list && entry.StandsOn(day) && (first is null || entry.Since < first.Since))
                first = entry;
        }
        return first;
    }

    private static Cap? Find(CapRule rule, EntityFacts known, EntityProfile profile, ScoringContext context)
    {
        if (rule.Source is { } list && Standing(known, list, context.AsOf) is not null)
            return new Cap(rule.Id, rule.Value, rule.Id, list, context.Sources.LatestOf(list) ?? context.AsOf);
        if (rule.Status is { } status && profile.Status == status && profile.StatusSource is { } source)
            return new Cap(rule.Id, rule.Value, rule.Id, source, profile.StatusSince ?? context.Sources.LatestOf(source) ?? context.AsOf);
        if (rule.Source is null && rule.Status is null && FinancialStability.NegativeEquity(known, context) is { } newest)
            return new Cap(rule.Id, rule.Value, rule.Id, newest.Source, YearFacts.End(newest.Year));
        return null;
    }
}
