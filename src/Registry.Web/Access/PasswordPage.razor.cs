using Microsoft.AspNetCore.Components;
using Registry.Access;

namespace Registry.Web.Access;

/// <summary>Changes the own password.</summary>
public sealed partial class PasswordPage(OwnAccount account, SignInDesk desk, NavigationManager navigation)
{
    private string? problem;

    [SupplyParameterFromForm(FormName = "password")]
    private string? Current { get; set; }

    [SupplyParameterFromForm(FormName = "password")]
    private string? Next { get; set; }

    [SupplyParameterFromForm(FormName = "password")]
    private string? Repeated { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private async Task ChangeAsync()
    {
        if (Http is null)
            return;
        problem = Next == Repeated ? null : "PasswordsDiffer";
        if (problem is null)
        {
            var change = await account.ChangePasswordAsync(Http.User.ToActor(), Current ?? "", Next ?? "", Http.RequestAborted);
            problem = change is AccountChange.Wrong wrong ? wrong.Reason : null;
        }
        if (problem is not null)
        {
            Http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        await desk.RefreshAsync(Http.User);
        navigation.NavigateTo("/account");
    }
}
