using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Registry.Data;

namespace Registry.Audit;

/// <summary>
/// Chains what was written to the trace, within a second or so, and notes the chain's head in the log every hour: whoever cuts
/// the chain's end off or writes it anew would have to change the log too.
/// </summary>
public sealed class AuditSealer(AuditChain chain, TimeProvider time, ILogger<AuditSealer> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan NoteEvery = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = Pause;
        var noted = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await chain.SealAsync(stoppingToken);
                if (time.GetUtcNow() - noted >= NoteEvery && await chain.HeadAsync(stoppingToken) is { } head)
                {
                    noted = time.GetUtcNow();
                    log.LogInformation("The trace's head is {Head}", head.ToString());
                }
                pause = Pause;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                log.LogWarning(error, "Chaining the trace failed; next try in {Pause}", pause);
            }
            await Task.Delay(pause, time, stoppingToken);
        }
    }
}
