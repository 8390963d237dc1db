using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Registry.Access;
using Registry.Audit;
using Registry.Setup;

namespace Registry.Web.Access;

/// <summary>What became of an attempt to sign in. Why it was refused is not told: neither which addresses exist nor which are locked.</summary>
public enum SignInOutcome
{
    Done,

    /// <summary>Done, but the password must be changed before anything else.</summary>
    MustChangePassword,
    NeedsSecondFactor,
    Refused,
    TooMany,
}

/// <summary>Signs people in and out; every attempt on an account stands in the trace.</summary>
public sealed class SignInDesk(
    SignInManager<User> sessions, UserManager<User> users, LoginLimit limit, AuditTrail trail, RegistrySettings settings, IServiceScopeFactory scopes)
{
    /// <summary>A hash to compare with where there is no such account, so that the answer takes as long.</summary>
    private static readonly string NobodysHash = new PasswordHasher<User>().HashPassword(Nobody, Guid.NewGuid().ToString());

    private static User Nobody => new() { DisplayName = "" };

    /// <summary>First step: address and password.</summary>
    public async Task<SignInOutcome> WithPasswordAsync(HttpContext http, string email, string password)
    {
        if (!limit.TryTake(AddressOf(http)))
            return SignInOutcome.TooMany;
        var user = email.Length > 0 && password.Length is > 0 and <= AccountRules.LongestPassword ? await users.FindByEmailAsync(email.Trim()) : null;
        if (user is null || (user.IsDemo && !settings.Demo))
        {
            new PasswordHasher<User>().VerifyHashedPassword(Nobody, NobodysHash, password);
            return SignInOutcome.Refused;
        }
        return await OutcomeAsync(user, await sessions.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true), "pwd");
    }

    /// <summary>Second step: a code of the authenticator app, or a recovery code.</summary>
    public async Task<SignInOutcome> WithCodeAsync(HttpContext http, string code)
    {
        if (!limit.TryTake(AddressOf(http)))
            return SignInOutcome.TooMany;
        if (await sessions.GetTwoFactorAuthenticationUserAsync() is not { } user)
            return SignInOutcome.Refused;
        var plain = code.Replace(" ", "", StringComparison.Ordinal);
        var result = plain.All(char.IsAsciiDigit)
            ? await sessions.TwoFactorAuthenticatorSignInAsync(plain, isPersistent: false, rememberClient: false)
            : await sessions.TwoFactorRecoveryCodeSignInAsync(plain);
        return await OutcomeAsync(user, result, "mfa");
    }

    /// <summary>Back from the outside identity provider: the account with the address that it vouches for. Nobody gets an account by this.</summary>
    public async Task<SignInOutcome> WithProviderAsync()
    {
        if (await sessions.GetExternalLoginInfoAsync() is not { } login)
            return SignInOutcome.Refused;
        var user = await users.FindByLoginAsync(login.LoginProvider, login.ProviderKey) ?? await LinkAsync(login);
        if (user is null)
            return SignInOutcome.Refused;
        var result = await sessions.ExternalLoginSignInAsync(login.LoginProvider, login.ProviderKey, isPersistent: false);
        return await OutcomeAsync(user, result, login.LoginProvider);
    }

    /// <summary>Where to go after an outcome; null to stay.</summary>
    public static string? Next(SignInOutcome outcome, string target) => outcome switch
    {
        SignInOutcome.Done => target,
        SignInOutcome.MustChangePassword => "/account/password",
        SignInOutcome.NeedsSecondFactor => $"/login/second-factor?returnUrl={Uri.EscapeDataString(target)}",
        _ => null,
    };

    /// <summary>Ends the session.</summary>
    public async Task OutAsync(HttpContext http)
    {
        var actor = http.User.ToActor();
        await sessions.SignOutAsync();
        if (actor.IsKnown)
            await trail.WriteAsync(actor, new AuditNote("login.ended", actor.Id), http.RequestAborted);
    }

    /// <summary>Renews the session after the account changed.</summary>
    public async Task RefreshAsync(ClaimsPrincipal principal)
    {
        // A scope of its own: this request's still holds the account as it was before.
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<UserManager<User>>().GetUserAsync(principal) is { } user)
            await sessions.RefreshSignInAsync(user);
    }

    private async Task<User?> LinkAsync(ExternalLoginInfo login)
    {
        var email = login.Principal.FindFirstValue("email");
        var isVerified = string.Equals(login.Principal.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase);
        if (email is null || !isVerified || await users.FindByEmailAsync(email) is not { } user || (user.IsDemo && !settings.Demo))
            return null;
        var result = await users.AddLoginAsync(user, login);
        return result.Succeeded ? user : null;
    }

    private async Task<SignInOutcome> OutcomeAsync(User user, SignInResult result, string method)
    {
        var subject = Actor.UserId(user.Id);
        if (result.RequiresTwoFactor)
            return SignInOutcome.NeedsSecondFactor;
        var actor = result.Succeeded ? new Actor(subject, user.DisplayName, user.Roles, KindOf(method)) : Actor.Guest;
        var note = new AuditNote(result.Succeeded ? "login.done" : "login.refused", subject)
        {
            After = new { method, locked = result.IsLockedOut },
        };
        await trail.WriteAsync(actor, note, CancellationToken.None);
        return !result.Succeeded ? SignInOutcome.Refused : user.MustChangePassword ? SignInOutcome.MustChangePassword : SignInOutcome.Done;
    }

    private static SignInKind KindOf(string method) => method switch
    {
        "pwd" => SignInKind.Password,
        "mfa" => SignInKind.TwoFactor,
        _ => SignInKind.OpenIdConnect,
    };

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
