using Microsoft.AspNetCore.Identity;
using Registry.Access;
using Registry.Setup;
using Registry.Web.Setup;

namespace Registry.Web.Access;

/// <summary>The way to the outside identity provider and back; only where one is configured.</summary>
public static class ExternalLogin
{
    private const string Back = "/login/external/back";

    /// <summary>Maps both.</summary>
    public static void MapExternalLogin(this WebApplication app)
    {
        if (app.Services.GetRequiredService<RegistrySettings>().OpenIdConnect is null)
            return;
        // A link, not a form: the content security policy keeps forms, and where they are led on to, on this host.
        app.MapGet("/login/external", (string? returnUrl, SignInManager<User> sessions) => TypedResults.Challenge(
            sessions.ConfigureExternalAuthenticationProperties(
                AccessSetup.OpenIdConnect, $"{Back}?returnUrl={Uri.EscapeDataString(ReturnUrl.Local(returnUrl))}"),
            [AccessSetup.OpenIdConnect])).ExcludeFromDescription();
        app.MapGet(Back, async (string? returnUrl, SignInDesk desk) => TypedResults.LocalRedirect(
            SignInDesk.Next(await desk.WithProviderAsync(), ReturnUrl.Local(returnUrl)) ?? $"{AccessSetup.LoginPath}?failed=true"))
            .ExcludeFromDescription();
    }
}
