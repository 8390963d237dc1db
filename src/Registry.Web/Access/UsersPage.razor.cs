using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Registry.Access;
using Registry.Web.Shared;

namespace Registry.Web.Access;

/// <summary>Administers accounts and revokes keys; auditors see them only.</summary>
public sealed partial class UsersPage(Accounts writer, ApiKeys apiKeys)
{
    private Actor actor = Actor.Guest;
    private IReadOnlyList<AccountView> accounts = [];
    private IReadOnlyList<ApiKeyView> keys = [];
    private string email = "";
    private string name = "";
    private IReadOnlyCollection<Role> roles = [];
    private Guid? edited;
    private IReadOnlyCollection<Role> editedRoles = [];
    private string? said;
    private bool isProblem;
    private bool busy;

    [CascadingParameter]
    private Task<AuthenticationState>? Session { get; set; }

    private bool MayManage => actor.May(Permission.ManageUsers);

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        actor = Session is null ? Actor.Guest : (await Session).User.ToActor();
        accounts = await writer.ListAsync(actor, CancellationToken.None) ?? [];
        keys = await apiKeys.ListAsync(actor, CancellationToken.None) ?? [];
    }

    private Task AddAsync() => DoAsync(email, async () =>
    {
        var change = await writer.AddAsync(actor, new NewAccount(email, name, roles), CancellationToken.None);
        if (change is AccountChange.Done)
            (email, name, roles) = ("", "", []);
        return change;
    });

    private void Edit(AccountView account)
    {
        edited = account.Id;
        editedRoles = account.Roles;
    }

    private Task SaveRolesAsync(AccountView account) => DoAsync(account.Email, async () =>
    {
        var change = await writer.SetRolesAsync(actor, account.Id, editedRoles, account.Version, CancellationToken.None);
        if (change is AccountChange.Done or AccountChange.Stale)
            edited = null;
        return change;
    });

    private Task LockAsync(AccountView account) =>
        DoAsync(account.Email, () => writer.SetLockAsync(actor, account.Id, account.LockedUntil is null, CancellationToken.None));

    private Task ResetAsync(AccountView account, bool secondFactorToo) =>
        DoAsync(account.Email, () => writer.ResetAsync(actor, account.Id, secondFactorToo, CancellationToken.None));

    private Task RevokeAsync(ApiKeyView key) => DoAsync(key.Name, () => apiKeys.RevokeAsync(actor, key.Id, CancellationToken.None));

    /// <summary>Does a change as the one who is signed in now, says what became of it, shows the state after it.</summary>
    private async Task DoAsync(string whom, Func<Task<AccountChange>> change)
    {
        busy = true;
        actor = Session is null ? Actor.Guest : (await Session).User.ToActor();
        var outcome = await change();
        isProblem = outcome is not AccountChange.Done;
        said = outcome switch
        {
            AccountChange.Done { Secret: { } secret } => L["SecretOf", whom, secret],
            AccountChange.Done => L["Saved"],
            AccountChange.Wrong wrong => L.Of("Problem", wrong.Reason),
            AccountChange.Stale => L["Problem.Stale"],
            AccountChange.Unknown => L["Problem.Unknown"],
            _ => L["Problem.Refused"],
        };
        await LoadAsync();
        busy = false;
    }
}
