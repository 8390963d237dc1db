using Microsoft.AspNetCore.Identity;

namespace Registry.Access;

/// <summary>The rules of accounts: passwords, lock-out.</summary>
public static class AccountRules
{
    /// <summary>Length does what mixtures of characters only pretend to (NIST SP 800-63B).</summary>
    public const int ShortestPassword = 12;

    /// <summary>More is hashed for nothing.</summary>
    public const int LongestPassword = 128;
    internal const int LongestName = 100;
    internal const int LongestEmail = 254;
    private const int DifferentCharacters = 5;
    private const int MostFailures = 5;
    private static readonly TimeSpan LockOut = TimeSpan.FromMinutes(15);

    /// <summary>Sets Identity's options.</summary>
    public static void Apply(IdentityOptions options)
    {
        options.Password.RequiredLength = ShortestPassword;
        options.Password.RequiredUniqueChars = DifferentCharacters;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = MostFailures;
        options.Lockout.DefaultLockoutTimeSpan = LockOut;
        options.Lockout.AllowedForNewUsers = true;
        options.User.RequireUniqueEmail = true;
    }
}

/// <summary>A password must not contain the account's own address or name, nor be longer than is hashed.</summary>
public sealed class PasswordRules : IPasswordValidator<User>
{
    private const int ShortestPart = 4;

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password)
    {
        if (password is { Length: > AccountRules.LongestPassword })
            return Task.FromResult(Failed("PasswordTooLong"));
        var own = (user.Email ?? "").Split('@')[0].Split('.', '-', '_').Concat(user.DisplayName.Split(' '));
        var isOwn = own.Any(part => part.Length >= ShortestPart && password?.Contains(part, StringComparison.OrdinalIgnoreCase) == true);
        return Task.FromResult(isOwn ? Failed("PasswordContainsName") : IdentityResult.Success);
    }

    private static IdentityResult Failed(string code) => IdentityResult.Failed(new IdentityError { Code = code, Description = code });
}
