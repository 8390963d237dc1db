using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Registry.Access;

namespace Registry.Web.Setup;

/// <summary>Encrypts with the host's data protection keys, which stand in the data folder and are turned by themselves.</summary>
internal sealed class DataProtectionSeal(IDataProtectionProvider provider) : ISecretSeal
{
    private readonly IDataProtector protector = provider.CreateProtector("Registry.Access.Secrets");

    public string Seal(string secret) => protector.Protect(secret);

    public string? Open(string text)
    {
        try
        {
            return protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
