using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Identifiers;
using Registry.Import;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Import;

/// <summary>The real command line, killed by the real signal.</summary>
public sealed class KilledImportTests
{
    private const int Rows = 60_000;

    [Theory, EachDatabase]
    public async Task An_import_killed_in_the_middle_and_started_again_ends_as_an_undisturbed_one(DatabaseProvider provider)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        var file = folder["companies.csv"];
        await File.WriteAllTextAsync(file, Companies(), cancel);
        await using var undisturbed = await TestDatabase.CreateAsync(provider);
        await using var disturbed = await TestDatabase.CreateAsync(provider);
        Assert.Equal(0, await RunAsync(undisturbed, folder["a"], file, cancel));

        using (var killed = Start(disturbed, folder["b"], file))
        {
            await CommittedAsync(disturbed, killed, cancel);
            killed.Kill();
            await killed.WaitForExitAsync(cancel);
        }
        await using (var db = disturbed.CreateContext())
        {
            var run = await db.ImportRuns.SingleAsync(cancel);
            Assert.Equal(ImportState.Running, run.State);
            Assert.InRange(run.Read, 1, Rows - 1);
        }
        Assert.Equal(0, await RunAsync(disturbed, folder["b"], file, cancel));

        await using var left = undisturbed.CreateContext();
        await using var right = disturbed.CreateContext();
        Assert.Equal(await TestRegister.ContentAsync(left), await TestRegister.ContentAsync(right));
        var finished = await right.ImportRuns.SingleAsync(cancel);
        Assert.Equal((ImportState.Done, (long)Rows, (long)Rows), (finished.State, finished.Read, finished.Added));
        Assert.Equal(
            ["import.begun", "import.resumed", "import.done"],
            (await right.AuditEntries.ToListAsync(cancel)).OrderBy(e => e.Id).Select(e => e.What));
    }

    /// <summary>Waits for the first committed chunk by watching the run's row, as a page would.</summary>
    private static async Task CommittedAsync(TestDatabase database, Process process, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (true)
        {
            await using var db = database.CreateContext();
            if (await db.ImportRuns.AnyAsync(r => r.Read > 0, patience.Token))
                return;
            Assert.False(process.HasExited, "The import ended before it could be killed.");
            await Task.Yield();
        }
    }

    private static async Task<int> RunAsync(TestDatabase database, string data, string file, CancellationToken cancel)
    {
        using var process = Start(database, data, file);
        await process.WaitForExitAsync(cancel);
        return process.ExitCode;
    }

    private static Process Start(TestDatabase database, string data, string file)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            // The tests' folder holds what the command line needs under the tests' own description of it.
            ArgumentList =
            {
                "exec", "--runtimeconfig", Here("Registry.Tests.runtimeconfig.json"), "--depsfile", Here("Registry.Tests.deps.json"), Here("Registry.Cli.dll"),
                "import", "stat-register", file, "--data", data, "--as-of", "2026-11-23",
            },
        };
        start.Environment["Registry__Database__Provider"] = database.Provider.ToString();
        start.Environment["Registry__Database__ConnectionString"] = database.ConnectionString;
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    private static string Here(string name) => Path.Combine(AppContext.BaseDirectory, name);

    private static string Companies()
    {
        var text = new StringBuilder("bin,kk,ru,date,oked,,,oked2,krp,,,kse,,,kfs,,,kato,,,address,head\n");
        var written = 0;
        for (var i = 0; written < Rows; i++)
        {
            var stem = string.Create(CultureInfo.InvariantCulture, $"15034{i:000000}");
            if (CheckDigit.Of(stem) is not { } digit)
                continue;
            written++;
            text.Append(CultureInfo.InvariantCulture, $"{stem}{digit},Құрылыс {i} ЖШС,ТОО Курылыс {i},14.03.2015,41201,,,,105,,,1122,,,15,,,751110000,,,г. Алматы,АХМЕТОВ Б.\n");
        }
        return text.ToString();
    }
}
