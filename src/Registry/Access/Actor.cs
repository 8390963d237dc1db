using System.Collections.Frozen;

namespace Registry.Access;

/// <summary>How somebody proved who they are.</summary>
public enum SignInKind
{
    /// <summary>Not at all: a guest.</summary>
    None,
    Password,

    /// <summary>Password and a code of an authenticator app.</summary>
    TwoFactor,

    /// <summary>At an outside identity provider.</summary>
    OpenIdConnect,
    ApiKey,

    /// <summary>The register's own work: its command line, its timers.</summary>
    System,
}

/// <summary>Who does something: an argument of every write and of every read of restricted data.</summary>
/// <param name="id">Stable id without personal data: <c>user:</c> or <c>key:</c> with a GUID, <c>guest</c>, <c>system</c>.</param>
/// <param name="name">For people; personal data.</param>
/// <param name="roles">Roles held at the moment of signing in or of the last revalidation.</param>
public sealed class Actor(string id, string name, IEnumerable<Role> roles, SignInKind signIn)
{
    private const string UserPrefix = "user:";
    private const string KeyPrefix = "key:";

    /// <summary>The register itself. Holds every permission; whoever runs the command line has the database anyway.</summary>
    public static Actor System { get; } = new("system", "system", [], SignInKind.System);

    /// <summary>Somebody who did not sign in.</summary>
    public static Actor Guest { get; } = new("guest", "guest", [Role.Guest], SignInKind.None);

    /// <summary>Stable id; equal ids are the same person or key (four eyes compare it).</summary>
    public string Id => id;

    /// <summary>Name for people.</summary>
    public string Name => name;

    /// <summary>Roles held.</summary>
    public FrozenSet<Role> Roles { get; } = roles.ToFrozenSet();

    /// <summary>How they signed in.</summary>
    public SignInKind SignIn => signIn;

    /// <summary>The account behind the actor, or null for a guest, a key or the register itself.</summary>
    public Guid? AccountId { get; } =
        id.StartsWith(UserPrefix, StringComparison.Ordinal) && Guid.TryParse(id[UserPrefix.Length..], out var account) ? account : null;

    /// <summary>Whether somebody signed in, or the register itself acts.</summary>
    public bool IsKnown => signIn != SignInKind.None;

    /// <summary>The id of an account's actor.</summary>
    public static string UserId(Guid user) => UserPrefix + user.ToString("D");

    /// <summary>The id of an API key's actor.</summary>
    public static string KeyId(Guid key) => KeyPrefix + key.ToString("D");

    /// <summary>Whether the actor holds a permission.</summary>
    public bool May(Permission permission) => signIn == SignInKind.System || Permissions.RolesWith(permission).Overlaps(Roles);

    /// <summary>Null when the actor holds the permission, else the refusal that a writer gives back.</summary>
    public Refusal? Require(Permission permission) => May(permission) ? null : new Refusal(permission);
}

/// <summary>A writer did nothing, because the actor does not hold a permission.</summary>
/// <param name="Missing">The permission asked for.</param>
public sealed record Refusal(Permission Missing);
