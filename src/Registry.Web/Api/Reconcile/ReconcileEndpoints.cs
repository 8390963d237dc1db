using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Registry.Setup;
using Registry.Web.Setup;

namespace Registry.Web.Api.Reconcile;

/// <summary>The Reconciliation Service API 0.2 at <c>/reconcile</c>: OpenRefine and its like match tables with the register.</summary>
public static class ReconcileEndpoints
{
    /// <summary>Where the service stands.</summary>
    public const string Path = "/reconcile";

    private const string Queries = "queries";
    private const string SingleQuery = "query";
    private const string Extend = "extend";

    /// <summary>Registers what answers the queries.</summary>
    public static IServiceCollection AddReconcile(this IServiceCollection services) => services
        .AddSingleton<Reconciler>()
        .AddSingleton<ReconcileExtension>()
        .AddSingleton<ReconcileSuggestions>()
        .AddSingleton<ReconcilePreview>()
        .AddSingleton<ReconcileManifest>();

    /// <summary>Maps the service and what its manifest points to.</summary>
    public static void MapReconcile(this WebApplication app)
    {
        var service = app.MapGroup(Path).ExcludeFromDescription().AddEndpointFilter(RefuseJsonp);
        service.MapGet("", AnswerQueryStringAsync);
        service.MapPost("", AnswerFormAsync).DisableAntiforgery();
        service.MapGet("/suggest/{what}", SuggestAsync);
        service.MapGet("/flyout/{what}", FlyoutAsync);
        service.MapGet("/properties", Propose);
        service.MapGet("/preview", PreviewAsync).WithMetadata(new Embeddable());
    }

    /// <summary>The manifest, or with <c>queries</c> or <c>extend</c> the same as by POST.</summary>
    private static Task<IResult> AnswerQueryStringAsync(HttpContext http, Reconciler reconciler, ReconcileExtension extension, ReconcileManifest manifest)
    {
        var query = http.Request.Query;
        return query.ContainsKey(Queries) || query.ContainsKey(Extend) || query.ContainsKey(SingleQuery)
            ? AnswerAsync(name => query[name], reconciler, extension, http.RequestAborted)
            : Task.FromResult<IResult>(new Tagged<Manifest>(manifest.Of(http.Request)));
    }

    /// <summary>A form with a batch of queries (<c>queries</c>), one query (<c>query</c>) or a data extension (<c>extend</c>).</summary>
    private static async Task<IResult> AnswerFormAsync(HttpContext http, Reconciler reconciler, ReconcileExtension extension)
    {
        if (!http.Request.HasFormContentType)
            return TypedResults.Problem(detail: "The body must be application/x-www-form-urlencoded.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return TypedResults.Problem(detail: "The form is larger than allowed.", statusCode: StatusCodes.Status413PayloadTooLarge);
        }
        return await AnswerAsync(name => form[name], reconciler, extension, http.RequestAborted);
    }

    private static async Task<IResult> AnswerAsync(
        Func<string, string?> field, Reconciler reconciler, ReconcileExtension extension, CancellationToken cancel)
    {
        var asked = Queries;
        try
        {
            if (field(Queries) is { } batch)
            {
                return ReconcileQueries.ReadBatch(batch) is { } queries
                    ? Json(await reconciler.AnswerAsync(queries, cancel))
                    : TooMany($"A batch holds at most {ReconcileQueries.MostQueries} queries.");
            }
            asked = Extend;
            if (field(Extend) is { } wanted)
            {
                return ExtendQuery.Read(wanted) is { } query
                    ? Json(await extension.AnswerAsync(query, cancel))
                    : TooMany($"An extension takes at most {ExtendQuery.MostIds} entities and {ExtendQuery.MostProperties} properties.");
            }
            asked = SingleQuery;
            if (field(SingleQuery) is { } text)
                return Json((await reconciler.AnswerAsync([ReconcileQueries.ReadSingle(text)], cancel)).Single().Value);
            return Problems.Wrong(Queries, "is missing; extend or query may stand instead.");
        }
        catch (ReconcileFormatException wrong)
        {
            return Problems.Wrong(asked, wrong.Message);
        }
    }

    /// <summary>Suggests entities, properties or types by the beginning of a name or id.</summary>
    private static async Task<IResult> SuggestAsync(
        string what, string? prefix, string? cursor, ReconcileSuggestions suggestions, CancellationToken cancel)
    {
        if (prefix is null)
            return Problems.Wrong("prefix", "is missing.");
        var skip = 0;
        if (!string.IsNullOrEmpty(cursor) && !int.TryParse(cursor, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out skip))
            return Problems.Wrong("cursor", "must be the number of suggestions to skip.");
        return await suggestions.OfAsync(what, prefix.Trim(), skip, cancel) is { } found
            ? Json(found)
            : Problems.Unknown("Suggested are entity, property and type.");
    }

    /// <summary>A few lines about a suggested entity, property or type.</summary>
    private static async Task<IResult> FlyoutAsync(string what, string? id, HttpRequest request, ReconcilePreview preview, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(id))
            return Problems.Wrong("id", "is missing.");
        return await preview.FlyoutAsync(what, id, request, cancel) is { } html
            ? Json(new Flyout(id, html))
            : Problems.Unknown("Nothing with this id stands in the register.");
    }

    /// <summary>The page that a client shows in a frame beside a candidate.</summary>
    private static async Task<IResult> PreviewAsync(string? id, HttpRequest request, ReconcilePreview preview, CancellationToken cancel)
    {
        if (id is null || !PathNumber.TryRead(id, out var number))
            return Problems.Wrong("id", "must be a BIN (12 digits) or a register number (P and 11 digits).");
        return number is not null && await preview.PageAsync(number, request, cancel) is { } page
            ? TypedResults.Text(page, "text/html", Encoding.UTF8)
            : Problems.UnknownCompany(null);
    }

    /// <summary>Properties that can be fetched for a type.</summary>
    private static IResult Propose(string? type, string? limit, ReconcileExtension extension)
    {
        var most = ReconcileProperties.All.Count;
        if (!string.IsNullOrEmpty(limit) && (!int.TryParse(limit, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out most) || most < 1))
            return Problems.Wrong("limit", "must be a positive whole number.");
        return Json(extension.Propose(type ?? Reconciler.TypeId, most));
    }

    /// <summary>Scripts from other hosts have CORS; running our answer as a script of theirs would only add a risk.</summary>
    private static async ValueTask<object?> RefuseJsonp(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.Query.ContainsKey("callback")
            ? Problems.Wrong("callback", "JSONP is not offered; every address here allows access from other origins (CORS).")
            : await next(context);

    private static ProblemHttpResult TooMany(string what) =>
        TypedResults.Problem(title: "The request is too large.", detail: what, statusCode: StatusCodes.Status413PayloadTooLarge);

    private static JsonHttpResult<T> Json<T>(T answer) => TypedResults.Json(answer, RegistryJson.Options);
}
