namespace Registry.Indices;

/// <summary>The peer tables of one day, for looking up.</summary>
public sealed class PeerBook
{
    private readonly Dictionary<string, Dictionary<string, PeerTable>> byQuantity = new(StringComparer.Ordinal);

    /// <summary>A book of the given tables; of two for one quantity and group the later day's stands.</summary>
    public PeerBook(IEnumerable<PeerTable> tables)
    {
        foreach (var table in tables)
        {
            if (!byQuantity.TryGetValue(table.Quantity, out var groups))
                byQuantity[table.Quantity] = groups = new Dictionary<string, PeerTable>(StringComparer.Ordinal);
            if (!groups.TryGetValue(table.Group, out var there) || there.AsOf < table.AsOf)
                groups[table.Group] = table;
        }
    }

    /// <summary>No peers known: factors that need them are not checked.</summary>
    public static PeerBook Empty { get; } = new([]);

    /// <summary>Table of the narrowest group with at least <paramref name="minimum"/> entities that have the quantity, or null.</summary>
    public PeerTable? Find(string quantity, EntityProfile profile, int minimum)
    {
        if (!byQuantity.TryGetValue(quantity, out var groups))
            return null;
        foreach (var group in profile.PeerGroups)
        {
            if (groups.TryGetValue(group, out var table) && table.Size >= minimum)
                return table;
        }
        return null;
    }
}
