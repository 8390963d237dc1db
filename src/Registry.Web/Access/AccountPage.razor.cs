using Microsoft.AspNetCore.Components;
using Registry.Access;
using Registry.Web.Shared;

namespace Registry.Web.Access;

/// <summary>The own account: roles, pages to work on, security, signing out.</summary>
public sealed partial class AccountPage(SignInDesk desk, CompanyClaims companyClaims, NavigationManager navigation)
{
    private Actor actor = Actor.Guest;
    private bool mustChangePassword;
    private IReadOnlyList<ClaimView> claims = [];
    private string? problem;

    [SupplyParameterFromForm(FormName = "claim")]
    private string? Bin { get; set; }

    [SupplyParameterFromForm(FormName = "claim")]
    private string? ClaimGround { get; set; }

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

    private bool MayClaim => actor.May(Permission.ClaimCompanies);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        actor = (Http?.User).ToActor();
        mustChangePassword = Http?.User.HasClaim(c => c.Type == ActorClaims.MustChangePassword) == true;
        if (MayClaim)
            claims = await companyClaims.OwnAsync(actor, Http?.RequestAborted ?? default);
    }

    private async Task ClaimAsync()
    {
        if (Http is null)
            return;
        var change = await companyClaims.AskAsync(actor, Bin ?? "", ClaimGround ?? "", Http.RequestAborted);
        if (change is AccountChange.Done)
        {
            navigation.NavigateTo("/account");
            return;
        }
        problem = change is AccountChange.Wrong wrong ? wrong.Reason : "Refused";
        Http.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    private static string NameOf(ClaimView claim) => EntityNames.Of(claim.Bin, claim.NameRu, claim.NameKk, claim.NameEn).Main;

    private async Task SignOutAsync()
    {
        if (Http is not null)
            await desk.OutAsync(Http);
        navigation.NavigateTo("/");
    }
}
