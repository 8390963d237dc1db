using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Registry.Tests.Web.Access;

/// <summary>A real OpenID Connect provider in memory, at which one person is signed in.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string Address = "https://identity.example";
    public const string ClientId = "registry";
    public const string ClientSecret = "a secret of the client";
    private const string Subject = "person-17";
    private readonly WebApplication app;

    private IdentityProvider(WebApplication app) => this.app = app;

    /// <summary>Address of the person signed in there.</summary>
    public string Email { get; set; } = "";

    /// <summary>Whether the provider vouches for the address.</summary>
    public bool IsEmailVerified { get; set; } = true;

    public static async Task<IdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer(server => server.BaseAddress = new Uri(Address));
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddOpenIddict().AddServer(Configure);
        var provider = new IdentityProvider(builder.Build());
        provider.app.UseAuthentication();
        provider.app.MapGet("/authorize", provider.Authorize);
        await provider.app.StartAsync();
        return provider;
    }

    public HttpMessageHandler CreateHandler() => app.GetTestServer().CreateHandler();

    public HttpClient CreateClient() => app.GetTestClient();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static void Configure(OpenIddictServerBuilder server)
    {
        server.SetIssuer(new Uri(Address));
        server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.RegisterScopes(OpenIddictConstants.Scopes.Email, OpenIddictConstants.Scopes.Profile);
        server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
        server.UseAspNetCore().EnableAuthorizationEndpointPassthrough();
        // No store of clients: the one client is checked here.
        server.EnableDegradedMode();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != ClientId)
                context.Reject(OpenIddictConstants.Errors.InvalidClient);
            return default;
        }));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != ClientId || context.ClientSecret != ClientSecret)
                context.Reject(OpenIddictConstants.Errors.InvalidClient);
            return default;
        }));
    }

    private IResult Authorize(HttpContext http)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("Not an OpenID Connect request.");
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        identity.SetClaim(OpenIddictConstants.Claims.Subject, Subject)
            .SetClaim(OpenIddictConstants.Claims.Email, Email)
            .SetClaim(OpenIddictConstants.Claims.EmailVerified, IsEmailVerified);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(request.GetScopes());
        principal.SetDestinations(_ => [OpenIddictConstants.Destinations.IdentityToken]);
        return Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
