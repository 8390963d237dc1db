using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access;
using Registry.Data;
using Registry.Identifiers;
using Registry.Import;
using Registry.Setup;

namespace Registry.Benchmarks;

/// <summary>
/// Rows per second of a <c>stat-register</c> CSV into an empty database, and of the same file again.
/// <c>import [--rows N] [--postgres CONNECTION] [--no-sqlite]</c>
/// </summary>
internal static class ImportBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        var rows = int.Parse(Option(args, "--rows") ?? "500000", CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("registry-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "stat-register.csv");
            await WriteAsync(file, rows);
            if (!args.Contains("--no-sqlite"))
                await MeasureAsync(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder.FullName, "registry.db")}", file);
            if (Option(args, "--postgres") is { } postgres)
                await MeasureAsync(DatabaseProvider.Postgres, postgres, file);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(DatabaseProvider provider, string connection, string file)
    {
        var folder = Directory.CreateTempSubdirectory("registry-bench-data-");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Registry:DataDirectory"] = folder.FullName,
            ["Registry:Database:Provider"] = provider.ToString(),
            ["Registry:Database:ConnectionString"] = connection,
        }).Build();
        var collection = new ServiceCollection();
        collection.AddRegistry(configuration);
        await using var services = collection.BuildServiceProvider();
        await using (var db = await services.GetRequiredService<IDbContextFactory<RegistryDbContext>>().CreateDbContextAsync())
        {
            await db.Database.EnsureDeletedAsync();
            await db.Database.MigrateAsync();
        }
        var runner = services.GetRequiredService<ImportRunner>();
        foreach (var pass in new[] { "first", "again" })
        {
            var watch = Stopwatch.StartNew();
            var processor = Environment.CpuUsage.TotalTime;
            var outcome = await runner.RunAsync(Actor.System, new ImportRequest("stat-register", [file]), null, CancellationToken.None);
            var memory = Environment.WorkingSet / (1 << 20);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"import {provider,-8} {pass}: {outcome.Read} rows, {outcome.Added} added, {outcome.Changed} changed, {outcome.Rejected} rejected, {outcome.Failure}, {watch.Elapsed.TotalSeconds:F1} s, {outcome.Read / watch.Elapsed.TotalSeconds:F0} rows/s, processor {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:F1} s, collecting {GC.GetTotalPauseDuration().TotalSeconds:F1} s in all, working set {memory} MB"));
        }
    }

    private static async Task WriteAsync(string file, int rows)
    {
        await using var writer = new StreamWriter(file);
        await writer.WriteLineAsync("БИН,Наименование (каз),Наименование,Дата регистрации,ОКЭД,Вид (каз),Вид,Втор.ОКЭД,КРП,КРП (каз),КРП,КСЭ,ЭСЖ,КСЭ,КФС,МНЖ,КФС,КАТО,Нас. пункт (каз),Нас. пункт,Юридический адрес,Руководитель");
        for (var i = 0; i < rows; i++)
        {
            var stem = string.Create(CultureInfo.InvariantCulture, $"{10 + (i / 60_000):00}{1 + (i / 5_000 % 12):00}40{i % 100_000:00000}");
            if (CheckDigit.Of(stem) is not { } digit)
                continue;
            await writer.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{stem}{digit},\"\"\"Құрылыс-{i}\"\" жауапкершілігі шектеулі серіктестігі\",\"Товарищество с ограниченной ответственностью \"\"Курылыс-{i}\"\"\",14.03.2015,41201,Тұрғын емес ғимараттар салу,Строительство нежилых зданий,46909 62011,{(i % 3 == 0 ? 105 : 160)},Шағын,Малые предприятия (<= 5),1122,,,15,,,751110000,Алматы қ.,г. Алматы,\"г. Алматы, Бостандыкский район, ул. Тимирязева, дом {i % 300}\",АХМЕТОВ БОЛАТ СЕРИКОВИЧ"));
        }
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
