using System.Diagnostics;
using System.Globalization;
using Registry.Search;
using Registry.Search.LuceneEngine;

namespace Registry.Benchmarks.Search;

/// <summary>
/// Measures the search: quality per class of queries, latency, throughput, indexing, size, memory; other engines on the
/// same companies and queries in the same run. Invented names, and real ones where <see cref="KnownCompany.RealNamesVariable"/> names their folder.
/// </summary>
internal static class SearchBenchmark
{
    private const int Known = 3000;

    /// <summary>Queries drawn for each that is kept: some have too many right answers.</summary>
    private const int Spare = 3;

    /// <summary>The beginning of a name has too many right answers more often than not.</summary>
    private const int SparePrefixes = 5;

    public static async Task<int> RunAsync(string[] args)
    {
        var options = SearchOptions.Read(args);
        var folder = Environment.GetEnvironmentVariable(KnownCompany.RealNamesVariable);
        var real = !string.IsNullOrEmpty(folder) && options.WritesQueries is null;
        var known = real ? KnownCompany.Real(folder!) : KnownCompany.Synthetic(Known);
        // Of every fifth company with two names the index gets only one: real translations that nobody wrote down.
        var hidden = known.Where((c, i) => c.Kk is not null && i % 5 == 0).Select(c => c.Bin).ToHashSet(StringComparer.Ordinal);
        var corpus = new Corpus([.. known.Select(c => hidden.Contains(c.Bin) ? c with { Kk = c.Ru is null ? c.Kk : null } : c)], options.Alike);
        if (options.WritesQueries is { } file)
        {
            QueryFile.Write(file, QuerySet.Of(known, hidden, options.Each, options.Seed));
            return 0;
        }
        var queries = real ? QuerySet.Of(known, hidden, options.Each * Spare, options.Seed, SparePrefixes) : QueryFile.Committed();
        foreach (var size in options.Companies)
            await MeasureAsync(corpus, queries, size, KeptAt(options, size, real), options);
        return 0;
    }

    /// <summary>Where the index of these very companies is kept; null where none is.</summary>
    private static string? KeptAt(SearchOptions options, int size, bool real) => options.Index is { } index
        ? Path.Combine(index, string.Create(CultureInfo.InvariantCulture, $"{size}-{(real ? "real" : "synthetic")}-{options.Alike}-{Corpus.Version}"))
        : null;

    /// <summary>One index, measured in every way asked for.</summary>
    /// <param name="kept">Folder of an index that is kept, or null.</param>
    private static async Task MeasureAsync(Corpus corpus, IReadOnlyList<SampleQuery> queries, int size, string? kept, SearchOptions options)
    {
        var directory = kept ?? Directory.CreateTempSubdirectory("registry-search-benchmark-").FullName;
        try
        {
            using var search = new LuceneCompanySearch(directory);
            if (search.NeedsRebuild)
                await BuildAsync(search, corpus, size);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"index {Megabytes(directory):F1} MB, {Megabytes(directory) * 1e6 / size:F0} bytes per company"));
            var settled = Settled(kept, queries, corpus, size, options);
            await LuceneAsync(search, settled, options);
            await SpeedRun.PrintAsync(search, settled);
            await OthersAsync(corpus, size, [.. settled.Where((_, i) => i % options.Others == 0)], options);
            if (options.Elasticsearch is { } server)
                await ElasticBenchmark.RunAsync(new Uri(server), corpus, size, settled);
        }
        finally
        {
            if (kept is null)
                Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>The queries with all their answers; kept beside a kept index, since every name has to be looked at.</summary>
    private static IReadOnlyList<SampleQuery> Settled(string? kept, IReadOnlyList<SampleQuery> queries, Corpus corpus, int size, SearchOptions options)
    {
        var file = kept is null ? null : string.Create(CultureInfo.InvariantCulture, $"{kept}-queries-{options.Seed}-{options.Each}.tsv");
        var isKept = File.Exists(file);
        var settled = isKept ? QueryFile.Read(file!) : QuerySet.Settled(queries, corpus.Companies(size), options.Each);
        if (file is not null && !isKept)
            QueryFile.Write(file, settled);
        return options.Classes.Count == 0 ? settled : [.. settled.Where(q => options.Classes.Contains(q.Class))];
    }

    private static async Task BuildAsync(LuceneCompanySearch search, Corpus corpus, int size)
    {
        var invented = Environment.CpuUsage.TotalTime;
        var count = corpus.Companies(size).Count();
        invented = Environment.CpuUsage.TotalTime - invented;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} companies invented: processor {invented.TotalSeconds:F1} s, part of the indexing below"));
        var watch = Stopwatch.StartNew();
        var processor = Environment.CpuUsage.TotalTime;
        await search.RebuildAsync(corpus.Companies(size).ToAsyncEnumerable(), CancellationToken.None);
        var seconds = watch.Elapsed.TotalSeconds;
        var used = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{size:N0} companies indexed in {seconds:F1} s: {size / seconds:N0} a second; processor {used:F1} s, {size / used:N0} a second of it"));
    }

    private static async Task LuceneAsync(LuceneCompanySearch search, IReadOnlyList<SampleQuery> queries, SearchOptions options)
    {
        var engine = new MeasuredEngine("Lucene", async text =>
            [.. (await search.FindAsync(new CompanyQuery { Text = text, Limit = 10 }, CancellationToken.None)).Items.Select(i => i.Bin)]);
        foreach (var query in queries.Where((_, i) => i % 10 == 0))
            await engine.Find(query.Text);
        var processor = Environment.CpuUsage.UserTime;
        var measured = await Measured.OfAsync(engine, queries, options.ShowsMissed ? query => ShowMissed(search, query) : null);
        processor = Environment.CpuUsage.UserTime - processor;
        measured.Print();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  processor {processor.TotalMilliseconds / queries.Count:F2} ms a query"));
    }

    /// <summary>Other engines with the names as they stand, on the same companies and every n-th query.</summary>
    private static async Task OthersAsync(Corpus corpus, int size, IReadOnlyList<SampleQuery> queries, SearchOptions options)
    {
        if (options.Sqlite)
        {
            await using var sqlite = await SqliteFts.OfAsync(corpus.Companies(size));
            (await Measured.OfAsync(new MeasuredEngine("SQLite FTS5, trigrams", sqlite.FindAsync), queries)).Print();
        }
        if (options.Postgres is { } connection)
        {
            await using var postgres = await PostgresTrigram.OfAsync(connection, corpus.Companies(size));
            (await Measured.OfAsync(new MeasuredEngine("PostgreSQL pg_trgm", postgres.FindAsync), queries)).Print();
        }
        if (options.Elasticsearch is { } address)
        {
            await using var elastic = new ElasticMultiMatch(address);
            await elastic.FillAsync(corpus.Companies(size));
            (await Measured.OfAsync(new MeasuredEngine("Elasticsearch multi_match", elastic.FindAsync), queries)).Print();
        }
    }

    private static void ShowMissed(LuceneCompanySearch search, SampleQuery query)
    {
        var hits = search.FindAsync(new CompanyQuery { Text = query.Text, Limit = 100 }, CancellationToken.None).Result.Items;
        var place = hits.TakeWhile(h => !query.Bins.Contains(h.Bin)).Count();
        var own = place < hits.Count ? string.Create(CultureInfo.InvariantCulture, $"at {place + 1}, {hits[place].Score:F3}") : "not found";
        var items = search.FindAsync(new CompanyQuery { Text = query.Bins[0] }, CancellationToken.None).Result.Items;
        var right = items.Count > 0 ? items[0] : null;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"MISS {query.Class} [{query.Text}] wanted [{right?.NameRu} | {right?.NameKk}] {own}; first {string.Join(" || ", hits.Take(2).Select(h => $"{h.Score:F3} {h.NameRu ?? h.NameKk}"))}"));
    }

    private static double Megabytes(string directory) =>
        Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length) / 1e6;
}
