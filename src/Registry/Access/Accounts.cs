using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Audit;
using Registry.Data;

namespace Registry.Access;

/// <summary>Administers accounts. Every change asks the actor's permission and stands in the trace of the same transaction.</summary>
public sealed class Accounts(IServiceScopeFactory scopes, AuditTrail trail, TimeProvider time)
{
    /// <summary>Until when an account is locked that an administrator closed.</summary>
    public static readonly DateTimeOffset Forever = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>All accounts by address; null where the actor may not read them.</summary>
    public async Task<IReadOnlyList<AccountView>?> ListAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Permission.ReadUsers))
            return null;
        await using var scope = scopes.CreateAsyncScope();
        var users = await Database(scope).Users.AsNoTracking().OrderBy(u => u.NormalizedEmail).ToListAsync(cancel);
        var now = time.GetUtcNow();
        return users.ConvertAll(u => new AccountView(
            u.Id, u.Email ?? "", u.DisplayName, u.Roles, u.TwoFactorEnabled, u.LockoutEnd > now ? u.LockoutEnd : null,
            u.MustChangePassword, u.IsDemo, u.CreatedAt, u.ConcurrencyStamp ?? ""));
    }

    /// <summary>Makes an account with a random password that its holder must change.</summary>
    public Task<AccountChange> AddAsync(Actor actor, NewAccount account, CancellationToken cancel) =>
        AddAsync(actor, account, password: null, cancel);

    /// <summary>Changes the roles.</summary>
    /// <param name="version">Of the account as it was shown.</param>
    public Task<AccountChange> SetRolesAsync(Actor actor, Guid id, IReadOnlyCollection<Role> roles, string version, CancellationToken cancel)
    {
        if (WrongRoles(roles) is { } wrong)
            return Task.FromResult<AccountChange>(wrong);
        return ChangeAsync(actor, id, version, "user.roles", user =>
        {
            if (IsSelf(actor, user) && !roles.Contains(Role.Administrator))
                return new Changed(new AccountChange.Wrong("roles", "OwnAccount"));
            var before = user.Roles;
            user.Roles = [.. roles.Order()];
            return new Changed(Before: new { roles = before }, After: new { roles = user.Roles });
        }, cancel);
    }

    /// <summary>Closes an account without term, or opens it again.</summary>
    public Task<AccountChange> SetLockAsync(Actor actor, Guid id, bool locked, CancellationToken cancel) =>
        ChangeAsync(actor, id, version: null, locked ? "user.locked" : "user.unlocked", user =>
        {
            if (IsSelf(actor, user))
                return new Changed(new AccountChange.Wrong("lock", "OwnAccount"));
            user.LockoutEnd = locked ? Forever : null;
            user.AccessFailedCount = 0;
            return new Changed();
        }, cancel);

    /// <summary>Gives a random password that must be changed, opens the account and takes the second factor off where asked.</summary>
    public Task<AccountChange> ResetAsync(Actor actor, Guid id, bool secondFactorToo, CancellationToken cancel) =>
        ChangeAsync(actor, id, version: null, "user.reset", user =>
        {
            var password = Secrets.Password();
            user.PasswordHash = new PasswordHasher<User>().HashPassword(user, password);
            user.MustChangePassword = true;
            user.LockoutEnd = null;
            user.AccessFailedCount = 0;
            user.TwoFactorEnabled = user.TwoFactorEnabled && !secondFactorToo;
            return new Changed(After: new { secondFactorTaken = secondFactorToo }, Secret: password, ForgetsSecondFactor: secondFactorToo);
        }, cancel);

    /// <summary>The account with an address, or null where there is none or the actor may not read accounts.</summary>
    public async Task<AccountView?> FindAsync(Actor actor, string email, CancellationToken cancel) =>
        (await ListAsync(actor, cancel))?.FirstOrDefault(a => string.Equals(a.Email, email, StringComparison.OrdinalIgnoreCase));

    /// <summary>Makes an account with a password that stands, or with a random one to be changed where <paramref name="password"/> is null.</summary>
    internal async Task<AccountChange> AddAsync(Actor actor, NewAccount account, string? password, CancellationToken cancel)
    {
        if (actor.Require(Permission.ManageUsers) is { } refusal)
            return new AccountChange.Refused(refusal);
        var email = account.Email.Trim();
        if (email.Length > AccountRules.LongestEmail || !MailAddress.TryCreate(email, out var address) || address.Address != email)
            return new AccountChange.Wrong("email", "InvalidEmail");
        if (account.Name?.Length > AccountRules.LongestName)
            return new AccountChange.Wrong("name", "TooLong");
        if (WrongRoles(account.Roles) is { } wrong)
            return wrong;
        await using var scope = scopes.CreateAsyncScope();
        var user = new User
        {
            Id = Guid.CreateVersion7(),
            Email = email,
            UserName = email,
            EmailConfirmed = true,
            DisplayName = string.IsNullOrWhiteSpace(account.Name) ? email : account.Name.Trim(),
            Roles = [.. account.Roles.Distinct().Order()],
            MustChangePassword = password is null,
            IsDemo = password is not null,
            CreatedAt = time.GetUtcNow(),
        };
        var secret = password ?? Secrets.Password();
        trail.Add(Database(scope), actor, new AuditNote("user.added", Actor.UserId(user.Id))
        {
            After = new { user.Email, user.DisplayName, user.Roles },
        });
        // Saves the entry with the account.
        var result = await Manager(scope).CreateAsync(user, secret);
        return result.Succeeded ? new AccountChange.Done(user.Id, secret) : Failed(result, "email");
    }

    /// <summary>Takes the demo accounts out; returns how many there were.</summary>
    internal async Task<int> RemoveDemoAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Database(scope);
        var demo = await db.Users.Where(u => u.IsDemo).ToListAsync(cancel);
        foreach (var user in demo)
        {
            db.Users.Remove(user);
            trail.Add(db, Actor.System, new AuditNote("user.removed", Actor.UserId(user.Id)));
        }
        await db.SaveChangesAsync(cancel);
        return demo.Count;
    }

    private async Task<AccountChange> ChangeAsync(
        Actor actor, Guid id, string? version, string what, Func<User, Changed> change, CancellationToken cancel)
    {
        if (actor.Require(Permission.ManageUsers) is { } refusal)
            return new AccountChange.Refused(refusal);
        await using var scope = scopes.CreateAsyncScope();
        var user = await Database(scope).Users.FirstOrDefaultAsync(u => u.Id == id, cancel);
        if (user is null)
            return new AccountChange.Unknown();
        if (version is not null && version != user.ConcurrencyStamp)
            return new AccountChange.Stale();
        var changed = change(user);
        if (changed.Wrong is { } wrong)
            return wrong;
        trail.Add(Database(scope), actor, new AuditNote(what, Actor.UserId(id)) { Before = changed.Before, After = changed.After });
        // The app's secret and the recovery codes: whoever found the account's telephone shall not use them again.
        if (changed.ForgetsSecondFactor)
            Database(scope).UserTokens.RemoveRange(await Database(scope).UserTokens.Where(t => t.UserId == id).ToListAsync(cancel));
        // Ends the account's open sessions, and saves the account with the entry.
        var result = await Manager(scope).UpdateSecurityStampAsync(user);
        return result.Succeeded ? new AccountChange.Done(id, changed.Secret) : Failed(result, "account");
    }

    private static AccountChange Failed(IdentityResult result, string field)
    {
        var code = result.Errors.First().Code;
        return code == nameof(IdentityErrorDescriber.ConcurrencyFailure)
            ? new AccountChange.Stale()
            // The address is the user name too: said once.
            : new AccountChange.Wrong(field, code.Replace("UserName", "Email", StringComparison.Ordinal));
    }

    private static AccountChange.Wrong? WrongRoles(IReadOnlyCollection<Role> roles) =>
        roles.Count == 0 || roles.Contains(Role.Guest) || !roles.All(Enum.IsDefined) ? new AccountChange.Wrong("roles", "NoRole") : null;

    private static bool IsSelf(Actor actor, User user) => string.Equals(actor.Id, Actor.UserId(user.Id), StringComparison.Ordinal);

    private static RegistryDbContext Database(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<RegistryDbContext>();

    private static UserManager<User> Manager(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<UserManager<User>>();

    private sealed record Changed(AccountChange? Wrong = null, object? Before = null, object? After = null, string? Secret = null, bool ForgetsSecondFactor = false);
}
