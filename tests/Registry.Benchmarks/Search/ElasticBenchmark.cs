using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Registry.Search;
using Registry.Search.ElasticEngine;

namespace Registry.Benchmarks.Search;

/// <summary>The same companies and queries on an Elasticsearch server: bulk rate, size, quality, latency.</summary>
internal static class ElasticBenchmark
{
    public static async Task RunAsync(Uri server, Corpus corpus, int size, IReadOnlyList<SampleQuery> queries)
    {
        var settings = new ElasticSettings { Url = server, IndexPrefix = "benchmark", SearchTimeout = TimeSpan.FromSeconds(30) };
        using var search = new ElasticCompanySearch(settings, TimeProvider.System);
        using var client = new HttpClient { BaseAddress = server };
        try
        {
            await BuildAsync(search, corpus, size);
            await PrintSizeAsync(client);
            var engine = new MeasuredEngine("Elasticsearch", async text =>
                [.. (await search.FindAsync(new CompanyQuery { Text = text, Limit = 10 }, CancellationToken.None)).Items.Select(i => i.Bin)]);
            foreach (var query in queries.Where((_, i) => i % 10 == 0))
                await engine.Find(query.Text);
            var processor = Environment.CpuUsage.UserTime;
            var measured = await Measured.OfAsync(engine, queries);
            processor = Environment.CpuUsage.UserTime - processor;
            measured.Print();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  processor of this process {processor.TotalMilliseconds / queries.Count:F2} ms a query"));
        }
        finally
        {
            foreach (var index in await IndicesAsync(client))
                (await client.DeleteAsync(new Uri("/" + index.GetProperty("index").GetString(), UriKind.Relative))).Dispose();
        }
    }

    /// <summary>The rate of the writing alone and that of the whole rebuild, which merges at its end.</summary>
    private static async Task BuildAsync(ElasticCompanySearch search, Corpus corpus, int size)
    {
        var watch = Stopwatch.StartNew();
        var written = TimeSpan.Zero;

        async IAsyncEnumerable<CompanyDocument> Documents()
        {
            foreach (var company in corpus.Companies(size))
                yield return company;
            written = watch.Elapsed;
            await Task.CompletedTask;
        }

        await search.RebuildAsync(Documents(), CancellationToken.None);
        var all = watch.Elapsed;
        await search.FindAsync(new CompanyQuery { Text = "1" }, CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Elasticsearch: {size:N0} companies by bulk in {written.TotalSeconds:F1} s: {size / written.TotalSeconds:N0} a second; merged and switched after {all.TotalSeconds:F1} s: {size / all.TotalSeconds:N0} a second; words read in {(watch.Elapsed - all).TotalSeconds:F1} s"));
    }

    private static async Task PrintSizeAsync(HttpClient client)
    {
        foreach (var index in await IndicesAsync(client))
            Console.WriteLine($"  index {index.GetProperty("index").GetString()}: {index.GetProperty("docs.count").GetString()} companies, {index.GetProperty("store.size").GetString()}");
    }

    private static async Task<IReadOnlyList<JsonElement>> IndicesAsync(HttpClient client) =>
        await client.GetFromJsonAsync<List<JsonElement>>(new Uri("/_cat/indices/benchmark-*?format=json", UriKind.Relative)) ?? [];
}
