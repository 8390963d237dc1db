using Registry.Data;
using Registry.Facts;

namespace Registry.Indices;

/// <summary>
/// Gives the context of a day for some entities: the formulas in force, the loads known then and of the peer tables only those of the
/// entities' own groups; all tables of a whole country are too much to read for one card.
/// </summary>
public sealed class ScoringContexts(FactReader facts)
{
    /// <summary>Context of a day.</summary>
    /// <param name="entities">Entities it is for, with all versions of their facts.</param>
    public async Task<ScoringContext> ForAsync(DateOnly day, IReadOnlyCollection<EntityFacts> entities, CancellationToken cancel)
    {
        var groups = entities.SelectMany(e => EntityProfile.Of(e.KnownOn(day), day).PeerGroups).Distinct(StringComparer.Ordinal).ToList();
        return new ScoringContext(
            day, Methodology.InForceOn(day), new PeerBook(await facts.PeersAsync(day, groups, cancel)), await facts.CalendarAsync(day, cancel));
    }
}
