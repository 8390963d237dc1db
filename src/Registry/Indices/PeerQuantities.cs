using Registry.Facts;

namespace Registry.Indices;

/// <summary>Measures on one entity the quantities that are compared among peers.</summary>
internal static class PeerQuantities
{
    /// <summary>Fills one place per <see cref="Quantities.OfFacts"/>; null where the entity does not have the quantity.</summary>
    public static void Measure(EntityFacts known, DateOnly day, Methodology methodology, Span<double?> values)
    {
        values[0] = YearFacts.Burden(known, day, methodology)?.Percent;
        values[1] = YearFacts.PayPerEmployee(YearFacts.Payroll(known, day, methodology), methodology);
        values[Quantities.BeforeRatios..].Clear();
        if (YearFacts.Statement(known, day, methodology) is not { } newest)
            return;
        var ratios = new FinancialRatios(newest);
        for (var i = Quantities.BeforeRatios; i < values.Length; i++)
            values[i] = FinancialStability.Quantity(Quantities.OfFacts[i], ratios);
    }
}
