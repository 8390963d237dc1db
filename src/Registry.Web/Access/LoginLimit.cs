using System.Threading.RateLimiting;
using Registry.Setup;

namespace Registry.Web.Access;

/// <summary>Attempts to sign in, per address: guessing many accounts from one place is slow, besides the lock-out of each account.</summary>
/// <param name="settings">Without any limit of requests there is none here either.</param>
public sealed class LoginLimit(RegistrySettings settings) : IDisposable
{
    /// <summary>Attempts per minute and address.</summary>
    public const int PerMinute = 20;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = PerMinute,
            Window = TimeSpan.FromMinutes(1),
        }));

    /// <summary>Counts an attempt; false where the minute's share is used up.</summary>
    public bool TryTake(string? address)
    {
        if (settings.RequestsPerMinute == 0)
            return true;
        using var lease = limiter.AttemptAcquire(address ?? "");
        return lease.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();
}
