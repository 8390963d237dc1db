using Registry.Seed.Entities;

namespace Registry.Seed.Registers;

/// <summary>
/// Which sources speak of an entity. Larger firms are known better; about a third of all have gaps, so that "not checked" is seen.
/// </summary>
internal static class Coverage
{
    private const double ShareWithGaps = 0.33;
    private const double KnownInSpiteOfGaps = 0.45;

    /// <summary>Probability that a source without gaps knows a micro, small and larger firm.</summary>
    private static readonly Dictionary<string, (int Number, double Micro, double Small, double Larger)> Reach = new(StringComparer.Ordinal)
    {
        ["stat-register"] = (0, 1, 1, 1),
        ["egov-companies"] = (1, 0.08, 0.16, 0.4),
        ["company-status"] = (2, 1, 1, 1),
        ["company-names"] = (3, 0.45, 0.8, 1),
        ["contacts"] = (4, 0.5, 0.8, 0.95),
        ["kgd-arrears"] = (5, 0.95, 0.98, 1),
        ["kgd-tax-burden"] = (6, 0.85, 0.97, 1),
        ["kgd-taxes-paid"] = (7, 0.85, 0.97, 1),
        ["kgd-vat"] = (8, 0.35, 0.85, 1),
        ["kgd-preliminary"] = (9, 0.8, 0.95, 1),
        ["payroll"] = (10, 0.7, 0.95, 1),
        ["financials"] = (11, 0.4, 0.85, 1),
        ["payment-experiences"] = (12, 0.24, 0.62, 0.95),
        ["owners"] = (13, 0.85, 0.95, 1),
        ["goszakup-contracts"] = (14, 0.02, 0.12, 0.4),
    };

    public static bool Has(World world, Entity entity, string source)
    {
        if (entity.Story is not null || !Reach.TryGetValue(source, out var reach))
            return true;
        var probability = entity.Size.IsMicro ? reach.Micro : entity.Size.IsMediumOrLarge ? reach.Larger : reach.Small;
        if (probability >= 1 && reach.Number is 0 or 2)
            return true;
        var hasGaps = world.Dice(entity.Index, Aspect.Coverage).Chance(ShareWithGaps) && !entity.Size.IsMediumOrLarge;
        return world.Dice((entity.Index * 64) + reach.Number, Aspect.Coverage).Chance(hasGaps ? probability * KnownInSpiteOfGaps : probability);
    }
}
