namespace Registry;

/// <summary>The day of business in Kazakhstan (UTC+5): states, deadlines and indices follow it. It can be made to stand still.</summary>
/// <param name="time">The running clock.</param>
/// <param name="standing">The instant at which business stands still, or null.</param>
public sealed class BusinessClock(TimeProvider time, DateTimeOffset? standing = null)
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(5);

    /// <summary>The business day.</summary>
    public DateOnly Today => DateOnly.FromDateTime((standing ?? time.GetUtcNow()).ToOffset(Offset).DateTime);
}
