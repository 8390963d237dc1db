using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Registry.DueDiligence;

/// <summary>The canonical form of a report and its hash: what was stored can be proven later, byte by byte.</summary>
public static class CheckProof
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Canonical JSON: fields in their declared order, no blanks, the hash left out.</summary>
    public static string Canonical(CheckReport report)
    {
        var node = JsonSerializer.SerializeToNode(report, Json)?.AsObject() ?? [];
        node.Remove("hash");
        return node.ToJsonString(Json);
    }

    /// <summary>SHA-256 of a canonical form, hex in small letters.</summary>
    public static string Hash(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    /// <summary>Whether a stored report is still what was hashed.</summary>
    public static bool Holds(StoredCheck stored) => string.Equals(Hash(stored.Json), stored.Hash, StringComparison.Ordinal);

    /// <summary>The report out of its stored form.</summary>
    /// <exception cref="JsonException">The stored form is damaged.</exception>
    public static CheckReport Read(StoredCheck stored)
    {
        var report = JsonSerializer.Deserialize<CheckReport>(stored.Json, Json) ?? throw new JsonException("An empty report.");
        return report with { Hash = stored.Hash };
    }
}
