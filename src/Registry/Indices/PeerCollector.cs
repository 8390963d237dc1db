using System.Runtime.InteropServices;
using Registry.Facts;

namespace Registry.Indices;

/// <summary>
/// Gathers peers' quantities over a full run and turns them into tables. It holds one number per entity and quantity; several threads may
/// add at once, and the tables do not depend on who came first.
/// </summary>
public sealed class PeerCollector(Methodology methodology)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Dictionary<string, List<double>>> values = new(StringComparer.Ordinal);

    /// <summary>Adds what one entity has of the quantities measured on facts.</summary>
    /// <param name="known">Facts already filtered by <see cref="EntityFacts.KnownOn"/>.</param>
    public void Add(EntityFacts known, DateOnly asOf)
    {
        var names = Quantities.OfFacts;
        Span<double?> measured = stackalloc double?[names.Length];
        PeerQuantities.Measure(known, asOf, methodology, measured);
        string? group = null;
        for (var i = 0; i < names.Length; i++)
        {
            if (measured[i] is { } value)
                Add(names[i], value, group ??= EntityProfile.Of(known, asOf).PeerGroups[0]);
        }
    }

    /// <summary>Adds one entity's indices, so that their own medians can be shown beside them.</summary>
    public void Add(EntityProfile profile, IReadOnlyList<IndexResult> results)
    {
        foreach (var result in results)
        {
            if (result.Value is { } value)
                Add(Quantities.Of(result.Id), value, profile.PeerGroups[0]);
        }
    }

    /// <summary>Adds one value of an entity's narrowest group.</summary>
    public void Add(string quantity, double value, string group)
    {
        lock (gate)
        {
            ref var groups = ref CollectionsMarshal.GetValueRefOrAddDefault(values, quantity, out _);
            List(groups ??= new Dictionary<string, List<double>>(StringComparer.Ordinal), group).Add(value);
        }
    }

    /// <summary>
    /// Tables of all groups with enough entities, in a fixed order. What was gathered is given up on the way: the wider groups of all
    /// quantities together would need several times its memory.
    /// </summary>
    public IReadOnlyList<PeerTable> Build(DateOnly asOf)
    {
        var tables = new List<PeerTable>();
        foreach (var quantity in values.Keys.Order(StringComparer.Ordinal).ToList())
        {
            foreach (var (group, found) in Widened(values[quantity]).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                if (found.Count >= methodology.MinimumPeers)
                    tables.Add(Table(asOf, quantity, group, found));
            }
            values.Remove(quantity);
        }
        return tables;
    }

    /// <summary>The values of all groups, the wider ones included.</summary>
    private static Dictionary<string, List<double>> Widened(Dictionary<string, List<double>> finest)
    {
        var merged = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        foreach (var (group, found) in finest)
        {
            foreach (var wider in Widening(group))
                List(merged, wider).AddRange(found);
        }
        return merged;
    }

    private static List<double> List(Dictionary<string, List<double>> lists, string key)
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

    private static bool UsesPercentiles(string quantity) => Array.IndexOf(Quantities.OfFacts, quantity) >= Quantities.BeforeRatios;

    private static double[] Percentiles(List<double> sorted)
    {
        var percentiles = new double[PeerPercentile.Steps];
        for (var i = 0; i < percentiles.Length; i++)
            percentiles[i] = PeerPercentile.At((i + 1.0) / (PeerPercentile.Steps + 1), sorted);
        return percentiles;
    }
}
