namespace Registry.Search.ElasticEngine;

/// <summary>
/// Pauses between tries: doubled each time up to a bound, and anywhere between nothing and that, so that many clients that
/// failed together do not come back together ("full jitter").
/// </summary>
/// <param name="chance">A number from 0 to 1.</param>
internal sealed class Backoff(TimeProvider time, Func<double> chance)
{
    /// <summary>Tries in all: with the pauses between them about ten seconds, after which the queue's own pauses take over.</summary>
    public const int MostTries = 6;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Chance of the machine.</summary>
#pragma warning disable CA5394 // Spreads retries, protects nothing.
    public static Func<double> Random { get; } = System.Random.Shared.NextDouble;
#pragma warning restore CA5394

    /// <summary>Waits before the next try.</summary>
    /// <param name="failed">Tries that failed so far, from 1.</param>
    public Task WaitAsync(int failed, CancellationToken cancel)
    {
        var most = Math.Min(Longest.TotalMilliseconds, First.TotalMilliseconds * Math.Pow(2, failed - 1));
        return Task.Delay(TimeSpan.FromMilliseconds(most * chance()), time, cancel);
    }

    /// <summary>Does the work, again where what failed may pass.</summary>
    public async Task<T> TryAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        for (var failed = 1; ; failed++)
        {
            try
            {
                return await work();
            }
            catch (ElasticException error) when (error.IsPassing && failed < MostTries)
            {
                await WaitAsync(failed, cancel);
            }
        }
    }
}
