using System.Runtime.InteropServices;
using Registry.Facts;

namespace Registry.Indices;

/// <summary>
/// Gathers peers' quantities over a full run and turns them into tables. It holds one number per entity and quantity.
/// Not safe for several threads at once.
/// </summary>
public sealed class PeerCollector(Methodology methodology)
{
    private readonly Dictionary<(string Quantity, string Group), List<double>> values = [];

    /// <summary>Adds what one entity has of the quantities measured on facts.</summary>
    /// <param name="known">Facts already filtered by <see cref="EntityFacts.KnownOn"/>.</param>
    public void Add(EntityFacts known, DateOnly asOf)
    {
        var names = Quantities.OfFacts;
        Span<double?> measured = stackalloc double?[names.Length];
        PeerQuantities.Measure(known, asOf, methodology, measured);
        EntityProfile? profile = null;
        for (var i = 0; i < names.Length; i++)
        {
            if (measured[i] is { } value)
                Add(names[i], value, profile ??= EntityProfile.Of(known, asOf));
        }
    }

    /// <summary>Adds one entity's indices, so that their own medians can be shown beside them.</summary>
    public void Add(EntityProfile profile, IReadOnlyList<IndexResult> results)
    {
        foreach (var result in results)
        {
            if (result.Value is { } value)
                Add(Quantities.Of(result.Id), value, profile);
        }
    }

    /// <summary>Tables of all groups with enough entities, in a fixed order.</summary>
    public IReadOnlyList<PeerTable> Build(DateOnly asOf)
    {
        var merged = new Dictionary<(string Quantity, string Group), List<double>>();
        foreach (var ((quantity, finest), found) in values)
        {
            foreach (var group in Widening(finest))
                List(merged, (quantity, group)).AddRange(found);
        }
        var tables = new List<PeerTable>();
        foreach (var ((quantity, group), found) in merged)
        {
            if (found.Count >= methodology.MinimumPeers)
                tables.Add(Table(asOf, quantity, group, found));
        }
        tables.Sort((a, b) => string.CompareOrdinal(a.Quantity, b.Quantity) is var order and not 0
            ? order
            : string.CompareOrdinal(a.Group, b.Group));
        return tables;
    }

    private void Add(string quantity, double value, EntityProfile profile) =>
        List(values, (quantity, profile.PeerGroups[0])).Add(value);

    private static List<double> List(Dictionary<(string Quantity, string Group), List<double>> lists, (string Quantity, string Group) key)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _);
        return list ??= [];
    }

    /// <summary>The group itself, all wider ones, everybody.</summary>
    private static IEnumerable<string> Widening(string finest)
    {
        yield return PeerGroups.Everybody;
        if (finest == PeerGroups.Everybody)
            yield break;
        var parts = finest.Split('/');
        foreach (var group in parts.Length == 3 ? PeerGroups.Of(parts[0], parts[1], parts[2])
            : parts.Length == 2 ? PeerGroups.Of(parts[0], null, parts[1])
            : PeerGroups.Of(parts[0], null, null))
            yield return group;
    }

    private static PeerTable Table(DateOnly asOf, string quantity, string group, List<double> found)
    {
        found.Sort();
        return new PeerTable
        {
            AsOf = asOf,
            Quantity = quantity,
            Group = group,
            Size = found.Count,
            Median = PeerPercentile.At(0.5, found),
            Percentiles = UsesPercentiles(quantity) ? Percentiles(found) : [],
        };
    }

    private static bool UsesPercentiles(string quantity) => Array.IndexOf(Quantities.OfFacts, quantity) >= 2;

    private static double[] Percentiles(List<double> sorted)
    {
        var percentiles = new double[PeerPercentile.Steps];
        for (var i = 0; i < percentiles.Length; i++)
            percentiles[i] = PeerPercentile.At((i + 1.0) / (PeerPercentile.Steps + 1), sorted);
        return percentiles;
    }
}
