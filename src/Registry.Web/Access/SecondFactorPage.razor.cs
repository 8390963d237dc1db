using Microsoft.AspNetCore.Components;
using Registry.Web.Setup;

namespace Registry.Web.Access;

/// <summary>Second step of signing in: a code of the authenticator app or a recovery code.</summary>
public sealed partial class SecondFactorPage(SignInDesk desk, NavigationManager navigation)
{
    private SignInOutcome? outcome;

    [SupplyParameterFromForm(FormName = "code")]
    private string? Code { get; set; }

    /// <summary>Page to go to afterwards.</summary>
    [SupplyParameterFromQuery(Name = "returnUrl")]
    public string? Return { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private async Task SignInAsync()
    {
        if (Http is null)
            return;
        outcome = await desk.WithCodeAsync(Http, Code ?? "");
        if (SignInDesk.Next(outcome.Value, ReturnUrl.Local(Return)) is { } next)
            navigation.NavigateTo(next);
        else
            Http.Response.StatusCode = outcome == SignInOutcome.TooMany ? StatusCodes.Status429TooManyRequests : StatusCodes.Status401Unauthorized;
    }
}
