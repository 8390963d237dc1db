using System.Security.Claims;

namespace Registry.Access;

/// <summary>Carries an actor through claims: into the session's cookie and back.</summary>
public static class ActorClaims
{
    /// <summary>How somebody signed in, by RFC 8176: <c>pwd</c>, <c>mfa</c>; the provider's name otherwise.</summary>
    public const string Method = "amr";

    /// <summary>Set while the password was given by somebody else; the account holds no role until it is changed.</summary>
    public const string MustChangePassword = "must-change-password";
    private const string Id = "actor";

    /// <summary>The claims of an account.</summary>
    public static IEnumerable<Claim> Of(User user)
    {
        yield return new Claim(Id, Actor.UserId(user.Id));
        yield return new Claim(ClaimTypes.GivenName, user.DisplayName);
        if (user.MustChangePassword)
        {
            yield return new Claim(MustChangePassword, "true");
            yield break;
        }
        foreach (var role in user.Roles)
            yield return new Claim(ClaimTypes.Role, role.ToString());
    }

    /// <summary>The identity of an API key's actor.</summary>
    public static ClaimsIdentity Of(Actor key, string scheme) => new(
        [
            new Claim(Id, key.Id), new Claim(ClaimTypes.GivenName, key.Name), new Claim(Method, SignInKind.ApiKey.ToString()),
            .. key.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())),
        ],
        scheme);

    /// <summary>The actor behind a principal; <see cref="Actor.Guest"/> for one who is not signed in.</summary>
    public static Actor ToActor(this ClaimsPrincipal? principal)
    {
        if (principal?.Identity?.IsAuthenticated != true || principal.FindFirst(Id)?.Value is not { } id)
            return Actor.Guest;
        var roles = principal.FindAll(ClaimTypes.Role).Select(claim => Enum.TryParse<Role>(claim.Value, out var role) ? role : Role.Guest);
        return new Actor(id, principal.FindFirst(ClaimTypes.GivenName)?.Value ?? id, roles, Kind(principal));
    }

    private static SignInKind Kind(ClaimsPrincipal principal) => principal.FindFirst(Method)?.Value switch
    {
        "mfa" => SignInKind.TwoFactor,
        nameof(SignInKind.ApiKey) => SignInKind.ApiKey,
        null or "pwd" => SignInKind.Password,
        _ => SignInKind.OpenIdConnect,
    };
}
