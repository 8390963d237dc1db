using Registry.Seed.Registers;

namespace Registry.Seed;

/// <summary>When each register delivers.</summary>
internal static class Plan
{
    /// <summary>Days before today of each delivery, oldest first; the last is fresh enough to be trusted to be silent.</summary>
    private static readonly (string Source, int[] DaysBefore)[] Deliveries =
    [
        ("stat-register", [783, 417, 3]),
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
