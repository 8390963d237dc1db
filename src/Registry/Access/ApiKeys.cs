using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Registry.Audit;
using Registry.Data;

namespace Registry.Access;

/// <summary>Makes, revokes and recognises API keys: <c>rk_</c>, the key's id and its secret, joined by a dot.</summary>
public sealed class ApiKeys(IDbContextFactory<RegistryDbContext> contexts, AuditTrail trail, TimeProvider time)
{
    private const string Prefix = "rk_";
    private const int LongestName = 64;
    private const int IdBytes = 16;

    /// <summary>Compared with where there is no such key, so that an unknown one takes as long as a wrong one.</summary>
    private static readonly byte[] NoHash = new byte[SHA256.HashSizeInBytes];

    /// <summary>Makes a key; the answer's secret is the key, told this once.</summary>
    public async Task<AccountChange> AddAsync(Actor actor, string name, Role role, CancellationToken cancel)
    {
        if (actor.Require(Permission.ManageUsers) is { } refusal)
            return new AccountChange.Refused(refusal);
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName)
            return new AccountChange.Wrong("name", "NameLength");
        if (role == Role.Guest || !Enum.IsDefined(role))
            return new AccountChange.Wrong("role", "NoRole");
        var secret = Secrets.Key();
        var key = new ApiKey
        {
            Id = Guid.CreateVersion7(), Name = name.Trim(), Role = role, Hash = Hash(secret), CreatedAt = time.GetUtcNow(),
        };
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.ApiKeys.Add(key);
        trail.Add(db, actor, new AuditNote("apikey.added", Actor.KeyId(key.Id)) { After = new { key.Name, key.Role } });
        await db.SaveChangesAsync(cancel);
        return new AccountChange.Done(key.Id, $"{Prefix}{Base64Url.EncodeToString(key.Id.ToByteArray())}.{secret}");
    }

    /// <summary>Refuses the key from now on. Revoking twice changes nothing.</summary>
    public async Task<AccountChange> RevokeAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        if (actor.Require(Permission.ManageUsers) is { } refusal)
            return new AccountChange.Refused(refusal);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var key = await db.ApiKeys.FirstOrDefaultAsync(k => k.Id == id, cancel);
        if (key is null)
            return new AccountChange.Unknown();
        if (key.RevokedAt is null)
        {
            key.RevokedAt = time.GetUtcNow();
            trail.Add(db, actor, new AuditNote("apikey.revoked", Actor.KeyId(id)));
            await db.SaveChangesAsync(cancel);
        }
        return new AccountChange.Done(id);
    }

    /// <summary>All keys, newest first, without anything that could be signed in with; null where the actor may not read them.</summary>
    public async Task<IReadOnlyList<ApiKeyView>?> ListAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Permission.ReadUsers))
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.ApiKeys.AsNoTracking().OrderByDescending(k => k.Id)
            .Select(k => new ApiKeyView(k.Id, k.Name, k.Role, k.CreatedAt, k.RevokedAt)).ToListAsync(cancel);
    }

    /// <summary>The actor of a key, or null for one that is malformed, unknown, wrong or revoked.</summary>
    public async Task<Actor?> FindAsync(string? key, CancellationToken cancel)
    {
        if (!TryRead(key, out var id, out var secret))
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = await db.ApiKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Id == id, cancel);
        var isRight = CryptographicOperations.FixedTimeEquals(Hash(secret), found?.Hash ?? NoHash);
        return isRight && found is { RevokedAt: null } ? new Actor(Actor.KeyId(id), found.Name, [found.Role], SignInKind.ApiKey) : null;
    }

    private static bool TryRead(string? key, out Guid id, out string secret)
    {
        id = default;
        secret = "";
        var dot = key?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (key is null || dot < Prefix.Length || !key.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        Span<byte> bytes = stackalloc byte[IdBytes];
        var status = Base64Url.DecodeFromChars(key.AsSpan(Prefix.Length, dot - Prefix.Length), bytes, out _, out var written);
        if (status != System.Buffers.OperationStatus.Done || written != IdBytes)
            return false;
        id = new Guid(bytes);
        secret = key[(dot + 1)..];
        return true;
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

/// <summary>A key as its administrators see it.</summary>
public sealed record ApiKeyView(Guid Id, string Name, Role Role, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);
