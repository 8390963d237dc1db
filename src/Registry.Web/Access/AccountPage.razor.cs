using Microsoft.AspNetCore.Components;
using Registry.Access;

namespace Registry.Web.Access;

/// <summary>The own account: roles, pages to work on, security, signing out.</summary>
public sealed partial class AccountPage(SignInDesk desk, NavigationManager navigation)
{
    private Actor actor = Actor.Guest;
    private bool mustChangePassword;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private IReadOnlyList<(string Path, string Text)> Desks =>
    [
        .. actor.May(Permission.ReadCertification)
            ? [("/staff/certificates", L["Certificates"].Value), ("/staff/labels", L["Labels"].Value), ("/staff/decisions", L["Decisions"].Value)]
            : Array.Empty<(string, string)>(),
        .. actor.May(Permission.ReadUsers) ? [("/staff/users", L["Users"].Value)] : Array.Empty<(string, string)>(),
        .. actor.May(Permission.SeeIins) ? [("/staff/iin", L["IinLook"].Value)] : Array.Empty<(string, string)>(),
        .. actor.May(Permission.ReadAudit) ? [("/staff/audit", L["Audit"].Value)] : Array.Empty<(string, string)>(),
    ];

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        actor = (Http?.User).ToActor();
        mustChangePassword = Http?.User.HasClaim(c => c.Type == ActorClaims.MustChangePassword) == true;
    }

    private async Task SignOutAsync()
    {
        if (Http is not null)
            await desk.OutAsync(Http);
        navigation.NavigateTo("/");
    }
}
