using System.Diagnostics;
using System.Globalization;
using Registry.Search;
using Registry.Search.LuceneEngine;

namespace Registry.Benchmarks.Search;

/// <summary>How fast the embedded search is beside quality: typing ahead, numbers, two threads, new companies, memory.</summary>
internal static class SpeedRun
{
    private const int MostTyped = 14;

    public static async Task PrintAsync(LuceneCompanySearch search, IReadOnlyList<SampleQuery> queries)
    {
        await SuggestAsync(search, queries);
        await TimesAsync("number", queries.Where(q => q.Class == "bin_full"), q => search.FindAsync(new CompanyQuery { Text = q.Text }, CancellationToken.None));
        await TimesAsync("browse", queries.Take(20), _ => search.FindAsync(new CompanyQuery(), CancellationToken.None));
        foreach (var threads in new[] { 1, 2 })
            await ThroughputAsync(search, queries, threads);
        await VisibleAsync(search);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  memory: {process.WorkingSet64 / 1e6:F0} MB resident, most {process.PeakWorkingSet64 / 1e6:F0} MB, {GC.GetTotalMemory(forceFullCollection: true) / 1e6:F0} MB managed"));
    }

    /// <summary>Every keystroke of a tenth of the names.</summary>
    private static Task SuggestAsync(LuceneCompanySearch search, IReadOnlyList<SampleQuery> queries) => TimesAsync(
        "suggestion a keystroke",
        queries.Where((q, i) => i % 10 == 0 && !q.Class.StartsWith("bin", StringComparison.Ordinal))
            .SelectMany(q => Enumerable.Range(1, Math.Min(q.Text.Length, MostTyped)).Select(n => q with { Text = q.Text[..n] })),
        q => search.SuggestAsync(q.Text, 10, CancellationToken.None));

    private static async Task TimesAsync(string what, IEnumerable<SampleQuery> queries, Func<SampleQuery, Task> find)
    {
        var times = new List<double>();
        foreach (var query in queries)
        {
            var started = Stopwatch.GetTimestamp();
            await find(query);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        Measured.PrintTimes(what, times);
    }

    private static async Task ThroughputAsync(LuceneCompanySearch search, IReadOnlyList<SampleQuery> queries, int threads)
    {
        var watch = Stopwatch.StartNew();
        var processor = Environment.CpuUsage.TotalTime;
        var (collections, full, allocated) = (GC.CollectionCount(0), GC.CollectionCount(2), GC.GetTotalAllocatedBytes());
        await Parallel.ForEachAsync(
            queries,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            async (query, cancel) => await search.FindAsync(new CompanyQuery { Text = query.Text, Limit = 10 }, cancel));
        var used = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {threads} threads: {queries.Count / watch.Elapsed.TotalSeconds:F0} queries/s; {queries.Count / used:F0} a second of processor; {(GC.GetTotalAllocatedBytes() - allocated) / 1e3 / queries.Count:F0} kB allocated a query, {GC.CollectionCount(0) - collections} collections, {GC.CollectionCount(2) - full} of them full"));
    }

    /// <summary>From handing a company over to finding it.</summary>
    private static async Task VisibleAsync(LuceneCompanySearch search)
    {
        var times = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            var bin = string.Create(CultureInfo.InvariantCulture, $"9912409999{i:00}");
            var hit = (await search.FindAsync(new CompanyQuery { Limit = 1 }, CancellationToken.None)).Items[0];
            var started = Stopwatch.GetTimestamp();
            await search.IndexAsync([new CompanyDocument { Hit = hit with { Bin = bin, NameRu = $"ТОО Новичок {i}" }, Version = 1 }], CancellationToken.None);
            await search.RefreshAsync(CancellationToken.None);
            var found = await search.FindAsync(new CompanyQuery { Text = bin }, CancellationToken.None);
            times.Add(found.Total == 1 ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : double.PositiveInfinity);
            await search.RemoveAsync([bin], CancellationToken.None);
        }
        await search.RefreshAsync(CancellationToken.None);
        Measured.PrintTimes("new company visible", times);
    }
}
