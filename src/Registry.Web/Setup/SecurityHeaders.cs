namespace Registry.Web.Setup;

/// <summary>Headers that tell the browser what the register's answers may do.</summary>
public static class SecurityHeaders
{
    /// <summary>A page for other programs' frames: nothing in it runs, nothing in it is sent.</summary>
    private const string EmbeddedPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *; sandbox allow-popups allow-popups-to-escape-sandbox";

    /// <summary>Puts the headers on every answer, errors and static files too.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            Write((HttpContext)state);
            return Task.CompletedTask;
        }, context);
        return next(context);
    });

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy(context.RequestServices.GetRequiredService<CspNonce>().Value);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        if (context.GetEndpoint()?.Metadata.GetMetadata<Embeddable>() is not null)
        {
            headers.ContentSecurityPolicy = EmbeddedPolicy;
            headers.Remove("X-Frame-Options");
        }
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    /// <summary>The policy under which MudBlazor's pages run: own scripts and files only; styles inline, because its components set them.</summary>
    private static string Policy(string nonce) => string.Join("; ",
        "default-src 'self'",
        $"script-src 'self' 'nonce-{nonce}'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'");
}

/// <summary>Marks an endpoint whose page other hosts may show in a frame.</summary>
public sealed record Embeddable;
