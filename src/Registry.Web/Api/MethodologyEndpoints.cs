using Microsoft.AspNetCore.Http.HttpResults;
using Formulas = Registry.Indices.Methodology;

namespace Registry.Web.Api;

/// <summary>The published formulas.</summary>
public static class MethodologyEndpoints
{
    /// <summary>Maps <c>/methodology</c>.</summary>
    public static void MapMethodology(this RouteGroupBuilder api) => api
        .MapGet("/methodology/{version}", Get)
        .WithTags("Methodology").WithName("GetMethodology").ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Weights, lines, caps and dated constants of one version of the formulas.</summary>
    /// <param name="version">E.g. <c>2026.1</c>.</param>
    private static Results<Tagged<Formulas>, ProblemHttpResult> Get(string version) =>
        Formulas.Versions.Contains(version, StringComparer.Ordinal)
            ? new Tagged<Formulas>(Formulas.Load(version))
            : Problems.Unknown($"There is no such version; these are: {string.Join(", ", Formulas.Versions)}.");
}
