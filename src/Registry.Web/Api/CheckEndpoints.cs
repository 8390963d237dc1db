using Microsoft.AspNetCore.Http.HttpResults;
using Registry.DueDiligence;

namespace Registry.Web.Api;

/// <summary>Due diligence checks.</summary>
public static class CheckEndpoints
{
    /// <summary>Maps <c>/checks</c>.</summary>
    public static void MapChecks(this RouteGroupBuilder api)
    {
        var checks = api.MapGroup("/checks").WithTags("Checks");
        checks.MapPost("", Make).Accepts<CheckRequest>("application/json").ProducesProblem(StatusCodes.Status401Unauthorized).WithName("MakeCheck");
        checks.MapGet("/{id}", GetAsync).ProducesProblem(StatusCodes.Status404NotFound).WithName("GetCheck");
        checks.MapGet("/{id}.json", GetAsync).ProducesProblem(StatusCodes.Status404NotFound).ExcludeFromDescription();
    }

    /// <summary>Makes a check of one counterparty and stores it.</summary>
    /// <remarks>Needs an API key or a login; without one it answers 401. The check on a company's page needs neither.</remarks>
    private static ProblemHttpResult Make() => Problems.NeedsKey();

    /// <summary>A check as it was made. Whoever holds its unguessable id may read it.</summary>
    /// <param name="id">Id of the check.</param>
    private static async Task<Results<Tagged<CheckReport>, ProblemHttpResult>> GetAsync(string id, CheckReader checks, CancellationToken cancel) =>
        Guid.TryParse(id, out var guid) && await checks.FindAsync(guid, cancel) is { } report
            ? new Tagged<CheckReport>(report)
            : Problems.Unknown("There is no check with this id.");
}

/// <summary>Whom to check and what for.</summary>
/// <param name="Bin">BIN or register number.</param>
/// <param name="Purpose">What the check is for.</param>
/// <param name="RequestedBy">BIN of the one who asks; optional.</param>
public sealed record CheckRequest(string Bin, CheckPurpose Purpose, string? RequestedBy = null);
