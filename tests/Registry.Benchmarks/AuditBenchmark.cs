using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access;
using Registry.Audit;
using Registry.Data;
using Registry.Setup;

namespace Registry.Benchmarks;

/// <summary>
/// Small changes per second by many writers at once: without the trace, with it, and with each entry chained in its own transaction,
/// as it is not done. Then how fast the trace is chained and verified. <c>audit [--writes N] [--writers N] [--postgres CONNECTION]</c>
/// </summary>
internal static class AuditBenchmark
{
    private const int Rounds = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        var writes = int.Parse(Option(args, "--writes") ?? "4000", CultureInfo.InvariantCulture);
        var writers = int.Parse(Option(args, "--writers") ?? "8", CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("registry-bench-");
        try
        {
            await MeasureAsync(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder.FullName, "registry.db")}", writes, writers, folder);
            if (Option(args, "--postgres") is { } postgres)
                await MeasureAsync(DatabaseProvider.Postgres, postgres, writes, writers, folder);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(DatabaseProvider provider, string connection, int writes, int writers, DirectoryInfo folder)
    {
        await using var services = Services(provider, connection, folder);
        var contexts = services.GetRequiredService<IDbContextFactory<RegistryDbContext>>();
        await using (var db = await contexts.CreateDbContextAsync())
        {
            await db.Database.EnsureDeletedAsync();
            await db.Database.MigrateAsync();
        }
        var trail = services.GetRequiredService<AuditTrail>();
        var chain = services.GetRequiredService<AuditChain>();
        var (plain, traced, chained) = (new List<double>(), new List<double>(), new List<double>());
        // In turns, so that a machine that is busy now and then is so for all alike.
        for (var round = 0; round < Rounds; round++)
        {
            plain.Add(await RateAsync(writes, writers, (i, key) => WriteAsync(contexts, null, key, i)));
            traced.Add(await WithSealerAsync(chain, () => RateAsync(writes, writers, (i, key) => WriteAsync(contexts, trail, key, i))));
            using var oneAtATime = new SemaphoreSlim(1);
            chained.Add(await RateAsync(writes, writers, async (i, key) =>
            {
                // What a chain in the writer's transaction comes to: nobody may write before the link before is committed.
                await oneAtATime.WaitAsync();
                try
                {
                    await WriteAsync(contexts, trail, key, i);
                    await chain.SealAsync(CancellationToken.None);
                }
                finally
                {
                    oneAtATime.Release();
                }
            }));
        }
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"audit {provider,-8} {writers} writers, {writes} writes, best of {Rounds}: without {plain.Max():F0}/s, with {traced.Max():F0}/s ({traced.Max() / plain.Max():P0}), chained one by one {chained.Max():F0}/s ({chained.Max() / plain.Max():P0})"));
        await ChainAsync(services, contexts, trail, chain, writes, provider);
    }

    private static async Task ChainAsync(
        ServiceProvider services, IDbContextFactory<RegistryDbContext> contexts, AuditTrail trail, AuditChain chain, int writes, DatabaseProvider provider)
    {
        await chain.SealAsync(CancellationToken.None);
        await using (var db = await contexts.CreateDbContextAsync())
        {
            for (var i = 0; i < writes; i++)
                trail.Add(db, Actor.System, Note(i));
            await db.SaveChangesAsync();
        }
        var watch = Stopwatch.StartNew();
        var links = await chain.SealAsync(CancellationToken.None);
        var sealing = watch.Elapsed.TotalSeconds;
        watch.Restart();
        var verdict = await services.GetRequiredService<AuditVerification>().RunAsync(null, null, CancellationToken.None);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"audit {provider,-8} chaining {links / sealing:F0} entries/s, verifying {verdict.Links} links at {verdict.Links / watch.Elapsed.TotalSeconds:F0}/s, broken: {verdict.Broken?.Reason ?? "none"}"));
    }

    private static async Task<double> WithSealerAsync(AuditChain chain, Func<Task<double>> measure)
    {
        using var done = new CancellationTokenSource();
        var sealer = Task.Run(async () =>
        {
            using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
            while (!done.IsCancellationRequested)
            {
                await chain.SealAsync(CancellationToken.None);
                await pace.WaitForNextTickAsync(CancellationToken.None);
            }
        });
        var rate = await measure();
        await done.CancelAsync();
        await sealer;
        return rate;
    }

    private static async Task<double> RateAsync(int writes, int writers, Func<int, string, Task> write)
    {
        var next = -1;
        var run = Guid.NewGuid().ToString("N");
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            int i;
            while ((i = Interlocked.Increment(ref next)) < writes)
                await write(i, run);
        })));
        return writes / watch.Elapsed.TotalSeconds;
    }

    private static async Task WriteAsync(IDbContextFactory<RegistryDbContext> contexts, AuditTrail? trail, string run, int i)
    {
        await using var db = await contexts.CreateDbContextAsync();
        db.Notes.Add(new RegisterNote { Key = $"{run}:{i}", Value = "Suspended" });
        trail?.Add(db, Actor.System, Note(i));
        await db.SaveChangesAsync();
    }

    private static AuditNote Note(int i) => new("label.frozen", string.Create(CultureInfo.InvariantCulture, $"label:{i}"))
    {
        Before = new { State = "Valid", Until = (string?)null, Holder = "990140000384" },
        After = new { State = "Suspended", Until = "2026-12-31", Holder = "990140000384" },
        Reason = "Жалоба потребителя, срок ответа десять дней",
    };

    private static ServiceProvider Services(DatabaseProvider provider, string connection, DirectoryInfo folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Registry:DataDirectory"] = folder.FullName,
            ["Registry:Database:Provider"] = provider.ToString(),
            ["Registry:Database:ConnectionString"] = connection,
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddRegistry(configuration);
        return services.BuildServiceProvider();
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
