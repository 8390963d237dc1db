using System.Globalization;
using Microsoft.AspNetCore.Localization;
using MudBlazor.Services;
using Registry.Web.Components;
using Registry.Web.Search;

namespace Registry.Web.Setup;

/// <summary>What the pages need: components, languages, the visitor's preferences.</summary>
public static class PagesSetup
{
    private const string LanguageCookie = "language";
    private static readonly string[] Languages = ["ru", "kk", "en"];
    private static readonly TimeSpan PreferenceLife = TimeSpan.FromDays(365);

    /// <summary>Registers what the pages need.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<HomeFigureReader>();
        services.AddLocalization();
        services.AddAntiforgery(o => o.Cookie.Name = "antiforgery");
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Languages[0]).AddSupportedCultures(Languages).AddSupportedUICultures(Languages);
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider { CookieName = LanguageCookie },
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
        return services;
    }

    /// <summary>Maps the pages, their files and the two preferences. Call <c>UseRequestLocalization</c> and <c>UseAntiforgery</c> before.</summary>
    public static WebApplication MapPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapPost("/preferences/language", (Delegate)SetLanguage).DisableAntiforgery().ExcludeFromDescription();
        app.MapPost("/preferences/theme", (Delegate)SetTheme).DisableAntiforgery().ExcludeFromDescription();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }

    private static async Task<IResult> SetLanguage(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var language = form["language"].ToString();
        if (Languages.Contains(language, StringComparer.Ordinal))
        {
            var culture = new RequestCulture(CultureInfo.GetCultureInfo(language));
            Remember(http, LanguageCookie, CookieRequestCultureProvider.MakeCookieValue(culture));
        }
        return TypedResults.LocalRedirect(ReturnUrl.Local(form["returnUrl"]));
    }

    private static async Task<IResult> SetTheme(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (ThemeChoice.Valid(form["theme"]) is { } theme)
            Remember(http, ThemeChoice.Cookie, theme);
        return TypedResults.LocalRedirect(ReturnUrl.Local(form["returnUrl"]));
    }

    private static void Remember(HttpContext http, string name, string value) =>
        http.Response.Cookies.Append(name, value, new CookieOptions
        {
            MaxAge = PreferenceLife,
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });
}
