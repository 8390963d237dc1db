using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Registry.Audit;
using Registry.Data;

namespace Registry.Access;

/// <summary>What a person changes about the own account. Every change ends the account's other sessions.</summary>
public sealed class OwnAccount(IServiceScopeFactory scopes, AuditTrail trail)
{
    private const int RecoveryCodes = 10;

    /// <summary>Replaces the password.</summary>
    public Task<AccountChange> ChangePasswordAsync(Actor actor, string current, string next, CancellationToken cancel) =>
        ChangeAsync(actor, "user.password", async (users, user) =>
        {
            user.MustChangePassword = false;
            return await users.ChangePasswordAsync(user, current, next);
        }, cancel);

    /// <summary>Whether the second factor is on, and if not the secret for an authenticator app, in base32; made where there is none.</summary>
    public async Task<(bool IsOn, string Key)> SecondFactorAsync(Actor actor)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        if (await FindAsync(users, actor) is not { } user || user.TwoFactorEnabled)
            return (true, "");
        if (await users.GetAuthenticatorKeyAsync(user) is null)
            await users.ResetAuthenticatorKeyAsync(user);
        return (false, await users.GetAuthenticatorKeyAsync(user) ?? "");
    }

    /// <summary>Turns the second factor on, once a code of the app proves that it holds the secret; answers recovery codes, told this once.</summary>
    public async Task<IReadOnlyList<string>?> TurnSecondFactorOnAsync(Actor actor, string code, CancellationToken cancel)
    {
        IReadOnlyList<string> codes = [];
        var change = await ChangeAsync(actor, "user.secondFactorOn", async (users, user) =>
        {
            var digits = code.Replace(" ", "", StringComparison.Ordinal);
            if (!await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, digits))
                return IdentityResult.Failed(new IdentityError { Code = "WrongCode" });
            codes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? []];
            return await users.SetTwoFactorEnabledAsync(user, true);
        }, cancel);
        return change is AccountChange.Done ? codes : null;
    }

    /// <summary>Turns the second factor off and forgets its secret.</summary>
    public Task<AccountChange> TurnSecondFactorOffAsync(Actor actor, string password, CancellationToken cancel) =>
        ChangeAsync(actor, "user.secondFactorOff", async (users, user) =>
        {
            if (!await users.CheckPasswordAsync(user, password))
                return IdentityResult.Failed(new IdentityError { Code = "PasswordMismatch" });
            await users.ResetAuthenticatorKeyAsync(user);
            return await users.SetTwoFactorEnabledAsync(user, false);
        }, cancel);

    private async Task<AccountChange> ChangeAsync(
        Actor actor, string what, Func<UserManager<User>, User, Task<IdentityResult>> change, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var db = scope.ServiceProvider.GetRequiredService<RegistryDbContext>();
        if (await FindAsync(users, actor) is not { } user)
            return new AccountChange.Unknown();
        // Identity saves in several steps.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var result = await change(users, user);
        if (!result.Succeeded)
            return new AccountChange.Wrong("password", result.Errors.First().Code);
        trail.Add(db, actor, new AuditNote(what, actor.Id));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new AccountChange.Done(user.Id);
    }

    private static async Task<User?> FindAsync(UserManager<User> users, Actor actor) =>
        actor.AccountId is { } id ? await users.FindByIdAsync(id.ToString("D", CultureInfo.InvariantCulture)) : null;
}
