using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Registry.Companies;
using Registry.Data;
using Registry.Data.Bulk;
using Registry.Facts;
using Registry.Import;
using Registry.Indices;
using Registry.Setup;
using Registry.Sources;

namespace Registry.Benchmarks;

/// <summary>
/// A full recomputation: pure computing on all cores with the facts in memory, and a run with reading and writing on a database.
/// <c>score [--entities N] [--database] [--postgres CONNECTION]</c>; the database named is deleted and filled anew.
/// </summary>
internal static class ScoreBenchmark
{
    private const int Batch = 10_000;
    private static readonly DateOnly Day = new(2026, 6, 15);

    public static async Task<int> RunAsync(string[] args)
    {
        var entities = int.Parse(Option(args, "--entities") ?? "1000000", CultureInfo.InvariantCulture);
        Compute(entities);
        if (args.Contains("--database", StringComparer.Ordinal))
            await OnDatabaseAsync(DatabaseProvider.Sqlite, null, entities);
        if (Option(args, "--postgres") is { } postgres)
            await OnDatabaseAsync(DatabaseProvider.Postgres, postgres, entities);
        return 0;
    }

    /// <summary>Both passes over facts that stand in memory. Distinct entities are made once and gone through again: what is measured is computing.</summary>
    private static void Compute(int entities)
    {
        var pool = Enumerable.Range(0, Math.Min(entities, 50_000)).Select(i => SyntheticFacts.Of(i, Day)).ToArray();
        var sources = new SourceCalendar(Day, SourceCatalog.All.ToDictionary(s => s.Source, _ => Day));
        var day = new ScoredDay(Day, Methodology.Current, sources);
        var watch = Stopwatch.StartNew();
        var processor = Environment.CpuUsage.TotalTime;
        Parallel.For(0, entities, i => day.Gather(pool[i % pool.Length]));
        var tables = day.BuildPeers().Count;
        var rated = 0L;
        Parallel.For(0, entities, () => 0L, (i, _, sum) =>
        {
            var scored = day.Compute(pool[i % pool.Length]);
            day.GatherIndices(scored);
            return sum + scored.Results.Count(r => r.Value is not null);
        }, sum => Interlocked.Add(ref rated, sum));
        var medians = day.BuildIndexPeers().Count;
        Report("memory", entities, watch.Elapsed, Environment.CpuUsage.TotalTime - processor, $"{rated} rated indices, {tables + medians} peer tables");
    }

    private static async Task OnDatabaseAsync(DatabaseProvider provider, string? connection, int entities)
    {
        var folder = Directory.CreateTempSubdirectory("registry-bench-score-");
        try
        {
            await using var services = Services(provider, connection, folder.FullName);
            await FillAsync(services, entities);
            var day = services.GetRequiredService<BusinessClock>().Today;
            foreach (var (name, scope) in new[] { ("first", ScoreScope.Full), ("again", ScoreScope.Full), ("changed", ScoreScope.Changed) })
            {
                var watch = Stopwatch.StartNew();
                var processor = Environment.CpuUsage.TotalTime;
                var summary = await services.GetRequiredService<ScoringRun>().RunAsync(new ScoreOptions(day, null, scope), null, CancellationToken.None);
                Report($"{provider} {name}", entities, watch.Elapsed, Environment.CpuUsage.TotalTime - processor, summary?.ToString() ?? "not run");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ServiceProvider Services(DatabaseProvider provider, string? connection, string folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Registry:DataDirectory"] = folder,
            ["Registry:Database:Provider"] = provider.ToString(),
            ["Registry:Database:ConnectionString"] = connection,
            ["Registry:Clock"] = Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T06:00:00Z",
        }).Build();
        var collection = new ServiceCollection();
        collection.AddRegistry(configuration);
        return collection.BuildServiceProvider();
    }

    private static async Task FillAsync(ServiceProvider services, int entities)
    {
        var contexts = services.GetRequiredService<IDbContextFactory<RegistryDbContext>>();
        var bulk = services.GetRequiredService<IBulkWriter>();
        await using (var db = await contexts.CreateDbContextAsync())
        {
            await db.Database.EnsureDeletedAsync();
            await db.Database.MigrateAsync();
            db.AddRange(SourceCatalog.All.Select(s => new SourceLoad { Source = s.Source, AsOf = Day, KnownFrom = Day.AddDays(-30) }));
            await db.SaveChangesAsync();
        }
        for (var from = 0; from < entities; from += Batch)
        {
            List<EntityFacts> facts = [.. Enumerable.Range(from, Math.Min(Batch, entities - from)).Select(i => SyntheticFacts.Of(i, Day))];
            await using var db = await contexts.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await bulk.InsertAsync<Company>(db, [.. facts.Select(SyntheticFacts.CompanyOf)], default);
            await bulk.InsertAsync<Registration>(db, [.. facts.SelectMany(f => f.Registrations)], default);
            await bulk.InsertAsync<TaxArrears>(db, [.. facts.SelectMany(f => f.Arrears)], default);
            await bulk.InsertAsync<TaxBurden>(db, [.. facts.SelectMany(f => f.Burdens)], default);
            await bulk.InsertAsync<TaxesPaid>(db, [.. facts.SelectMany(f => f.TaxesPaid)], default);
            await bulk.InsertAsync<Payroll>(db, [.. facts.SelectMany(f => f.Payrolls)], default);
            await bulk.InsertAsync<Statement>(db, [.. facts.SelectMany(f => f.Statements)], default);
            await bulk.InsertAsync<PaymentExperience>(db, [.. facts.SelectMany(f => f.Payments)], default);
            await bulk.InsertAsync<Enforcement>(db, [.. facts.SelectMany(f => f.Enforcements)], default);
            await transaction.CommitAsync();
        }
    }

    private static void Report(string what, int entities, TimeSpan wall, TimeSpan processor, string result) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"score {what}: {entities} entities, {wall.TotalSeconds:F1} s, processor {processor.TotalSeconds:F1} s, peak {PeakMemory()} MB, {result}"));

    private static long PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
