using System.Diagnostics;
using System.Globalization;
using Registry.Names;
using Registry.Search;
using Registry.Search.LuceneEngine;

namespace Registry.Benchmarks;

/// <summary>Measures the embedded search: how fast it indexes, how large the index is, how long a mix of queries takes.</summary>
internal static class SearchBenchmark
{
    private const int Seed = 20261123;
    private const int WarmUp = 300;

    public static async Task<int> RunAsync(string[] args)
    {
        var sizes = Option(args, "--companies", "100000,1000000").Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture));
        var queries = int.Parse(Option(args, "--queries", "3000"), CultureInfo.InvariantCulture);
        foreach (var size in sizes)
            await MeasureAsync(size, queries);
        return 0;
    }

    private static async Task MeasureAsync(int companies, int queries)
    {
        var directory = Directory.CreateTempSubdirectory("registry-search-benchmark-").FullName;
        try
        {
            using var search = new LuceneCompanySearch(directory);
            var watch = Stopwatch.StartNew();
            await search.RebuildAsync(new SyntheticNames(Seed).Companies(companies).ToAsyncEnumerable(), CancellationToken.None);
            var seconds = watch.Elapsed.TotalSeconds;
            var megabytes = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length) / 1e6;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{companies:N0} companies: indexed in {seconds:F1} s, {companies / seconds:N0} companies/s, {megabytes:F0} MB"));
            var mix = QueryMix.Of(new SyntheticNames(Seed).Companies(companies), companies, queries);
            await LatencyAsync(search, mix);
            await BrowseAsync(search);
            using var process = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  memory: {process.WorkingSet64 / 1e6:F0} MB resident, {GC.GetTotalMemory(forceFullCollection: true) / 1e6:F0} MB managed"));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task LatencyAsync(LuceneCompanySearch search, IReadOnlyList<SampleQuery> mix)
    {
        foreach (var query in mix.Take(WarmUp))
            await search.FindAsync(new CompanyQuery { Text = query.Text }, CancellationToken.None);
        var all = new List<double>(mix.Count);
        foreach (var kind in mix.GroupBy(q => q.Kind))
        {
            var times = new List<double>();
            var first = 0;
            foreach (var query in kind)
            {
                var started = Stopwatch.GetTimestamp();
                var page = await search.FindAsync(new CompanyQuery { Text = query.Text }, CancellationToken.None);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                first += page.Items.Count > 0 && page.Items[0].Bin == query.Bin || SameName(page, query) ? 1 : 0;
            }
            all.AddRange(times);
            Print(kind.Key, times, 100.0 * first / times.Count);
        }
        Print("all", all, null);
    }

    // Invented names repeat: another company of the very same name is as right an answer.
    private static bool SameName(CompanyPage page, SampleQuery query) =>
        page.Items.Count > 0 && NameKey.Of(page.Items[0].NameRu) == query.Key;

    private static async Task BrowseAsync(LuceneCompanySearch search)
    {
        var times = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await search.FindAsync(new CompanyQuery(), CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        Print("browse", times, null);
    }

    private static void Print(string kind, List<double> times, double? first)
    {
        times.Sort();
        var hits = first is { } share ? string.Create(CultureInfo.InvariantCulture, $", first {share:F1} %") : "";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {kind,-12} n={times.Count,5}  p50 {At(times, 0.50),6:F1} ms  p95 {At(times, 0.95),6:F1} ms  p99 {At(times, 0.99),6:F1} ms{hits}"));
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    private static string Option(string[] args, string name, string otherwise)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : otherwise;
    }
}
