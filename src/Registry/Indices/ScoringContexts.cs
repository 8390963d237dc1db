using Registry.Data;

namespace Registry.Indices;

/// <summary>Gives the context of a day; today's is kept for a few seconds, because every card asks for it.</summary>
public sealed class ScoringContexts(FactReader facts, Methodology methodology, BusinessClock clock, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);
    private (ScoringContext Context, long MadeAt)? today;

    /// <summary>Context of the business day.</summary>
    public async Task<ScoringContext> TodayAsync(CancellationToken cancel)
    {
        if (today is { } kept && kept.Context.AsOf == clock.Today && time.GetElapsedTime(kept.MadeAt) < Kept)
            return kept.Context;
        var context = await AsOfAsync(clock.Today, cancel);
        today = (context, time.GetTimestamp());
        return context;
    }

    /// <summary>Context of any day: the loads and peer tables known then.</summary>
    public async Task<ScoringContext> AsOfAsync(DateOnly day, CancellationToken cancel) =>
        new(day, methodology, new PeerBook(await facts.PeersAsync(day, cancel)), await facts.CalendarAsync(day, cancel));
}
