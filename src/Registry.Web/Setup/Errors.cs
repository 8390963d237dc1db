using Registry.Web.Api;
using Registry.Web.Api.Reconcile;

namespace Registry.Web.Setup;

/// <summary>Errors become problem details under <c>/api</c> and <c>/reconcile</c> and pages elsewhere; the start answers 503 until the database can be asked.</summary>
public static class Errors
{
    private const int RetrySeconds = 2;
    private const string ErrorPage = "/error";
    private const string ProblemPage = "/not-found";

    /// <summary>Handles exceptions and empty error answers, and limits the API's rate.</summary>
    public static void UseErrors(this WebApplication app)
    {
        app.UseWhen(IsApi, api =>
        {
            var rate = api.ApplicationServices.GetRequiredService<RateLimit>();
            api.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandler = Problems.OfExceptionAsync,
                SuppressDiagnosticsCallback = failed => failed.Exception is BadHttpRequestException,
            });
            api.UseStatusCodePages(page => TypedResults
                .Problem(statusCode: page.HttpContext.Response.StatusCode)
                .ExecuteAsync(page.HttpContext));
            api.Use((context, next) => rate.InvokeAsync(context, next));
        });
        app.UseWhen(context => !IsApi(context), pages =>
        {
            pages.UseExceptionHandler(ErrorPage, createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute(ProblemPage, createScopeForStatusCodePages: true);
            pages.Use(AsPageAsync);
        });
    }

    /// <summary>Lets a refused form have a page: the pages of errors are read, not posted, and an empty answer has no type of content.</summary>
    private static async Task AsPageAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.Equals(ErrorPage, StringComparison.Ordinal) || context.Request.Path.Equals(ProblemPage, StringComparison.Ordinal))
            context.Request.Method = HttpMethods.Get;
        await next(context);
        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest } && HttpMethods.IsPost(context.Request.Method))
            context.Response.ContentType = null;
    }

    /// <summary>Answers 503 while the database has no tables yet; health and metrics answer always.</summary>
    public static void UseStartupGate(this WebApplication app)
    {
        var startup = app.Services.GetRequiredService<Startup>();
        app.Use((context, next) =>
        {
            if (startup.CanServe || IsProbe(context.Request.Path))
                return next(context);
            context.Response.Headers.RetryAfter = RetrySeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return IsApi(context) ? Problems.Starting().ExecuteAsync(context) : StartingPage.WriteAsync(context);
        });
    }

    private static bool IsApi(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api/v1", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments(ReconcileEndpoints.Path, StringComparison.OrdinalIgnoreCase);

    private static bool IsProbe(PathString path) =>
        path.StartsWithSegments("/health", StringComparison.Ordinal) || path.StartsWithSegments("/metrics", StringComparison.Ordinal);
}
