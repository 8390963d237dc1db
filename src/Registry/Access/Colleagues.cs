using Microsoft.EntityFrameworkCore;
using Registry.Data;

namespace Registry.Access;

/// <summary>Where a colleague is written to.</summary>
/// <param name="Account">Id of the account.</param>
/// <param name="Address">E-mail address; personal data.</param>
public sealed record Mailbox(Guid Account, string Address);

/// <summary>What the register's own work needs to know of the accounts: names for those who work there, and whom to write to.</summary>
public sealed class Colleagues(IDbContextFactory<RegistryDbContext> contexts, TimeProvider time)
{
    /// <summary>Names by the ids of actors; without those that are no account any more.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<string> actors, CancellationToken cancel)
    {
        var wanted = actors.ToHashSet(StringComparer.Ordinal);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var users = await db.Users.AsNoTracking().Select(u => new { u.Id, u.DisplayName }).ToListAsync(cancel);
        return users.Select(u => (Id: Actor.UserId(u.Id), u.DisplayName)).Where(u => wanted.Contains(u.Id))
            .ToDictionary(u => u.Id, u => u.DisplayName, StringComparer.Ordinal);
    }

    /// <summary>Mailboxes of those who hold a permission and are not locked.</summary>
    public async Task<IReadOnlyList<Mailbox>> MailboxesAsync(Permission permission, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var now = time.GetUtcNow();
        var users = await db.Users.AsNoTracking().Where(u => u.Email != null).ToListAsync(cancel);
        return
        [
            .. users.Where(u => !(u.LockoutEnd > now) && Permissions.RolesWith(permission).Overlaps(u.Roles))
                .Select(u => new Mailbox(u.Id, u.Email ?? "")),
        ];
    }
}
