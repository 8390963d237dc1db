using Microsoft.EntityFrameworkCore;
using Registry.Companies;
using Registry.Data;
using Registry.Facts;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Data.Bulk;

/// <summary>Writing many rows at once keeps every value, whatever it holds.</summary>
public sealed class BulkWriterTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task Values_at_their_ends_come_back_as_they_were(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        DeliveredIndex[] written =
        [
            Index("000000000000", DateOnly.MinValue, 0, null),
            Index("111111111111", new(1999, 12, 31), -0.1, ""),
            Index("222222222222", new(2000, 1, 1), double.MaxValue, "Ұлы дала \"ЖШС\", \t\r\n\\. 𝔘𝔫𝔦 €"),
            Index("333333333333", DateOnly.MaxValue, double.Epsilon, new string('ғ', 100_000)),
        ];

        await InsertAsync(database, written);

        await using var db = database.CreateContext();
        Assert.Equal(written, await db.Set<DeliveredIndex>().AsNoTracking().OrderBy(i => i.Bin).ToListAsync(None));
    }

    [Theory, EachDatabase]
    public async Task Rows_of_all_columns_come_back_through_many_buffers(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var written = Enumerable.Range(0, 3_000).Select(i => new Registration
        {
            Bin = $"{i:000000000000}",
            Source = "stat-register",
            KnownFrom = new(2026, 6, 15),
            KnownTo = i % 2 == 0 ? null : new(2026, 7, 1),
            NameRu = new string('Ж', i % 97),
            NameKk = i % 3 == 0 ? null : $"Құрылыс-{i}",
            RegisteredOn = new DateOnly(1991, 1, 1).AddDays(i),
        }).ToArray();

        await InsertAsync(database, written);

        await using var db = database.CreateContext();
        Assert.Equal(written, await db.Set<Registration>().AsNoTracking().OrderBy(r => r.Bin).ToListAsync(None));
    }

    [Theory, EachDatabase]
    public async Task A_row_that_stands_is_replaced_and_its_neighbours_stay(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var first = Company("111111111111", "АЛҒАШҚЫ", version: 1);
        var other = Company("222222222222", "ЕКІНШІ", version: long.MaxValue);
        await InsertAsync(database, first, other);

        await using var db = database.CreateContext();
        await using (var transaction = await db.Database.BeginTransactionAsync(None))
        {
            await database.Bulk.UpsertAsync(db, [Company("111111111111", "ЖАҢА", version: 2), Company("333333333333", "ҮШІНШІ", version: 1)], None);
            await transaction.CommitAsync(None);
        }

        var names = await db.Set<Company>().OrderBy(c => c.Bin).Select(c => new { c.NameKk, c.Version, c.CheckDigitValid }).ToListAsync(None);
        Assert.Equal([("ЖАҢА", 2, true), ("ЕКІНШІ", long.MaxValue, true), ("ҮШІНШІ", 1, true)], names.Select(n => (n.NameKk!, n.Version, n.CheckDigitValid)));
    }

    [Theory, EachDatabase]
    public async Task A_value_that_the_database_refuses_leaves_nothing_behind(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var rows = Enumerable.Range(0, 5_000).Select(i => Index($"{i:000000000000}", new(2026, 1, 1), i, null)).ToList();
        rows.Add(rows[0]);

        await using (var db = database.CreateContext())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(None);
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.Bulk.InsertAsync(db, rows, None));
        }

        await using var after = database.CreateContext();
        Assert.Equal(0, await after.Set<DeliveredIndex>().CountAsync(None));
    }

    private static async Task InsertAsync<T>(TestDatabase database, params T[] rows)
        where T : class
    {
        await using var db = database.CreateContext();
        await using var transaction = await db.Database.BeginTransactionAsync(None);
        await database.Bulk.InsertAsync(db, rows, None);
        await transaction.CommitAsync(None);
    }

    private static DeliveredIndex Index(string bin, DateOnly day, double value, string? version) => new()
    {
        Bin = bin,
        Source = "kgd-preliminary",
        Index = "taxpayerIntegrity",
        AsOf = day,
        Value = value,
        Version = version,
        KnownFrom = new(2026, 6, 15),
    };

    private static Company Company(string bin, string name, long version) => new() { Bin = bin, NameKk = name, CheckDigitValid = true, Version = version };
}
