using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Authentication;
using Registry.Access;
using Registry.Setup;
using Registry.Web.Api;

namespace Registry.Web.Setup;

/// <summary>
/// Requests per minute under <c>/api</c>, of a good key or else of an address: a window of one clock minute, told in <c>RateLimit-*</c>
/// headers on every answer. A key that is not good counts for its address, so that guessing keys gains nothing.
/// </summary>
public sealed class RateLimit(RegistrySettings settings, Startup startup, TimeProvider time)
{
    private const int WindowSeconds = 60;
    private readonly ConcurrentDictionary<string, Window> windows = new(StringComparer.Ordinal);
    private long swept;

    /// <summary>Counts the request; answers 429 where the minute's share is used up.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (settings.RequestsPerMinute == 0)
        {
            await next(context);
            return;
        }
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var minute = now / WindowSeconds;
        Sweep(minute);
        var used = Count(await AskerAsync(context), minute);
        var reset = WindowSeconds - (now % WindowSeconds);
        WriteHeaders(context.Response.Headers, Math.Max(0, settings.RequestsPerMinute - used), reset);
        if (used <= settings.RequestsPerMinute)
        {
            await next(context);
            return;
        }
        context.Response.Headers.RetryAfter = reset.ToString(CultureInfo.InvariantCulture);
        await Problems.TooManyRequests(settings.RequestsPerMinute).ExecuteAsync(context);
    }

    /// <summary>Id of the key's actor, or the address. While the register starts there are no keys to ask for.</summary>
    private async Task<string> AskerAsync(HttpContext context)
    {
        if (startup.CanServe && context.Request.Headers.ContainsKey(ApiKeyScheme.Header)
            && await context.AuthenticateAsync(ApiKeyScheme.Name) is { Succeeded: true } key)
            return key.Principal.ToActor().Id;
        return context.Connection.RemoteIpAddress?.ToString() ?? "";
    }

    private int Count(string asker, long minute) => windows.AddOrUpdate(
        asker,
        static (_, now) => new Window(now, 1),
        static (_, window, now) => window.Minute == now ? window with { Used = window.Used + 1 } : new Window(now, 1),
        minute).Used;

    private void WriteHeaders(IHeaderDictionary headers, int remaining, long reset)
    {
        headers["RateLimit-Limit"] = settings.RequestsPerMinute.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = reset.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Forgets those who asked in past minutes, once per minute.</summary>
    private void Sweep(long minute)
    {
        var before = Interlocked.Read(ref swept);
        if (before >= minute || Interlocked.CompareExchange(ref swept, minute, before) != before)
            return;
        foreach (var (asker, window) in windows)
        {
            if (window.Minute < minute)
                windows.TryRemove(KeyValuePair.Create(asker, window));
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Window(long Minute, int Used);
}
