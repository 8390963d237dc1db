using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Registry.Access;
using Registry.Web.Api;

namespace Registry.Web.Setup;

/// <summary>Signs a program in by its key in <c>X-Api-Key</c>.</summary>
public sealed class ApiKeyScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string Name = "ApiKey";

    /// <summary>Header that carries the key.</summary>
    public const string Header = "X-Api-Key";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync() =>
        await keys.FindAsync(Request.Headers[Header].ToString(), Context.RequestAborted) is { } actor
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(ActorClaims.Of(actor, Name)), Name))
            : AuthenticateResult.Fail("The key is unknown, wrong or revoked.");

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Problems.NeedsKey().ExecuteAsync(Context);

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Problems.Forbidden().ExecuteAsync(Context);
}
