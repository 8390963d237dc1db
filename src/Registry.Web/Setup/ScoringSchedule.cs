using Registry.Indices;
using Registry.Setup;

namespace Registry.Web.Setup;

/// <summary>
/// Asks every few seconds whether scoring is due and does it: everybody once a night, what an import changed soon after it.
/// Started by <see cref="StartupWork"/> when the register is ready; where several nodes run, the run's row lets one of them work.
/// </summary>
public sealed class ScoringSchedule(
    ScoringDuty duty, RegistrySettings settings, TimeProvider time, ILogger<ScoringSchedule> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.ScoringSchedule)
            return;
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var scope in await duty.TickAsync(stoppingToken))
                    log.LogInformation("Scored by schedule: {Scope}", scope);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(error, "Scoring by schedule failed; it is tried again");
            }
        }
    }
}
