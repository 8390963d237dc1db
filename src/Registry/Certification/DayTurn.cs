using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Registry.Data;
using Registry.Notifications;

namespace Registry.Certification;

/// <summary>
/// What a new business day brings without anybody's action: states that change by date reach the search index, reminders are written,
/// mails go out.
/// </summary>
public sealed class DayTurn(
    IndexQueue queue, Reminders reminders, Outbox outbox, BusinessClock clock, TimeProvider time, ILogger<DayTurn> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private DateOnly? done;

    /// <summary>Does the work of the day if it has not been done in this process.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        if (done != today)
        {
            await queue.AddCertifiedAsync(cancel);
            var written = await reminders.WriteAsync(cancel);
            log.LogInformation("Business day {Day:yyyy-MM-dd}: {Reminders} reminders written", today, written);
            done = today;
        }
        await outbox.SendDueAsync(cancel);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that is away for a minute must not end the turns of all days to come.
            catch (Exception error)
#pragma warning restore CA1031
            {
                log.LogWarning(error, "The work of the day failed and is tried again");
            }
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
