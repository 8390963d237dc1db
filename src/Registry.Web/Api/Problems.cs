using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Registry.Web.Api;

/// <summary>The API's errors, as problem details (RFC 9457). They never repeat what was sent: it may hold a personal number.</summary>
public static class Problems
{
    /// <summary>400: which field and what is wrong with it.</summary>
    public static ValidationProblem Wrong(string field, string what) => TypedResults.ValidationProblem(
        new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [what] },
        detail: $"{field}: {what}",
        title: "The request is not valid.");

    /// <summary>400 for a field that was found wrong, or for the request where none is named.</summary>
    public static ValidationProblem Wrong(FieldError? error) => Wrong(error?.Field ?? "request", error?.What ?? "is malformed.");

    /// <summary>404 for an entity, with the known BINs that are one slip away from a number whose check digit is wrong.</summary>
    public static ProblemHttpResult UnknownCompany(IReadOnlyList<string>? near) => TypedResults.Problem(
        detail: "No entity with this number stands in the register.",
        title: "Not found",
        statusCode: StatusCodes.Status404NotFound,
        extensions: near is null ? null : new Dictionary<string, object?>(StringComparer.Ordinal) { ["near"] = near });

    /// <summary>404 for anything else.</summary>
    public static ProblemHttpResult Unknown(string what) =>
        TypedResults.Problem(detail: what, title: "Not found", statusCode: StatusCodes.Status404NotFound);

    /// <summary>401: the call needs an API key or a login.</summary>
    public static ProblemHttpResult NeedsKey() => TypedResults.Problem(
        detail: "This call needs an API key (header X-Api-Key) or a login. A check on the company's page needs neither.",
        title: "Unauthorized",
        statusCode: StatusCodes.Status401Unauthorized);

    /// <summary>403: the key's or login's role may not do this.</summary>
    public static ProblemHttpResult Forbidden() => TypedResults.Problem(
        detail: "The role of this key or login does not allow this call.",
        title: "Forbidden",
        statusCode: StatusCodes.Status403Forbidden);

    /// <summary>429 for more requests per minute than allowed.</summary>
    public static ProblemHttpResult TooManyRequests(int limit) => TypedResults.Problem(
        detail: string.Create(CultureInfo.InvariantCulture, $"More than {limit} requests in this minute; see Retry-After."),
        title: "Too many requests",
        statusCode: StatusCodes.Status429TooManyRequests);

    /// <summary>503 while the register starts.</summary>
    public static ProblemHttpResult Starting() => TypedResults.Problem(
        detail: "The register is starting; see /health/ready.",
        title: "Service unavailable",
        statusCode: StatusCodes.Status503ServiceUnavailable);

    /// <summary>What an exception under <c>/api</c> becomes: the client's fault by its status, anything else a 500 without details.</summary>
    public static Task OfExceptionAsync(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        IResult answer = error is BadHttpRequestException bad ? OfBadRequest(bad) : TypedResults.Problem(
            title: "The register could not answer.", statusCode: StatusCodes.Status500InternalServerError);
        return answer.ExecuteAsync(context);
    }

    private static IResult OfBadRequest(BadHttpRequestException bad) => bad switch
    {
        { StatusCode: not StatusCodes.Status400BadRequest } => TypedResults.Problem(
            title: "The request cannot be taken.", statusCode: bad.StatusCode),
        { InnerException: System.Text.Json.JsonException json } => Wrong(FieldOf(json.Path), "is not the JSON expected here."),
        _ => Wrong("body", "is missing or malformed."),
    };

    private static string FieldOf(string? path) => path is null or "$" ? "body" : path.TrimStart('$', '.');
}
