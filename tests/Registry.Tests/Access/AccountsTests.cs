using Registry.Access;
using Registry.Data;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Access;

public sealed class AccountsTests
{
    private static readonly Actor Administrator = SomeActor.With(Role.Administrator);
    private static readonly CancellationToken Never = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task A_new_account_must_change_its_random_password(DatabaseProvider provider)
    {
        await using var access = await TestAccess.CreateAsync(provider);

        var (id, password) = await access.AddAsync("asel@example.kz", Role.CertificationStaff);

        var user = await access.UserAsync(id);
        Assert.True(user.MustChangePassword);
        Assert.DoesNotContain(ActorClaims.Of(user), c => c.Type == System.Security.Claims.ClaimTypes.Role);
        Assert.True(await access.IdentityAsync(users => users.CheckPasswordAsync(user, password)));
        Assert.DoesNotContain(password, user.PasswordHash!, StringComparison.Ordinal);
        Assert.Equal([("user.added", Actor.UserId(id))], await access.TraceAsync());
    }

    [Theory, EachDatabase]
    public async Task A_wrong_account_is_refused_by_field_and_leaves_no_trace(DatabaseProvider provider)
    {
        await using var access = await TestAccess.CreateAsync(provider);
        await access.AddAsync("asel@example.kz", Role.Moderator);
        async Task Is(string field, string reason, string email, params Role[] roles) => Assert.Equal(
            new AccountChange.Wrong(field, reason),
            await access.Accounts.AddAsync(Administrator, new NewAccount(email, null, roles), Never));

        await Is("email", "InvalidEmail", "not an address", Role.Moderator);
        await Is("email", "InvalidEmail", "Асель <asel@example.kz>", Role.Moderator);
        await Is("email", "DuplicateEmail", "ASEL@example.kz", Role.Moderator);
        await Is("roles", "NoRole", "bolat@example.kz");
        await Is("roles", "NoRole", "bolat@example.kz", Role.Guest);
        Assert.Single(await access.TraceAsync());
    }

    [Theory, EachDatabase]
    public async Task Only_administrators_change_accounts(DatabaseProvider provider)
    {
        await using var access = await TestAccess.CreateAsync(provider);
        var (id, _) = await access.AddAsync("asel@example.kz", Role.Moderator);
        var version = (await access.UserAsync(id)).ConcurrencyStamp!;
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Administrator))
        {
            var actor = SomeActor.With(role);
            Assert.IsType<AccountChange.Refused>(await access.Accounts.AddAsync(actor, new NewAccount("b@example.kz", null, [Role.Administrator]), Never));
            Assert.IsType<AccountChange.Refused>(await access.Accounts.SetRolesAsync(actor, id, [Role.Administrator], version, Never));
            Assert.IsType<AccountChange.Refused>(await access.Accounts.SetLockAsync(actor, id, true, Never));
            Assert.IsType<AccountChange.Refused>(await access.Accounts.ResetAsync(actor, id, true, Never));
            Assert.Equal(role == Role.Auditor, await access.Accounts.ListAsync(actor, Never) is not null);
        }
        Assert.Single(await access.TraceAsync());
    }

    [Theory, EachDatabase]
    public async Task New_roles_end_open_sessions_and_an_edit_of_a_stale_account_is_refused(DatabaseProvider provider)
    {
        await using var access = await TestAccess.CreateAsync(provider);
        var (id, _) = await access.AddAsync("asel@example.kz", Role.Moderator);
        var before = await access.UserAsync(id);

        Assert.IsType<AccountChange.Done>(await access.Accounts.SetRolesAsync(
            Administrator, id, [Role.Auditor, Role.Moderator], before.ConcurrencyStamp!, Never));
        Assert.IsType<AccountChange.Stale>(await access.Accounts.SetRolesAsync(
            Administrator, id, [Role.Auditor], before.ConcurrencyStamp!, Never));

        var after = await access.UserAsync(id);
        Assert.Equal([Role.Moderator, Role.Auditor], after.Roles);
        Assert.NotEqual(before.SecurityStamp, after.SecurityStamp);
        Assert.Equal(("user.roles", Actor.UserId(id)), (await access.TraceAsync())[^1]);
    }

    [Theory, EachDatabase]
    public async Task A_closed_account_stays_closed_until_it_is_opened(DatabaseProvider provider)
    {
        await using var access = await TestAccess.CreateAsync(provider);
        var (id, _) = await access.AddAsync("asel@example.kz", Role.Moderator);

        await access.Accounts.SetLockAsync(Administrator, id, true, Never);
        Assert.True(await access.IdentityAsync(async users => await users.IsLockedOutAsync(await access.UserAsync(id))));
        Assert.True((await access.Accounts.FindAsync(Administrator, "asel@example.kz", Never))?.IsClosed);

        await access.Accounts.SetLockAsync(Administrator, id, false, Never);
        Assert.False(await access.IdentityAsync(async users => await users.IsLockedOutAsync(await access.UserAsync(id))));
    }

    [Theory, EachDatabase]
    public async Task An_administrator_cannot_shut_himself_out(DatabaseProvider provider)
    {
        await using var access = await TestAccess.CreateAsync(provider);
        var (id, _) = await access.AddAsync("admin@example.kz", Role.Administrator);
        var self = new Actor(Actor.UserId(id), "", [Role.Administrator], SignInKind.Password);

        Assert.Equal(new AccountChange.Wrong("lock", "OwnAccount"), await access.Accounts.SetLockAsync(self, id, true, Never));
        Assert.Equal(new AccountChange.Wrong("roles", "OwnAccount"), await access.Accounts.SetRolesAsync(
            self, id, [Role.Auditor], (await access.UserAsync(id)).ConcurrencyStamp!, Never));
    }

    [Theory, EachDatabase]
    public async Task Demo_accounts_exist_only_where_they_are_wanted(DatabaseProvider provider)
    {
        await using var access = await TestAccess.CreateAsync(provider);
        await access.AddAsync("asel@example.kz", Role.Moderator);

        var password = await access.Demo.ArrangeAsync(wanted: true, Never);
        Assert.NotNull(password);
        Assert.Null(await access.Demo.ArrangeAsync(wanted: true, Never));
        var accounts = await access.Accounts.ListAsync(Actor.System, Never);
        Assert.Equal(DemoAccounts.Emails.Order(), accounts!.Where(a => a.IsDemo).Select(a => a.Email).Order());
        Assert.All(accounts!.Where(a => a.IsDemo), a => Assert.False(a.MustChangePassword));

        await access.Demo.ArrangeAsync(wanted: false, Never);
        Assert.Equal(["asel@example.kz"], (await access.Accounts.ListAsync(Actor.System, Never))!.Select(a => a.Email));
    }
}
