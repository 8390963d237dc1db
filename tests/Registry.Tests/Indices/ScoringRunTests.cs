using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Registry.Companies;
using Registry.Data;
using Registry.Facts;
using Registry.Import;
using Registry.Indices;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Indices;

public sealed class ScoringRunTests
{
    private static readonly DateOnly Day = new(2026, 6, 15);
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task A_full_run_keeps_peers_and_a_snapshot_of_every_index(DatabaseProvider provider)
    {
        await using var database = await FilledAsync(provider, 25);

        var summary = await Run(database).RunAsync(new ScoreOptions(Day), null, Cancel);

        await using var db = database.CreateContext();
        Assert.Equal((25, 75), (summary?.Entities, summary?.Snapshots));
        Assert.Equal(75, await db.IndexSnapshots.CountAsync());
        var table = await db.PeerTables.SingleAsync(p => p.Quantity == Quantities.TaxBurden && p.Group == "41/75/160");
        Assert.Equal((25, 13.0), (table.Size, table.Median));
        Assert.True(await db.IndexQueue.Select(q => q.Bin).Distinct().CountAsync() == 25);
        Assert.True(await db.Companies.AllAsync(c => c.Version > 1));
    }

    [Theory, EachDatabase]
    public async Task The_same_run_again_writes_nothing_and_a_new_month_everything(DatabaseProvider provider)
    {
        await using var database = await FilledAsync(provider, 21);
        await Run(database).RunAsync(new ScoreOptions(Day), null, Cancel);

        Assert.Equal(0, (await Run(database).RunAsync(new ScoreOptions(Day), null, Cancel))?.Snapshots);
        Assert.Equal(0, (await Run(database).RunAsync(new ScoreOptions(Day.AddDays(1)), null, Cancel))?.Snapshots);
        Assert.Equal(63, (await Run(database).RunAsync(new ScoreOptions(Day.AddMonths(1)), null, Cancel))?.Snapshots);
    }

    [Theory, EachDatabase]
    public async Task Only_a_changed_company_gets_a_new_snapshot(DatabaseProvider provider)
    {
        await using var database = await FilledAsync(provider, 21);
        await Run(database).RunAsync(new ScoreOptions(Day), null, Cancel);
        await using (var db = database.CreateContext())
        {
            db.Add(new ListEntry { Bin = Bin(3), Source = "kgd-inactive", Entry = "", Since = Day, KnownFrom = Day.AddDays(1) });
            await db.SaveChangesAsync();
        }

        var summary = await Run(database).RunAsync(new ScoreOptions(Day.AddDays(1), [Bin(3), Bin(4)]), null, Cancel);

        Assert.Equal((2, 1), (summary?.Entities, summary?.Snapshots));
        var history = await Store(database).HistoryAsync(Bin(3), Day, Day.AddDays(9), Cancel);
        Assert.Equal(20, history.Last(s => s.Index == IndexId.TaxpayerIntegrity).Value);
    }

    [Theory, EachDatabase]
    public async Task A_past_day_sees_only_what_was_known_then(DatabaseProvider provider)
    {
        await using var database = await FilledAsync(provider, 21);
        await using (var db = database.CreateContext())
        {
            db.Add(new ListEntry { Bin = Bin(3), Source = "kgd-inactive", Entry = "", Since = Day.AddYears(-3), KnownFrom = Day.AddDays(-10) });
            await db.SaveChangesAsync();
        }

        await Run(database).ScoreHistoryAsync([Day, Day.AddDays(-20)], null, Cancel);

        var history = await Store(database).HistoryAsync(Bin(3), Day.AddDays(-20), Day, Cancel);
        var tax = history.Where(s => s.Index == IndexId.TaxpayerIntegrity).ToList();
        Assert.Equal([Day.AddDays(-20), Day], tax.Select(s => s.AsOf));
        Assert.NotEqual(20, tax[0].Value);
        Assert.Equal(20, tax[1].Value);
    }

    [Theory, EachDatabase]
    public async Task A_run_that_was_killed_goes_on_where_it_stopped_and_ends_as_if_undisturbed(DatabaseProvider provider)
    {
        await using var undisturbed = await FilledAsync(provider, 25);
        await Run(undisturbed).RunAsync(new ScoreOptions(Day), null, Cancel);
        await using var killed = await FilledAsync(provider, 25);
        await Run(killed).RunAsync(new ScoreOptions(Day), null, Cancel);
        await using (var db = killed.CreateContext())
        {
            // As a process that died after ten companies left it: what came after them was never written.
            var after = Bin(10);
            var run = await db.ScoreRuns.SingleAsync();
            (run.State, run.After, run.Done, run.Snapshots, run.ProcessId) = (ScoreRunState.Running, after, 10, 30, int.MaxValue);
            await db.SaveChangesAsync();
#pragma warning disable CA1309 // Translated to SQL, where the database compares as it orders.
            await db.IndexSnapshots.Where(s => string.Compare(s.Bin, after) > 0).ExecuteDeleteAsync();
#pragma warning restore CA1309
            await db.PeerTables.Where(p => p.Quantity == "taxpayerIntegrity" || p.Quantity == "financialStability").ExecuteDeleteAsync();
        }

        var summary = await Run(killed).RunAsync(new ScoreOptions(Day), null, Cancel);

        Assert.Equal((25, 75), (summary?.Entities, summary?.Snapshots));
        await using var left = undisturbed.CreateContext();
        await using var right = killed.CreateContext();
        Assert.Equal(await SnapshotsAsync(left), await SnapshotsAsync(right));
        Assert.Equal(await PeersAsync(left), await PeersAsync(right));
        Assert.Equal(ScoreRunState.Done, (await right.ScoreRuns.SingleAsync()).State);
    }

    [Theory, EachDatabase]
    public async Task One_process_at_a_time_does_a_run(DatabaseProvider provider)
    {
        await using var database = await FilledAsync(provider, 1);
        var runs = Runs(database);
        var claimed = await runs.ClaimAsync(Day, ScoreScope.Full, "2026.1", onlyFirst: false, Cancel);
        using (WorkLife.Hold(claimed!.Id))
        {
            Assert.Null(await Run(database).RunAsync(new ScoreOptions(Day), null, Cancel));
            Assert.NotNull(await Run(database).RunAsync(new ScoreOptions(Day, [Bin(1)]), null, Cancel));
        }

        Assert.Equal(1, (await Run(database).RunAsync(new ScoreOptions(Day), null, Cancel))?.Entities);
        Assert.Null(await Run(database).RunAsync(new ScoreOptions(Day, null, ScoreScope.Full, OnlyFirst: true), null, Cancel));
    }

    [Theory, EachDatabase]
    public async Task A_run_over_changes_takes_new_facts_and_results_that_ran_out(DatabaseProvider provider)
    {
        await using var database = await FilledAsync(provider, 25);
        await Run(database).RunAsync(new ScoreOptions(Day), null, Cancel);
        var changes = new ScoreOptions(Day, null, ScoreScope.Changed);
        Assert.Equal(0, (await Run(database).RunAsync(changes, null, Cancel))?.Entities);
        await using (var db = database.CreateContext())
        {
            db.Add(new ListEntry { Bin = Bin(3), Source = "kgd-inactive", Entry = "", Since = Day, Until = Day.AddDays(2), KnownFrom = Day });
            db.Add(new Company { Bin = Bin(26), Version = 1 });
            await db.SaveChangesAsync();
        }

        Assert.Equal(2, (await Run(database).RunAsync(changes, null, Cancel))?.Entities);
        Assert.Equal(0, (await Run(database).RunAsync(changes, null, Cancel))?.Entities);
        var ends = Day.AddDays(2);
        Assert.Equal(1, (await Run(database, ends).RunAsync(new ScoreOptions(ends, null, ScoreScope.Changed), null, Cancel))?.Entities);
        var history = await Store(database).HistoryAsync(Bin(3), Day, ends, Cancel);
        Assert.Equal(20, history.First(s => s.Index == IndexId.TaxpayerIntegrity).Value);
        Assert.NotEqual(20, history.Last(s => s.Index == IndexId.TaxpayerIntegrity).Value);
    }

    [Theory, EachDatabase]
    public async Task A_host_scores_once_a_night_and_after_an_import(DatabaseProvider provider)
    {
        await using var database = await FilledAsync(provider, 25);
        var time = new FakeTimeProvider(new DateTimeOffset(Day, new TimeOnly(20, 30), TimeSpan.Zero));
        var duty = Duty(database, time);

        Assert.Empty(await duty.TickAsync(Cancel));
        time.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal([ScoreScope.Full], await duty.TickAsync(Cancel));
        Assert.Empty(await Duty(database, time).TickAsync(Cancel));
        await using (var db = database.CreateContext())
        {
            db.Add(new ImportRun
            {
                Id = Guid.NewGuid(), Source = "kgd-vat", Files = "", StartedBy = "system", Fingerprint = "", State = ImportState.Done, EndedAt = time.GetUtcNow(),
            });
            await db.SaveChangesAsync();
        }
        Assert.Equal([ScoreScope.Changed], await duty.TickAsync(Cancel));
        Assert.Empty(await duty.TickAsync(Cancel));
    }

    private static ScoringDuty Duty(TestDatabase database, FakeTimeProvider time)
    {
        var clock = new BusinessClock(time);
        var runs = new ScoreRuns(database.Contexts, database.Bulk, time);
        return new ScoringDuty(new ScoringRun(database.Facts, Store(database), runs, clock), runs, Store(database), clock, time);
    }

    private static ScoringRun Run(TestDatabase database, DateOnly? today = null) => new(
        database.Facts, Store(database), Runs(database),
        new BusinessClock(TimeProvider.System, new DateTimeOffset(today ?? Day, new TimeOnly(6, 0), TimeSpan.Zero)));

    private static ScoreRuns Runs(TestDatabase database) => new(database.Contexts, database.Bulk, TimeProvider.System);

    private static async Task<string> SnapshotsAsync(RegistryDbContext db) =>
        string.Join('\n', (await db.IndexSnapshots.AsNoTracking().ToListAsync()).Select(s => s.ToString()).Order(StringComparer.Ordinal));

    private static async Task<string> PeersAsync(RegistryDbContext db) =>
        string.Join('\n', (await db.PeerTables.AsNoTracking().ToListAsync())
            .Select(p => $"{p with { Percentiles = [] }} {string.Join(' ', p.Percentiles)}").Order(StringComparer.Ordinal));

    private static IndexStore Store(TestDatabase database) => new(database.Contexts, database.Bulk);

    private static string Bin(int number) => $"1501400{number:00000}";

    private static async Task<TestDatabase> FilledAsync(DatabaseProvider provider, int count)
    {
        var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateContext();
        var learned = new DateOnly(2026, 1, 10);
        foreach (var source in Registry.Sources.SourceCatalog.All)
        {
            db.Add(new SourceLoad { Source = source.Source, AsOf = Day.AddDays(-21), KnownFrom = learned });
            db.Add(new SourceLoad { Source = source.Source, AsOf = Day, KnownFrom = learned });
        }
        for (var i = 1; i <= count; i++)
        {
            db.Add(new Company { Bin = Bin(i), Oked = "41201", Krp = "160", Region = "75", Version = 1 });
            db.Add(SomeEntity.Registered(new DateOnly(2015, 1, 20)) with { Bin = Bin(i), KnownFrom = learned });
            db.Add(new TaxBurden { Bin = Bin(i), Source = "kgd-tax-burden", Year = 2025, Burden = i, KnownFrom = learned });
            db.Add(SomeEntity.Vector() with { Bin = Bin(i), KnownFrom = learned });
        }
        await db.SaveChangesAsync();
        return database;
    }
}
