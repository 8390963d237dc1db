using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Registry.Data;

namespace Registry.Access;

/// <summary>
/// Identity's store on the register's database, which keeps recovery codes only as hashes and the secrets of authenticator apps only
/// sealed: whoever reads the database cannot sign in with them.
/// </summary>
public sealed class RegistryUserStore(RegistryDbContext context, IdentityErrorDescriber describer, ISecretSeal seal)
    : UserOnlyStore<User, RegistryDbContext, Guid>(context, describer)
{
    private const int HashDigits = 2 * SHA256.HashSizeInBytes;

    /// <inheritdoc/>
    public override Task ReplaceCodesAsync(User user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(code => Hashed(user, code)), cancellationToken);

    /// <inheritdoc/>
    public override Task<bool> RedeemCodeAsync(User user, string code, CancellationToken cancellationToken) =>
        base.RedeemCodeAsync(user, Hash(user, code), cancellationToken);

    /// <inheritdoc/>
    public override Task SetAuthenticatorKeyAsync(User user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, seal.Seal(key), cancellationToken);

    /// <inheritdoc/>
    public override async Task<string?> GetAuthenticatorKeyAsync(User user, CancellationToken cancellationToken) =>
        await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { } kept ? seal.Open(kept) : null;

    /// <summary>Also called with the hashes that are left after one code was used.</summary>
    private static string Hashed(User user, string code) => code.Length == HashDigits ? code : Hash(user, code);

    /// <summary>A code has about 50 random bits and works once, so that a fast hash is enough.</summary>
    private static string Hash(User user, string code) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{user.Id}:{code.Trim().ToUpperInvariant()}")));
}
