namespace Registry.Web.Api.Reconcile;

/// <summary>
/// Opens <c>/reconcile</c>, errors and preflights too, to scripts of every origin: the specification demands it, the answers are public
/// and no cookie is looked at.
/// </summary>
public static class ReconcileAccess
{
    private const string PreflightSeconds = "86400";

    /// <summary>Puts the CORS headers on every answer below <c>/reconcile</c> and answers preflights. Stands before the error handling.</summary>
    public static void UseReconcileAccess(this WebApplication app) => app.Use((context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments(ReconcileEndpoints.Path, StringComparison.OrdinalIgnoreCase))
            return next(context);
        context.Response.OnStarting(static state =>
        {
            ((HttpContext)state).Response.Headers.AccessControlAllowOrigin = "*";
            return Task.CompletedTask;
        }, context);
        return HttpMethods.IsOptions(context.Request.Method) ? AnswerPreflight(context) : next(context);
    });

    private static Task AnswerPreflight(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowMethods = "GET, POST";
        headers.AccessControlAllowHeaders = "Content-Type, Accept-Language, X-Requested-With, X-Api-Key";
        headers.AccessControlMaxAge = PreflightSeconds;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
