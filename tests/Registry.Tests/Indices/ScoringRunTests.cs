using Microsoft.EntityFrameworkCore;
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
        Assert.Equal((25, 75), (summary.Entities, summary.Snapshots));
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

        Assert.Equal(0, (await Run(database).RunAsync(new ScoreOptions(Day), null, Cancel)).Snapshots);
        Assert.Equal(0, (await Run(database).RunAsync(new ScoreOptions(Day.AddDays(1)), null, Cancel)).Snapshots);
        Assert.Equal(63, (await Run(database).RunAsync(new ScoreOptions(Day.AddMonths(1)), null, Cancel)).Snapshots);
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

        Assert.Equal((2, 1), (summary.Entities, summary.Snapshots));
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

    private static ScoringRun Run(TestDatabase database) => new(database.Facts, Store(database));

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
            db.Add(new Company { Bin = Bin(i), Version = 1 });
            db.Add(SomeEntity.Registered(new DateOnly(2015, 1, 20)) with { Bin = Bin(i), KnownFrom = learned });
            db.Add(new TaxBurden { Bin = Bin(i), Source = "kgd-tax-burden", Year = 2025, Burden = i, KnownFrom = learned });
            db.Add(SomeEntity.Vector() with { Bin = Bin(i), KnownFrom = learned });
        }
        await db.SaveChangesAsync();
        return database;
    }
}
