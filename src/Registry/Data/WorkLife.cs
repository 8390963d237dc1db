using System.Collections.Concurrent;
using System.Diagnostics;

namespace Registry.Data;

/// <summary>Whether the process that long work is written down for still lives, and which work this process has in hand.</summary>
internal static class WorkLife
{
    /// <summary>On another machine only the heartbeat tells life; a step of long work takes seconds at the most.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);
    private static readonly ConcurrentDictionary<Guid, bool> InHand = new();

    /// <summary>Whether somebody is at the work.</summary>
    /// <param name="heartbeat">The work's last sign of life.</param>
    public static bool IsAlive(Guid work, string host, int process, DateTimeOffset heartbeat, DateTimeOffset now)
    {
        if (host != Environment.MachineName)
            return heartbeat > now - Silence;
        if (process == Environment.ProcessId)
            return heartbeat > now - Silence && InHand.ContainsKey(work);
        try
        {
            using var owner = Process.GetProcessById(process);
            // A process that started after the work's last sign of life only inherited the number.
            return !owner.HasExited && owner.StartTime.ToUniversalTime() <= heartbeat.UtcDateTime;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Marks work as done in this process until the result is disposed.</summary>
    public static IDisposable Hold(Guid work)
    {
        InHand[work] = true;
        return new Held(work);
    }

    private sealed class Held(Guid work) : IDisposable
    {
        public void Dispose() => InHand.TryRemove(work, out _);
    }
}
