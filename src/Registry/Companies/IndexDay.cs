using Registry.Indices;

namespace Registry.Companies;

/// <summary>The index section of a card on one day.</summary>
/// <param name="Indices">The three indices in full.</param>
/// <param name="Models">The published models of every year filed, newest first.</param>
/// <param name="History">Snapshots of the 24 months before the day, oldest first.</param>
/// <param name="Test">The state's procurement test, where a lot was given.</param>
public sealed record IndexDay(
    DateOnly AsOf, IReadOnlyList<IndexResult> Indices, IReadOnlyList<ModelResult> Models, IReadOnlyList<HistoryPoint> History,
    ProcurementTestResult? Test);

/// <summary>A lot of public procurement.</summary>
/// <param name="Amount">Allocated for it, tenge; above zero.</param>
public sealed record ProcurementLot(decimal Amount, ProcurementSubject Subject);
