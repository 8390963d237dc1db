using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Registry.Data.Bulk;

/// <summary>PostgreSQL: binary COPY into a temporary table, then one set-based statement; keys handed over as arrays.</summary>
internal sealed class PostgresBulkWriter : IBulkWriter
{
    /// <summary>Number of the advisory lock under which new rows are entered; any number that no other program of the database uses.</summary>
    private const long WritersLock = 0x5245_4749_5354_4552;

    private readonly TableShapes shapes = new();

    public async Task<List<T>> FindAsync<T>(RegistryDbContext db, IReadOnlyList<object[]> keys, CancellationToken cancel)
        where T : class
    {
        if (keys.Count == 0 || !await db.Set<T>().AnyAsync(cancel))
            return [];
        var shape = shapes.Of<T>(db);
        var width = keys[0].Length;
        var arrays = new object[width];
        for (var i = 0; i < width; i++)
            arrays[i] = ArrayOf(keys, i, shape.Key[i]);
        var lists = string.Join(", ", Enumerable.Range(0, width).Select(i => string.Create(CultureInfo.InvariantCulture, $"{{{i}}}")));
        var names = string.Join(", ", Enumerable.Range(0, width).Select(i => $"k{i}"));
        var match = string.Join(" AND ", Enumerable.Range(0, width).Select(i => $"t.{shape.Key[i].Name} = k.k{i}"));
        var sql = $"SELECT t.* FROM unnest({lists}) AS k({names}) JOIN {shape.Table} AS t ON {match}";
        return await db.Set<T>().FromSqlRaw(sql, arrays).AsNoTracking().ToListAsync(cancel);
    }

    /// <summary>
    /// Besides the lock: a load outgrows the planner's statistics, which then has it read the whole table for each ten thousand keys.
    /// For this transaction look-ups go by index. Nor need it wait for the disk: a lost chunk takes the run's counts with it and is done again.
    /// </summary>
    public async Task LockAsync(RegistryDbContext db, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock({WritersLock}); SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL jit = off; SET LOCAL synchronous_commit = off",
            cancel);

    public async Task InsertAsync<T>(RegistryDbContext db, IReadOnlyList<T> rows, CancellationToken cancel)
        where T : class
    {
        var shape = shapes.Of<T>(db);
        if (rows.Count > 0)
            await CopyAsync(db, shape.Table, shape.Columns, rows, cancel);
    }

    public async Task UpsertAsync<T>(RegistryDbContext db, IReadOnlyList<T> rows, CancellationToken cancel)
        where T : class
    {
        if (rows.Count == 0)
            return;
        var shape = shapes.Of<T>(db);
        await StageAsync(db, shape, shape.Columns, rows, cancel);
        var differs = shape.Values.Count == 0
            ? ""
            : $" WHERE ({string.Join(", ", shape.Values.Select(c => $"t.{c.Name}"))}) IS DISTINCT FROM ({string.Join(", ", shape.Values.Select(c => $"excluded.{c.Name}"))})";
        await ExecuteAsync(db, $"INSERT INTO {shape.Table} AS t ({shape.ColumnList}) SELECT {shape.ColumnList} FROM staged {shape.OnConflict}{differs}; DROP TABLE staged", cancel);
    }

    public async Task DeleteAsync<T>(RegistryDbContext db, IReadOnlyList<T> rows, CancellationToken cancel)
        where T : class
    {
        if (rows.Count == 0)
            return;
        var shape = shapes.Of<T>(db);
        await StageAsync(db, shape, shape.Key, rows, cancel);
        var match = string.Join(" AND ", shape.Key.Select(c => $"t.{c.Name} = s.{c.Name}"));
        await ExecuteAsync(db, $"DELETE FROM {shape.Table} AS t USING staged AS s WHERE {match}; DROP TABLE staged", cancel);
    }

    public async Task TouchAsync(RegistryDbContext db, IReadOnlyCollection<string> bins, CancellationToken cancel)
    {
        if (bins.Count == 0)
            return;
        await db.Database.ExecuteSqlRawAsync(
            """
            WITH touched AS (UPDATE "Companies" SET "Version" = "Version" + 1 WHERE "Bin" = ANY ({0}) RETURNING "Bin")
            INSERT INTO "IndexQueue" ("Bin") SELECT "Bin" FROM touched
            """,
            [bins.ToArray()],
            cancel);
    }

    private static async Task StageAsync<T>(
        RegistryDbContext db, TableShape shape, IReadOnlyList<TableShape.Column> columns, IReadOnlyList<T> rows, CancellationToken cancel)
        where T : class
    {
        var names = string.Join(", ", columns.Select(c => c.Name));
        await ExecuteAsync(db, $"CREATE TEMP TABLE staged ON COMMIT DROP AS SELECT {names} FROM {shape.Table} WITH NO DATA", cancel);
        await CopyAsync(db, "staged", columns, rows, cancel);
    }

    private static async Task CopyAsync<T>(
        RegistryDbContext db, string table, IReadOnlyList<TableShape.Column> columns, IReadOnlyList<T> rows, CancellationToken cancel)
        where T : class
    {
        var names = string.Join(", ", columns.Select(c => c.Name));
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var stream = await connection.BeginRawBinaryCopyAsync($"COPY {table} ({names}) FROM STDIN (FORMAT BINARY)", cancel);
        try
        {
            Write(new CopyStream(stream), columns, rows);
        }
        catch
        {
            // Closing would commit what has come so far.
            await stream.CancelAsync();
            throw;
        }
    }

    private static void Write<T>(CopyStream copy, IReadOnlyList<TableShape.Column> columns, IReadOnlyList<T> rows)
        where T : class
    {
        copy.Begin();
        foreach (var row in rows)
        {
            copy.StartRow(columns.Count);
            foreach (var column in columns)
                copy.Write(column.Of(row));
        }
        copy.End();
    }

    private static async Task ExecuteAsync(RegistryDbContext db, string sql, CancellationToken cancel) =>
        await db.Database.ExecuteSqlRawAsync(sql, cancel);

    private static Array ArrayOf(IReadOnlyList<object[]> keys, int index, TableShape.Column column)
    {
        var first = column.Stored(keys[0][index]);
        var array = Array.CreateInstance(first.GetType(), keys.Count);
        for (var i = 0; i < keys.Count; i++)
            array.SetValue(column.Stored(keys[i][index]), i);
        return array;
    }
}
