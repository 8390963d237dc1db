using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Registry.Setup;

namespace Registry.Certification;

/// <summary>
/// Signs what the register says of a label: a JSON Web Signature (RFC 7515, compact, ES256) over JWT claims, that a stranger verifies
/// offline with any standard library and the keys of <c>/.well-known/jwks.json</c>.
/// </summary>
public sealed class StatementSigner(StatementKeys keys, TimeProvider time)
{
    /// <summary>How long a statement is good.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>Signs a label as it stands.</summary>
    /// <param name="issuer">Address of the register, without a slash at its end.</param>
    public string Sign(LabelView label, string issuer)
    {
        var key = keys.Current();
        var now = time.GetUtcNow();
        var header = Encode(new { alg = "ES256", typ = "JWT", kid = key.Kid });
        var payload = Encode(new
        {
            iss = issuer,
            sub = label.Number,
            iat = now.ToUnixTimeSeconds(),
            nbf = now.ToUnixTimeSeconds(),
            exp = (now + Life).ToUnixTimeSeconds(),
            number = label.Number,
            state = label.State,
            bin = label.Bin,
            nameRu = label.NameRu,
            nameKk = label.NameKk,
            nameEn = label.NameEn,
            since = label.Since,
            until = label.Until,
            products = label.Products,
            certificate = label.Certificate,
            reasons = label.Reasons,
            asOf = label.AsOf,
            verify = $"{issuer}/verify/{label.Number}",
        });
        var signature = key.Pair.SignData(Encoding.ASCII.GetBytes($"{header}.{payload}"), HashAlgorithmName.SHA256);
        return $"{header}.{payload}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>The published keys as a JSON Web Key Set (RFC 7517).</summary>
    public JsonWebKeySet KeySet() => new([.. keys.Published().Select(JsonWebKey.Of)]);

    private static string Encode(object part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part, RegistryJson.Options));
}

/// <summary>A set of public keys.</summary>
public sealed record JsonWebKeySet(IReadOnlyList<JsonWebKey> Keys);

/// <summary>A public key on the curve P-256.</summary>
public sealed record JsonWebKey(string Kty, string Crv, string X, string Y, string Use, string Alg, string Kid)
{
    internal static JsonWebKey Of(StatementKey key)
    {
        var point = key.Pair.ExportParameters(includePrivateParameters: false).Q;
        return new("EC", "P-256", Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y), "sig", "ES256", key.Kid);
    }
}
