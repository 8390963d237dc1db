using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Registry.Data.Bulk;

/// <summary>
/// SQLite: prepared single-row statements in one transaction (measured faster than many rows per statement),
/// keys handed over as one JSON array.
/// </summary>
internal sealed class SqliteBulkWriter : IBulkWriter
{
    private readonly TableShapes shapes = new();

    public async Task<List<T>> FindAsync<T>(RegistryDbContext db, IReadOnlyList<object[]> keys, CancellationToken cancel)
        where T : class
    {
        if (keys.Count == 0 || !await db.Set<T>().AnyAsync(cancel))
            return [];
        var shape = shapes.Of<T>(db);
        var json = JsonSerializer.Serialize(keys.Select(k => k.Select((value, i) => shape.Key[i].Stored(value))));
        var match = keys[0].Select((_, i) => $"t.{shape.Key[i].Name} = json_extract(k.value, '$[{i}]')");
        // CROSS JOIN fixes the order of the loops: the keys outside, a look-up by primary key inside.
        var sql = $"SELECT t.* FROM json_each({{0}}) AS k CROSS JOIN {shape.Table} AS t WHERE {string.Join(" AND ", match)}";
        return await db.Set<T>().FromSqlRaw(sql, json).AsNoTracking().ToListAsync(cancel);
    }

    /// <summary>SQLite has one writer at a time by itself.</summary>
    public Task LockAsync(RegistryDbContext db, CancellationToken cancel) => Task.CompletedTask;

    public async Task InsertAsync<T>(RegistryDbContext db, IReadOnlyList<T> rows, CancellationToken cancel)
        where T : class
    {
        var shape = shapes.Of<T>(db);
        var parameters = string.Join(", ", shape.Columns.Select(_ => "?"));
        await EachAsync(db, $"INSERT INTO {shape.Table} ({shape.ColumnList}) VALUES ({parameters})", shape.Columns, rows, cancel);
    }

    public async Task UpsertAsync<T>(RegistryDbContext db, IReadOnlyList<T> rows, CancellationToken cancel)
        where T : class
    {
        var shape = shapes.Of<T>(db);
        var parameters = string.Join(", ", shape.Columns.Select(_ => "?"));
        await EachAsync(db, $"INSERT INTO {shape.Table} ({shape.ColumnList}) VALUES ({parameters}) {shape.OnConflict}", shape.Columns, rows, cancel);
    }

    public async Task DeleteAsync<T>(RegistryDbContext db, IReadOnlyList<T> rows, CancellationToken cancel)
        where T : class
    {
        var shape = shapes.Of<T>(db);
        var match = string.Join(" AND ", shape.Key.Select(c => $"{c.Name} = ?"));
        await EachAsync(db, $"DELETE FROM {shape.Table} WHERE {match}", shape.Key, rows, cancel);
    }

    public async Task TouchAsync(RegistryDbContext db, IReadOnlyCollection<string> bins, CancellationToken cancel)
    {
        if (bins.Count == 0)
            return;
        var json = JsonSerializer.Serialize(bins);
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO "IndexQueue" ("Bin") SELECT c."Bin" FROM json_each({0}) AS k CROSS JOIN "Companies" AS c WHERE c."Bin" = k.value;
            UPDATE "Companies" SET "Version" = "Version" + 1 WHERE "Bin" IN (SELECT value FROM json_each({0}));
            """,
            [json],
            cancel);
    }

    /// <summary>
    /// Binds and steps through the library itself: the ADO.NET layer looks every parameter up by name for every row,
    /// which cost more than the insert.
    /// </summary>
    private static async Task EachAsync<T>(
        RegistryDbContext db, string sql, IReadOnlyList<TableShape.Column> columns, IReadOnlyList<T> rows, CancellationToken cancel)
        where T : class
    {
        if (rows.Count == 0)
            return;
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            using var statement = new SqliteStatement((SqliteConnection)db.Database.GetDbConnection(), sql);
            foreach (var row in rows)
            {
                for (var i = 0; i < columns.Count; i++)
                    statement.Bind(i + 1, columns[i].Of(row));
                statement.Execute();
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
