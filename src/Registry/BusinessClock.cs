namespace Registry;

/// <summary>
/// The business day: the day that states, deadlines and indices are computed for. It can stand still at one instant
/// (<c>Registry:Clock</c>) for demonstrations and checks; timers, leases and sessions never ask it.
/// </summary>
/// <param name="standsAt">The instant at which business time stands still, or null in real use.</param>
public sealed class BusinessClock(TimeProvider time, DateTimeOffset? standsAt = null)
{
    /// <summary>One time zone in the whole country since 1 March 2024: UTC+5.</summary>
    private static readonly TimeSpan Almaty = TimeSpan.FromHours(5);

    /// <summary>The business instant, UTC.</summary>
    public DateTimeOffset Now => (standsAt ?? time.GetUtcNow()).ToUniversalTime();

    /// <summary>The business day in Kazakhstan.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.ToOffset(Almaty).DateTime);

    /// <summary>The day of an instant in Kazakhstan.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Almaty).DateTime);

    /// <summary>The instant at which a day begins in Kazakhstan, UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, Almaty).ToUniversalTime();
}
