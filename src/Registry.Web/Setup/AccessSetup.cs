using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Registry.Access;
using Registry.Setup;
using Registry.Web.Api;

namespace Registry.Web.Setup;

/// <summary>Who asks: sessions by cookie, programs by key, one policy per permission.</summary>
public static class AccessSetup
{
    /// <summary>Page to sign in on.</summary>
    public const string LoginPath = "/login";

    /// <summary>Name of the outside identity provider's scheme.</summary>
    public const string OpenIdConnect = "OpenIdConnect";
    private const string SessionOrKey = "SessionOrKey";
    private const string DeniedPath = "/denied";
    private static readonly TimeSpan SessionLife = TimeSpan.FromHours(8);
    private static readonly TimeSpan StepLife = TimeSpan.FromMinutes(10);

    /// <summary>Registers sign-in and permissions.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, RegistrySettings settings)
    {
        var authentication = services.AddAuthentication(SessionOrKey)
            .AddPolicyScheme(SessionOrKey, displayName: null, o => o.ForwardDefaultSelector = http =>
                http.Request.Headers.ContainsKey(ApiKeyScheme.Header) && IsApi(http) ? ApiKeyScheme.Name : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyScheme>(ApiKeyScheme.Name, configureOptions: null);
        authentication.AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure(SetSession);
            cookies.ExternalCookie!.Configure(o => SetStep(o, "session-external"));
            cookies.TwoFactorUserIdCookie!.Configure(o => SetStep(o, "session-second-factor"));
        });
        if (settings.OpenIdConnect is { } provider)
            authentication.AddOpenIdConnect(OpenIdConnect, provider.Name, o => SetProvider(o, provider));
        services.AddIdentityCore<User>().AddSignInManager().AddClaimsPrincipalFactory<UserPrincipals>();
        services.Configure<SecurityStampValidatorOptions>(o =>
        {
            o.ValidationInterval = SessionRevalidation.Interval;
            o.OnRefreshingPrincipal = KeepMethod;
        });
        services.AddAuthorization(o =>
        {
            foreach (var permission in Enum.GetValues<Permission>())
                o.AddPolicy(permission.ToString(), policy => policy.RequireAssertion(context => context.User.ToActor().May(permission)));
        });
        services.AddCascadingAuthenticationState();
        return services.AddScoped<AuthenticationStateProvider, SessionRevalidation>();
    }

    private static void SetSession(CookieAuthenticationOptions options)
    {
        SetStep(options, "session");
        options.ExpireTimeSpan = SessionLife;
        options.SlidingExpiration = true;
        options.LoginPath = LoginPath;
        options.AccessDeniedPath = DeniedPath;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = context => Answer(context, Problems.NeedsKey());
        options.Events.OnRedirectToAccessDenied = context => Answer(context, Problems.Forbidden());
    }

    private static void SetStep(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = StepLife;
        options.SlidingExpiration = false;
    }

    private static void SetProvider(OpenIdConnectOptions options, OpenIdConnectSettings provider)
    {
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.Authority = provider.Authority.ToString();
        options.RequireHttpsMetadata = provider.Authority.Scheme == Uri.UriSchemeHttps;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.ResponseType = "code";
        // By form the answer would come across sites, without the cookies that it belongs to.
        options.ResponseMode = "query";
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.ClaimActions.MapUniqueJsonKey("email", "email");
        options.ClaimActions.MapUniqueJsonKey("email_verified", "email_verified");
        options.Scope.Add("email");
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.Events.OnRemoteFailure = context =>
        {
            context.Response.Redirect($"{LoginPath}?failed=true");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    /// <summary>The API answers problem details; pages lead to the page to sign in on.</summary>
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, ProblemHttpResult problem)
    {
        if (IsApi(context.HttpContext))
            return problem.ExecuteAsync(context.HttpContext);
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    /// <summary>A principal made anew does not know how its holder had signed in.</summary>
    private static Task KeepMethod(SecurityStampRefreshingPrincipalContext context)
    {
        if (context.CurrentPrincipal?.FindFirst(ActorClaims.Method) is { } method)
            context.NewPrincipal?.Identities.First().AddClaim(method.Clone());
        return Task.CompletedTask;
    }

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api/v1", StringComparison.OrdinalIgnoreCase);
}
