using Microsoft.AspNetCore.Identity;

namespace Registry.Access;

/// <summary>An account. Its e-mail address is its name to sign in with.</summary>
public sealed class User : IdentityUser<Guid>
{
    /// <summary>Name for colleagues; personal data.</summary>
    [PersonalData]
    public required string DisplayName { get; set; }

    /// <summary>Roles held; changing them changes the security stamp, so that open sessions follow.</summary>
    public Role[] Roles { get; set; } = [];

    /// <summary>Whether the password was given by somebody else: until it is changed the account can do nothing else.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Whether it is a demo account.</summary>
    public bool IsDemo { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
