using System.Security.Cryptography;

namespace Registry.Web.Setup;

/// <summary>The random value that lets this response's own scripts run under its content security policy.</summary>
public sealed class CspNonce
{
    private const int Bytes = 16;

    /// <summary>Base64 of 16 random bytes, one value per request.</summary>
    public string Value { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));
}
