using System.Text.Json;

namespace Registry.Audit;

/// <summary>Whether the values beside an entry are those that were hashed.</summary>
/// <param name="Missing">Fields without a value: lawful only where an erasure names them.</param>
/// <param name="Reason"><c>valueChanged</c>, <c>valueAdded</c> or null.</param>
internal sealed record AuditValueCheck(IReadOnlyList<string> Missing, string? Reason, string? Field)
{
    /// <summary>Compares the values with the entry's hashes.</summary>
    public static AuditValueCheck Wrong(AuditEntry entry, string? values)
    {
        var digests = SaltedValues.ReadDigests(entry.Digests);
        SortedDictionary<string, SaltedValue> kept;
        try
        {
            kept = values is null ? [] : SaltedValues.Read(values);
        }
        catch (JsonException)
        {
            return new AuditValueCheck([], "valueChanged", null);
        }
        foreach (var (field, value) in kept)
        {
            if (!digests.TryGetValue(field, out var digest))
                return new AuditValueCheck([], "valueAdded", field);
            if (!string.Equals(digest, value.Digest(), StringComparison.Ordinal))
                return new AuditValueCheck([], "valueChanged", field);
        }
        return new AuditValueCheck([.. digests.Keys.Where(field => !kept.ContainsKey(field))], null, null);
    }
}
