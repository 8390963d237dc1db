using Registry.Indices;

namespace Registry.Search;

/// <summary>The three indices as a hit shows them.</summary>
public static class HitIndices
{
    /// <summary>By id in camelCase, always the three; one that was never computed has neither value nor state.</summary>
    public static IReadOnlyDictionary<string, HitIndex> Of(IReadOnlyList<IndexSnapshot> snapshots) => Of(id =>
    {
        var snapshot = snapshots.FirstOrDefault(s => s.Index == id);
        return new(snapshot?.Value, snapshot?.Band, snapshot?.State);
    });

    /// <summary>The same from full results.</summary>
    public static IReadOnlyDictionary<string, HitIndex> Of(IReadOnlyList<IndexResult> results) => Of(id =>
    {
        var result = results.First(r => r.Id == id);
        return new(result.Value, result.Band, result.State);
    });

    private static Dictionary<string, HitIndex> Of(Func<IndexId, HitIndex> index) => new(StringComparer.Ordinal)
    {
        ["taxpayerIntegrity"] = index(IndexId.TaxpayerIntegrity),
        ["financialStability"] = index(IndexId.FinancialStability),
        ["paymentDiscipline"] = index(IndexId.PaymentDiscipline),
    };
}
