using Microsoft.AspNetCore.Http.HttpResults;
using Registry.Access;
using Registry.DueDiligence;
using Registry.Identifiers;

namespace Registry.Web.Api;

/// <summary>Due diligence checks.</summary>
public static class CheckEndpoints
{
    /// <summary>Maps <c>/checks</c>.</summary>
    public static void MapChecks(this RouteGroupBuilder api)
    {
        var checks = api.MapGroup("/checks").WithTags("Checks");
        checks.MapPost("", MakeAsync).RequireAuthorization(nameof(Permission.CheckByApi))
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).WithName("MakeCheck");
        checks.MapGet("/verify/{code}", VerifyAsync).ProducesProblem(StatusCodes.Status404NotFound).WithName("VerifyCheck");
        checks.MapGet("/{id}", GetAsync).ProducesProblem(StatusCodes.Status404NotFound).WithName("GetCheck");
        checks.MapGet("/{id}.json", GetAsync).ProducesProblem(StatusCodes.Status404NotFound).ExcludeFromDescription();
    }

    /// <summary>Makes a check of one counterparty and stores it.</summary>
    /// <remarks>Needs an API key or a login; without one it answers 401. The check on a company's page needs neither.</remarks>
    private static async Task<Results<Ok<CheckReport>, ValidationProblem>> MakeAsync(
        CheckRequest request, CheckRunner checks, HttpContext http, CancellationToken cancel)
    {
        if (!EntityNumber.TryParse(request.Bin, out var bin))
            return Problems.Wrong("bin", "must be a BIN or a register number.");
        if (request.Purpose is { } purpose && !Enum.IsDefined(purpose))
            return Problems.Wrong("purpose", "must be Contract or Procurement.");
        string? asker = null;
        if (request.RequestedBy is { Length: > 0 } by && !EntityNumber.TryParse(by, out asker))
            return Problems.Wrong("requestedBy", "must be a BIN or a register number.");
        return TypedResults.Ok(await checks.RunAsync(http.User.ToActor(), bin, request.Purpose ?? CheckPurpose.Contract, asker, cancel));
    }

    /// <summary>Whether a printed report is genuine: what it must say, and whether it is still what was stored.</summary>
    /// <remarks>Never the report's id: the code is short enough to be guessed, the id is not.</remarks>
    /// <param name="code">Code as printed on the report.</param>
    private static async Task<Results<Tagged<CheckVerification>, ProblemHttpResult>> VerifyAsync(string code, CheckReader checks, CancellationToken cancel) =>
        await checks.VerifyAsync(code, cancel) is { } verified
            ? new Tagged<CheckVerification>(CheckVerification.Of(verified))
            : Problems.Unknown("There is no report with this code.");

    /// <summary>A check as it was made. Whoever holds its unguessable id may read it.</summary>
    /// <param name="id">Id of the check.</param>
    private static async Task<Results<Tagged<CheckReport>, ProblemHttpResult>> GetAsync(string id, CheckReader checks, CancellationToken cancel) =>
        Guid.TryParse(id, out var guid) && await checks.FindAsync(guid, cancel) is { } report
            ? new Tagged<CheckReport>(report)
            : Problems.Unknown("There is no check with this id.");
}

/// <summary>Whom to check and what for.</summary>
/// <param name="Bin">BIN or register number.</param>
/// <param name="Purpose">What the check is for; a contract unless told.</param>
/// <param name="RequestedBy">BIN of the one who asks; optional.</param>
public sealed record CheckRequest(string? Bin, CheckPurpose? Purpose = null, string? RequestedBy = null);

/// <summary>What a genuine report with a code says.</summary>
/// <param name="Hash">SHA-256 of the report's canonical form.</param>
/// <param name="Intact">Whether the stored report still has this hash.</param>
public sealed record CheckVerification(
    string Code, string Bin, string? NameRu, string? NameKk, string? NameEn, CheckPurpose Purpose, Verdict Verdict,
    DateTimeOffset CreatedAt, DateOnly AsOf, string Methodology, string Hash, bool Intact)
{
    /// <summary>What may be told about a report.</summary>
    internal static CheckVerification Of(VerifiedCheck check) => new(
        check.Report.Code, check.Report.Bin, check.Report.NameRu, check.Report.NameKk, check.Report.NameEn, check.Report.Purpose,
        check.Report.Verdict, check.Report.CreatedAt, check.Report.AsOf, check.Report.Methodology, check.Report.Hash, check.Intact);
}
