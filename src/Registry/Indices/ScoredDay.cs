using Registry.Facts;
using Registry.Sources;

namespace Registry.Indices;

/// <summary>An entity's indices with the profile that they came from.</summary>
internal sealed record ScoredEntity(EntityProfile Profile, IReadOnlyList<IndexResult> Results);

/// <summary>One day of a scoring run: first its peers are gathered, then its indices are computed.</summary>
internal sealed class ScoredDay(DateOnly day, Methodology methodology, SourceCalendar sources)
{
    private readonly PeerCollector _facts = new(methodology);
    private readonly PeerCollector _indices = new(methodology);
    private ScoringContext? _context;

    public DateOnly Day => day;

    /// <summary>Tables built from facts.</summary>
    public int Tables { get; private set; }

    public void Gather(EntityFacts entity) => _facts.Add(entity.KnownOn(day), day);

    public void GatherIndices(ScoredEntity scored) => _indices.Add(scored.Profile, scored.Results);

    public void Use(IReadOnlyList<PeerTable> tables) => _context = new ScoringContext(day, methodology, new PeerBook(tables), sources);

    public IReadOnlyList<PeerTable> BuildPeers()
    {
        var tables = _facts.Build(day);
        Tables = tables.Count;
        Use(tables);
        return tables;
    }

    public IReadOnlyList<PeerTable> BuildIndexPeers() => _indices.Build(day);

    public ScoredEntity[] Compute(IReadOnlyList<EntityFacts> entities)
    {
        var context = _context ?? throw new InvalidOperationException("Peers come before indices.");
        var scored = new ScoredEntity[entities.Count];
        Parallel.For(0, scored.Length, i =>
        {
            var known = entities[i].KnownOn(day);
            var profile = EntityProfile.Of(known, day);
            scored[i] = new ScoredEntity(profile, IndexCalculator.Compute(known, profile, context, explained: false));
        });
        return scored;
    }
}
