using Registry.Facts;
using Registry.Sources;

namespace Registry.Indices;

/// <summary>An entity's indices with the profile that they came from.</summary>
/// <param name="Until">First day on which they may come out differently by the passing of time.</param>
internal sealed record ScoredEntity(EntityProfile Profile, IReadOnlyList<IndexResult> Results, DateOnly Until);

/// <summary>
/// One day of a scoring run: first its peers are gathered, then its indices are computed. Several threads may gather and compute at once.
/// </summary>
internal sealed class ScoredDay(DateOnly day, Methodology methodology, SourceCalendar sources)
{
    private readonly PeerCollector _facts = new(methodology);
    private readonly PeerCollector _indices = new(methodology);
    private ScoringContext? _context;

    public DateOnly Day => day;
    public Methodology Methodology => methodology;

    /// <summary>Tables built from facts.</summary>
    public int Tables { get; private set; }

    public void Gather(EntityFacts entity) => _facts.Add(entity.KnownOn(day), day);

    public void GatherIndices(ScoredEntity scored) => _indices.Add(scored.Profile, scored.Results);

    public void GatherIndex(IndexId index, double value, string group) => _indices.Add(Quantities.Of(index), value, group);

    public void Use(IReadOnlyList<PeerTable> tables) => _context = new ScoringContext(day, methodology, new PeerBook(tables), sources);

    public IReadOnlyList<PeerTable> BuildPeers()
    {
        var tables = _facts.Build(day);
        Tables = tables.Count;
        Use(tables);
        return tables;
    }

    public IReadOnlyList<PeerTable> BuildIndexPeers() => _indices.Build(day);

    public ScoredEntity Compute(EntityFacts entity)
    {
        var context = _context ?? throw new InvalidOperationException("Peers come before indices.");
        var known = entity.KnownOn(day);
        var profile = EntityProfile.Of(known, day);
        return new ScoredEntity(
            profile, IndexCalculator.Compute(known, profile, context, explained: false), NextChange.Of(known, profile, context));
    }
}
