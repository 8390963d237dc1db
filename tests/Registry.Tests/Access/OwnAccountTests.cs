using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Data;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Access;

public sealed class OwnAccountTests
{
    private const string Good = "a-long-new-phrase-7";
    private static readonly CancellationToken Never = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task A_password_is_changed_by_its_rules(DatabaseProvider provider)
    {
        await using var access = await TestAccess.CreateAsync(provider);
        var (id, password) = await access.AddAsync("asel.testova@example.kz", Role.Moderator);
        var self = Self(id);
        async Task Is(string reason, string current, string next) => Assert.Equal(
            new AccountChange.Wrong("password", reason), await access.Own.ChangePasswordAsync(self, current, next, Never));

        await Is("PasswordMismatch", "wrong", Good);
        await Is("PasswordTooShort", password, "short-one");
        await Is("PasswordRequiresUniqueChars", password, "aaaaaaaaaaaaaaaa");
        await Is("PasswordContainsName", password, "my-TESTOVA-password");
        await Is("PasswordTooLong", password, string.Concat(Enumerable.Repeat("abcde", 26)));
        Assert.True((await access.UserAsync(id)).MustChangePassword);

        Assert.IsType<AccountChange.Done>(await access.Own.ChangePasswordAsync(self, password, Good, Never));
        var user = await access.UserAsync(id);
        Assert.False(user.MustChangePassword);
        Assert.True(await access.IdentityAsync(users => users.CheckPasswordAsync(user, Good)));
        Assert.Equal(("user.password", self.Id), (await access.TraceAsync())[^1]);
    }

    [Theory, EachDatabase]
    public async Task The_second_factor_goes_on_with_a_code_of_the_app_only(DatabaseProvider provider)
    {
        await using var access = await TestAccess.CreateAsync(provider);
        var (id, password) = await access.AddAsync("asel@example.kz", Role.Moderator);
        var self = Self(id);
        var (_, key) = await access.Own.SecondFactorAsync(self);

        var right = Totp.Now(key);
        Assert.Null(await access.Own.TurnSecondFactorOnAsync(self, right == "000000" ? "111111" : "000000", Never));
        Assert.False((await access.UserAsync(id)).TwoFactorEnabled);
        var codes = await access.Own.TurnSecondFactorOnAsync(self, Totp.Now(key), Never);

        Assert.Equal(10, codes?.Count);
        Assert.Equal((true, ""), await access.Own.SecondFactorAsync(self));
        Assert.IsType<AccountChange.Wrong>(await access.Own.TurnSecondFactorOffAsync(self, "wrong", Never));
        Assert.IsType<AccountChange.Done>(await access.Own.TurnSecondFactorOffAsync(self, password, Never));
        Assert.NotEqual((false, key), await access.Own.SecondFactorAsync(self));
    }

    [Theory, EachDatabase]
    public async Task The_apps_secret_stands_nowhere_in_the_database_and_a_reset_forgets_it(DatabaseProvider provider)
    {
        await using var access = await TestAccess.CreateAsync(provider);
        var (id, _) = await access.AddAsync("asel@example.kz", Role.Moderator);
        var (_, key) = await access.Own.SecondFactorAsync(Self(id));
        await access.Own.TurnSecondFactorOnAsync(Self(id), Totp.Now(key), Never);

        await using (var db = access.CreateContext())
            Assert.DoesNotContain(await db.UserTokens.Select(t => t.Value).ToListAsync(), value => value!.Contains(key, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(key, await access.IdentityAsync(async users => await users.GetAuthenticatorKeyAsync((await users.FindByIdAsync(id.ToString()))!)));
        Assert.IsType<AccountChange.Done>(await access.Accounts.ResetAsync(Actor.System, id, secondFactorToo: true, Never));

        await using var after = access.CreateContext();
        Assert.Empty(await after.UserTokens.ToListAsync());
        var (isOn, fresh) = await access.Own.SecondFactorAsync(Self(id));
        Assert.False(isOn);
        Assert.NotEqual(key, fresh);
    }

    [Fact]
    public async Task A_secret_that_cannot_be_opened_any_more_opens_no_account()
    {
        await using var access = await TestAccess.CreateAsync(DatabaseProvider.Sqlite);
        var (id, _) = await access.AddAsync("asel@example.kz", Role.Moderator);
        var (_, key) = await access.Own.SecondFactorAsync(Self(id));
        await access.Own.TurnSecondFactorOnAsync(Self(id), Totp.Now(key), Never);
        await using (var db = access.CreateContext())
            await db.UserTokens.Where(t => t.Name == "AuthenticatorKey").ExecuteUpdateAsync(set => set.SetProperty(t => t.Value, key));

        Assert.False(await access.IdentityAsync(async users => await users.VerifyTwoFactorTokenAsync(
            (await users.FindByIdAsync(id.ToString()))!, Microsoft.AspNetCore.Identity.TokenOptions.DefaultAuthenticatorProvider, Totp.Now(key))));
    }

    [Theory, EachDatabase]
    public async Task A_recovery_code_works_once_and_stands_nowhere_in_the_database(DatabaseProvider provider)
    {
        await using var access = await TestAccess.CreateAsync(provider);
        var (id, _) = await access.AddAsync("asel@example.kz", Role.Moderator);
        var (_, key) = await access.Own.SecondFactorAsync(Self(id));
        var codes = await access.Own.TurnSecondFactorOnAsync(Self(id), Totp.Now(key), Never) ?? [];

        await using (var db = access.CreateContext())
        {
            var kept = await db.UserTokens.Select(t => t.Value).ToListAsync();
            Assert.All(codes, code => Assert.DoesNotContain(kept, value => value!.Contains(code, StringComparison.OrdinalIgnoreCase)));
        }
        async Task<bool> Redeem(string code) => await access.IdentityAsync(async users =>
            (await users.RedeemTwoFactorRecoveryCodeAsync((await users.FindByIdAsync(id.ToString()))!, code)).Succeeded);
        Assert.True(await Redeem(codes[3]));
        Assert.False(await Redeem(codes[3]));
        Assert.True(await Redeem(codes[4]));
        Assert.False(await Redeem("AAAAA-AAAAA"));
        Assert.Equal(8, await access.IdentityAsync(async users => await users.CountRecoveryCodesAsync((await users.FindByIdAsync(id.ToString()))!)));
    }

    private static Actor Self(Guid id) => new(Actor.UserId(id), "Асель", [Role.Moderator], SignInKind.Password);
}
