namespace Registry.Access;

/// <summary>What became of a change of an account or a key.</summary>
public abstract record AccountChange
{
    private AccountChange()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="Id">The account or the key.</param>
    /// <param name="Secret">A new password or key, told this once; null where none was made.</param>
    public sealed record Done(Guid Id, string? Secret = null) : AccountChange;

    /// <summary>The actor may not.</summary>
    public sealed record Refused(Refusal Refusal) : AccountChange;

    /// <summary>A field is wrong.</summary>
    /// <param name="Reason">A word for the texts, e.g. <c>DuplicateEmail</c>.</param>
    public sealed record Wrong(string Field, string Reason) : AccountChange;

    /// <summary>There is no such account or key.</summary>
    public sealed record Unknown : AccountChange;

    /// <summary>Somebody else changed it meanwhile.</summary>
    public sealed record Stale : AccountChange;
}

/// <summary>An account that is to be made.</summary>
/// <param name="Email">Address to sign in with.</param>
/// <param name="Name">Name for colleagues; empty: the address.</param>
public sealed record NewAccount(string Email, string? Name, IReadOnlyCollection<Role> Roles);

/// <summary>An account as its administrators see it.</summary>
/// <param name="LockedUntil">Until when no sign-in is possible, or null.</param>
/// <param name="Version">Stamp to be given back with a change.</param>
public sealed record AccountView(
    Guid Id, string Email, string Name, IReadOnlyList<Role> Roles, bool TwoFactor, DateTimeOffset? LockedUntil,
    bool MustChangePassword, bool IsDemo, DateTimeOffset CreatedAt, string Version)
{
    /// <summary>Whether an administrator locked it, without term.</summary>
    public bool IsClosed => LockedUntil == Accounts.Forever;
}
