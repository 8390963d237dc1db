using Microsoft.AspNetCore.Http.HttpResults;
using Registry.Data;
using Registry.Search;
using Registry.Setup;
using Registry.Sources;
using Registry.Web.Setup;

namespace Registry.Web.Api;

/// <summary>Whether the process lives and whether it can serve.</summary>
public static class HealthEndpoints
{
    private const string Ok = "Ok";
    private const string Failed = "Failed";
    private const string Degraded = "Degraded";

    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapHealth(this WebApplication app)
    {
        var health = app.MapGroup("/health").ExcludeFromDescription();
        health.MapGet("/live", Live);
        health.MapGet("/ready", ReadyAsync);
    }

    /// <summary>The process answers.</summary>
    private static Ok<LiveAnswer> Live() => TypedResults.Ok(new LiveAnswer("Live"));

    /// <summary>
    /// 200 after the start's work while the database answers, else 503; a search server that does not answer only degrades.
    /// Stale sources are told, never a reason for 503.
    /// </summary>
    private static async Task<JsonHttpResult<ReadyAnswer>> ReadyAsync(
        Startup startup, FactReader facts, ICompanySearch search, SearchCondition condition, RegistryDatabase data,
        BusinessClock clock, CancellationToken cancel)
    {
        var isStarted = startup.Stage == StartupStage.Ready;
        var database = await ProbeAsync("database", () => data.AnswersAsync(cancel));
        var index = await ProbeAsync("search", async () => await search.CountAsync(cancel) >= 0);
        if (condition.IsDegraded)
            index = index with { Status = Degraded };
        var isReady = isStarted && database.Status == Ok && index.Status != Failed;
        var sources = startup.CanServe && database.Status == Ok ? await FreshnessAsync(facts, clock.Today, cancel) : [];
        return TypedResults.Json(
            new ReadyAnswer(isReady ? "Ready" : "NotReady", condition.IsDegraded, startup.Stage, [database, index], sources),
            RegistryJson.Options,
            statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Dependency> ProbeAsync(string name, Func<Task<bool>> probe)
    {
        try
        {
            return new Dependency(name, await probe() ? Ok : Failed);
        }
#pragma warning disable CA1031 // Whatever a dependency throws, the answer is that it does not work.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return new Dependency(name, Failed);
        }
    }

    private static async Task<IReadOnlyList<SourceFreshness>> FreshnessAsync(FactReader facts, DateOnly today, CancellationToken cancel)
    {
        var calendar = await facts.CalendarAsync(today, cancel);
        return [.. SourceCatalog.All.Select(source => new SourceFreshness(
            source.Source, source.Owner, calendar.LatestOf(source.Source), source.FreshDays, calendar.IsFresh(source.Source)))];
    }
}

/// <summary>Answer of <c>/health/live</c>.</summary>
public sealed record LiveAnswer(string Status);

/// <summary>Answer of <c>/health/ready</c>.</summary>
/// <param name="Status"><c>Ready</c> or <c>NotReady</c>.</param>
/// <param name="Degraded">The search server does not answer or takes no changes: searches find exact numbers and names, or what it last knew.</param>
/// <param name="Startup">How far the start has come.</param>
public sealed record ReadyAnswer(
    string Status, bool Degraded, StartupStage Startup, IReadOnlyList<Dependency> Dependencies, IReadOnlyList<SourceFreshness> Sources);

/// <summary>Something the host cannot serve without.</summary>
/// <param name="Status"><c>Ok</c>, <c>Degraded</c> or <c>Failed</c>.</param>
public sealed record Dependency(string Name, string Status);

/// <summary>How fresh a source is.</summary>
/// <param name="AsOf">Day of its newest data, or null if it was never loaded.</param>
/// <param name="FreshDays">Days for which a load counts as fresh.</param>
public sealed record SourceFreshness(string Source, string Owner, DateOnly? AsOf, int FreshDays, bool Fresh);
