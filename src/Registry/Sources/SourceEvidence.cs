namespace Registry.Sources;

/// <summary>What it means that an entity is absent from a source.</summary>
public enum Absence
{
    /// <summary>Nothing: the source speaks only of those it has.</summary>
    ProvesNothing,

    /// <summary>It is not there: the source is complete while its load is fresh.</summary>
    Complete,

    /// <summary>It is not there above the source's threshold; below it the source is silent.</summary>
    Partial,
}

/// <summary>What a source can prove and for how long (methodology §1).</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Owner">State body or other owner of the data: <c>kgd</c>, <c>stat</c>, <c>justice</c>, <c>enpf</c>, <c>mof</c>, <c>samruk</c>, <c>courts</c>, <c>depository</c>, <c>suppliers</c>, <c>accreditation</c> or <c>chamber</c>.</param>
/// <param name="FreshDays">Days for which a load counts as fresh; after that its factors and checks are not checked.</param>
/// <param name="ThresholdMci">For <see cref="Absence.Partial"/>: the debt in MCI under which the source is silent.</param>
public sealed record SourceEvidence(string Source, string Owner, int FreshDays, Absence Absence, double? ThresholdMci = null);

/// <summary>
/// The loads known on a day: answers whether a source may be trusted to be silent. Built once per run or request.
/// </summary>
/// <param name="day">The day asked about.</param>
/// <param name="loads">Latest day of data per source among the loads known on that day.</param>
public sealed class SourceCalendar(DateOnly day, IReadOnlyDictionary<string, DateOnly> loads)
{
    /// <summary>The day asked about.</summary>
    public DateOnly Day => day;

    /// <summary>Latest day of data per source.</summary>
    public IReadOnlyDictionary<string, DateOnly> Loads => loads;

    /// <summary>Day of the source's newest data, or null if it was never loaded.</summary>
    public DateOnly? LatestOf(string source) => loads.TryGetValue(source, out var latest) ? latest : null;

    /// <summary>Whether the source was loaded and its newest data are not older than its fresh days.</summary>
    public bool IsFresh(string source) =>
        LatestOf(source) is { } latest && latest.AddDays(SourceCatalog.Evidence(source).FreshDays) >= day;
}
