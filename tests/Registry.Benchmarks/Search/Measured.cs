using System.Diagnostics;
using System.Globalization;

namespace Registry.Benchmarks.Search;

/// <summary>An engine under measurement: the numbers it finds for a text, best first.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="Find">Up to ten numbers.</param>
internal sealed record MeasuredEngine(string Name, Func<string, Task<IReadOnlyList<string>>> Find);

/// <summary>Where an engine put the right company for each query, and how long it took.</summary>
internal sealed class Measured(string engine)
{
    private const int Top = 10;
    private readonly List<(string Class, int Rank, double Milliseconds)> results = [];

    public static async Task<Measured> OfAsync(MeasuredEngine engine, IReadOnlyList<SampleQuery> queries, Action<SampleQuery>? missed = null)
    {
        var measured = new Measured(engine.Name);
        foreach (var query in queries)
        {
            var started = Stopwatch.GetTimestamp();
            var found = await engine.Find(query.Text);
            var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            var rank = found.Take(Top).TakeWhile(bin => !query.Bins.Contains(bin)).Count();
            if (rank > 0 && query.Class != QuerySet.NotIndexed)
                missed?.Invoke(query);
            measured.results.Add((query.Class, rank < Math.Min(Top, found.Count) ? rank : -1, took));
        }
        return measured;
    }

    /// <summary>A row for each class and one for all whose names are indexed.</summary>
    public void Print()
    {
        Console.WriteLine(engine);
        Console.WriteLine("  class                    n   R@1   R@10   MRR    p50    p95    p99    max ms");
        foreach (var group in results.GroupBy(r => r.Class))
            Print(group.Key, [.. group]);
        Print("all indexed", results.FindAll(r => r.Class != QuerySet.NotIndexed));
    }

    public static void PrintTimes(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {what,-22} n={times.Count,5}  p50 {At(times, 0.50):F1}  p95 {At(times, 0.95):F1}  p99 {At(times, 0.99):F1}  max {At(times, 1):F1} ms"));
    }

    private static void Print(string name, List<(string Class, int Rank, double Milliseconds)> rows)
    {
        if (rows.Count == 0)
            return;
        var times = rows.Select(r => r.Milliseconds).Order().ToList();
        var first = 100.0 * rows.Count(r => r.Rank == 0) / rows.Count;
        var ten = 100.0 * rows.Count(r => r.Rank >= 0) / rows.Count;
        var mrr = rows.Average(r => r.Rank >= 0 ? 1.0 / (r.Rank + 1) : 0);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {name,-22}{rows.Count,5}{first,6:F1}{ten,7:F1}{mrr,7:F3}{At(times, 0.50),7:F1}{At(times, 0.95),7:F1}{At(times, 0.99),7:F1}{At(times, 1),8:F0}"));
    }

    private static double At(List<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
