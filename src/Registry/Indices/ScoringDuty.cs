using Registry.Data;

namespace Registry.Indices;

/// <summary>
/// What scoring a host owes at a moment: once a night everybody, and soon after an import the companies that it changed. Any number of
/// hosts may ask at once; the run's row lets one of them do it.
/// </summary>
public sealed class ScoringDuty(ScoringRun scoring, ScoreRuns runs, IndexStore store, BusinessClock clock, TimeProvider time)
{
    /// <summary>Hour of Kazakhstan's night after which the day's full run is due.</summary>
    private const int NightHour = 2;
    private static readonly TimeSpan Kazakhstan = TimeSpan.FromHours(5);
    private DateTimeOffset? looked;

    /// <summary>Does what is due now.</summary>
    /// <returns>The runs done, in order; empty where nothing was due or another host is at it.</returns>
    public async Task<IReadOnlyList<ScoreScope>> TickAsync(CancellationToken cancel)
    {
        var done = new List<ScoreScope>();
        var last = await runs.LastFullAsync(cancel);
        var night = time.GetUtcNow().ToOffset(Kazakhstan).Hour >= NightHour;
        if (night && (last is null || last.AsOf < clock.Today) && await RunAsync(ScoreScope.Full, onlyFirst: true, cancel))
            done.Add(ScoreScope.Full);
        var imported = await runs.LastImportAsync(cancel);
        if (imported is null || imported == looked)
            return done;
        var scope = await HasOutgrownAsync(cancel) ? ScoreScope.Full : ScoreScope.Changed;
        if (!await RunAsync(scope, onlyFirst: false, cancel))
            return done;
        done.Add(scope);
        looked = imported;
        return done;
    }

    private async Task<bool> RunAsync(ScoreScope scope, bool onlyFirst, CancellationToken cancel) =>
        await scoring.RunAsync(new ScoreOptions(clock.Today, null, scope, onlyFirst), null, cancel) is not null;

    /// <summary>A register that has more than doubled since its last full run has no peers worth comparing with yet.</summary>
    private async Task<bool> HasOutgrownAsync(CancellationToken cancel) =>
        await runs.LastFullAsync(cancel) is not { } last || await store.CountAsync(cancel) > 2 * last.Total;
}
