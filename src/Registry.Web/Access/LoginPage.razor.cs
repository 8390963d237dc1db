using Microsoft.AspNetCore.Components;
using Registry.Setup;
using Registry.Web.Setup;

namespace Registry.Web.Access;

/// <summary>Signing in with a password.</summary>
public sealed partial class LoginPage(SignInDesk desk, RegistrySettings settings, NavigationManager navigation)
{
    private SignInOutcome? outcome;

    [SupplyParameterFromForm(FormName = "login")]
    private string? Email { get; set; }

    [SupplyParameterFromForm(FormName = "login")]
    private string? Password { get; set; }

    /// <summary>Page to go to afterwards.</summary>
    [SupplyParameterFromQuery(Name = "returnUrl")]
    public string? Return { get; set; }

    /// <summary>Whether the outside identity provider's answer was no good.</summary>
    [SupplyParameterFromQuery]
    public bool Failed { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private string Target => Return is null ? "/account" : ReturnUrl.Local(Return);

    private string? Problem => outcome switch
    {
        SignInOutcome.TooMany => L["TooManyAttempts"].Value,
        SignInOutcome.Refused => L["SignInRefused"].Value,
        _ => Failed ? L["ProviderRefused"].Value : null,
    };

    private async Task SignInAsync()
    {
        if (Http is null)
            return;
        outcome = await desk.WithPasswordAsync(Http, Email ?? "", Password ?? "");
        if (SignInDesk.Next(outcome.Value, Target) is { } next)
            navigation.NavigateTo(next);
        else
            Http.Response.StatusCode = outcome == SignInOutcome.TooMany ? StatusCodes.Status429TooManyRequests : StatusCodes.Status401Unauthorized;
    }
}
