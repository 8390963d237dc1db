using Registry.Seed.Registers;

namespace Registry.Seed;

/// <summary>When each register delivers.</summary>
internal static class Plan
{
    /// <summary>Days before today of each delivery, oldest first; the last is fresh enough to be trusted to be silent.</summary>
    private static readonly (string Source, int[] DaysBefore)[] Deliveries =
    [
        ("stat-register", [783, 417, 3]),
        ("company-names", [783, 3]),
        ("egov-companies", [40]),
        ("company-status", [782, 600, 420, 240, 120, 4]),
        ("contacts", [700, 12]),
        ("owners", [770, 400, 24]),
        ("kgd-tax-burden", [760, 572, 207]),
        ("kgd-taxes-paid", [760, 572, 207]),
        ("payroll", [755, 570, 205]),
        ("financials", [750, 540, 400, 175, 26]),
        ("kgd-arrears", [748, 560, 380, 190, 22]),
        ("kgd-vat", [745, 380, 15]),
        ("kgd-preliminary", [740, 560, 375, 195, 39]),
        ("payment-experiences", [735, 550, 365, 185, 17]),
        ("enforcement", [733, 548, 363, 183, 4]),
        ("court-cases", [733, 548, 363, 183, 9]),
        ("goszakup-contracts", [730, 370, 11]),
        ("certification-bodies", [729, 361, 181, 7]),
        ("certificates", [728, 360, 180, 6]),
        ("surveillance", [727, 359, 179, 6]),
        ("labels", [727, 359, 179, 5]),
        ("label-decisions", [727, 359, 179, 5]),
        ("kgd-pseudo", [726, 430, 170, 7]),
        ("kgd-wrong-address", [726, 430, 170, 7]),
        ("kgd-bankrupt", [726, 430, 170, 7]),
        ("kgd-inactive", [726, 430, 170, 7]),
        ("kgd-invalid-registration", [726, 430, 170, 7]),
        ("kgd-violation", [726, 430, 170, 7]),
        ("goszakup-rnu", [724, 428, 168, 5]),
        ("samruk-unreliable", [724, 428, 168, 5]),
    ];

    /// <summary>Deliveries in the order in which they came.</summary>
    /// <param name="today">The day from which the world is seen.</param>
    /// <param name="history">All deliveries of two years; otherwise one per source, with everything.</param>
    public static IReadOnlyList<Wave> Of(DateOnly today, bool history)
    {
        var waves = new List<Wave>();
        foreach (var (source, daysBefore) in Deliveries)
        {
            DateOnly? previous = null;
            foreach (var days in history ? daysBefore : daysBefore[^1..])
            {
                var asOf = today.AddDays(-days);
                waves.Add(new Wave(source, asOf, previous));
                previous = asOf;
            }
        }
        return [.. waves.OrderBy(w => w.AsOf)];
    }
}
