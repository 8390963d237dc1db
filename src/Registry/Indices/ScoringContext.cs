using Registry.Sources;

namespace Registry.Indices;

/// <summary>What the formulas see besides the entity's facts: the day, the formulas' version, the peers and the sources' loads known that day.</summary>
public sealed record ScoringContext(DateOnly AsOf, Methodology Methodology, PeerBook Peers, SourceCalendar Sources);
