using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using Registry.Setup;
using Registry.Web.Api;

namespace Registry.Web.Setup;

/// <summary>
/// Requests per address and minute under <c>/api</c>: a window of one clock minute, told in <c>RateLimit-*</c> headers on every answer.
/// </summary>
public sealed class RateLimit(RegistrySettings settings, TimeProvider time)
{
    private const int WindowSeconds = 60;
    private readonly ConcurrentDictionary<string, Window> windows = new(StringComparer.Ordinal);
    private long swept;

    /// <summary>Counts the request; answers 429 where the minute's share is used up.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (settings.RequestsPerMinute == 0)
            return next(context);
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var minute = now / WindowSeconds;
        Sweep(minute);
        var used = Count(context.Connection.RemoteIpAddress?.ToString() ?? "", minute);
        var reset = WindowSeconds - (now % WindowSeconds);
        WriteHeaders(context.Response.Headers, Math.Max(0, settings.RequestsPerMinute - used), reset);
        if (used <= settings.RequestsPerMinute)
            return next(context);
        context.Response.Headers.RetryAfter = reset.ToString(CultureInfo.InvariantCulture);
        return Problems.TooManyRequests(settings.RequestsPerMinute).ExecuteAsync(context);
    }

    private int Count(string address, long minute) => windows.AddOrUpdate(
        address,
        static (_, now) => new Window(now, 1),
        static (_, window, now) => window.Minute == now ? window with { Used = window.Used + 1 } : new Window(now, 1),
        minute).Used;

    private void WriteHeaders(IHeaderDictionary headers, int remaining, long reset)
    {
        headers["RateLimit-Limit"] = settings.RequestsPerMinute.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = reset.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Forgets the addresses of past minutes, once per minute.</summary>
    private void Sweep(long minute)
    {
        var before = Interlocked.Read(ref swept);
        if (before >= minute || Interlocked.CompareExchange(ref swept, minute, before) != before)
            return;
        foreach (var (address, window) in windows)
        {
            if (window.Minute < minute)
                windows.TryRemove(KeyValuePair.Create(address, window));
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Window(long Minute, int Used);
}
