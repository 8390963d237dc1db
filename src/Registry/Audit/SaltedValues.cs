using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Registry.Setup;

namespace Registry.Audit;

/// <summary>One value beside the trace.</summary>
/// <param name="Salt">16 random bytes: without them the hash in the chain tells nothing about the value.</param>
/// <param name="Json">The value as JSON text, exactly as it was hashed.</param>
public sealed record SaltedValue(byte[] Salt, string Json)
{
    private const int SaltBytes = 16;

    /// <summary>A value with a fresh salt.</summary>
    public static SaltedValue Of(string json) => new(RandomNumberGenerator.GetBytes(SaltBytes), json);

    /// <summary>Base64 of SHA-256 over salt and value.</summary>
    public string Digest() => Convert.ToBase64String(SHA256.HashData([.. Salt, .. Encoding.UTF8.GetBytes(Json)]));
}

/// <summary>The values of one entry by field: <c>actor</c>, <c>reason</c>, <c>before.x</c>, <c>after.x</c>.</summary>
public static class SaltedValues
{
    /// <summary>Field of the actor's name.</summary>
    public const string ActorField = "actor";

    /// <summary>Field of the reason.</summary>
    public const string ReasonField = "reason";
    private const string Before = "before";
    private const string After = "after";

    /// <summary>The fields of a note, each with a fresh salt.</summary>
    public static SortedDictionary<string, SaltedValue> Of(string actorName, AuditNote note)
    {
        var fields = new SortedDictionary<string, SaltedValue>(StringComparer.Ordinal)
        {
            [ActorField] = SaltedValue.Of(JsonSerializer.Serialize(actorName, RegistryJson.Options)),
        };
        if (note.Reason is { } reason)
            fields[ReasonField] = SaltedValue.Of(JsonSerializer.Serialize(reason, RegistryJson.Options));
        var before = Flat(Before, note.Before);
        var after = Flat(After, note.After);
        foreach (var (field, json) in before.Where(f => !IsSame(after, After + f.Key[Before.Length..], f.Value)))
            fields[field] = SaltedValue.Of(json);
        foreach (var (field, json) in after.Where(f => !IsSame(before, Before + f.Key[After.Length..], f.Value)))
            fields[field] = SaltedValue.Of(json);
        return fields;
    }

    /// <summary>What the chained entry keeps of them.</summary>
    public static string Digests(SortedDictionary<string, SaltedValue> values) =>
        string.Join('\n', values.Select(field => $"{field.Key}={field.Value.Digest()}"));

    /// <summary>Reads <see cref="AuditEntry.Digests"/>.</summary>
    public static IReadOnlyDictionary<string, string> ReadDigests(string digests) => digests
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => (Line: line, At: line.IndexOf('=', StringComparison.Ordinal)))
        .Where(line => line.At > 0)
        .ToDictionary(line => line.Line[..line.At], line => line.Line[(line.At + 1)..], StringComparer.Ordinal);

    /// <summary>Writes the form in which the values are kept.</summary>
    public static string Write(SortedDictionary<string, SaltedValue> values) => JsonSerializer.Serialize(values, RegistryJson.Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">Somebody else wrote it.</exception>
    public static SortedDictionary<string, SaltedValue> Read(string json) =>
        new(JsonSerializer.Deserialize<Dictionary<string, SaltedValue>>(json, RegistryJson.Options) ?? [], StringComparer.Ordinal);

    private static Dictionary<string, string> Flat(string prefix, object? state)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (JsonSerializer.SerializeToNode(state, RegistryJson.Options) is not { } node)
            return fields;
        if (node is not JsonObject record)
        {
            fields[prefix] = node.ToJsonString(RegistryJson.Options);
            return fields;
        }
        foreach (var (name, value) in record)
            fields[$"{prefix}.{name}"] = value?.ToJsonString(RegistryJson.Options) ?? "null";
        return fields;
    }

    private static bool IsSame(Dictionary<string, string> other, string field, string json) =>
        other.TryGetValue(field, out var found) && string.Equals(found, json, StringComparison.Ordinal);
}
