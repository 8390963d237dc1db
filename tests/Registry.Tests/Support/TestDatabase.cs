using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Registry.Data;

namespace Registry.Tests.Support;

/// <summary>A migrated, empty database of one test, erased after it. Copied from a template that is migrated once per process.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MigrateSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MigratePostgresTemplateAsync);

    private readonly string _place;

    private TestDatabase(DatabaseKind kind, string place, string connectionString)
    {
        _place = place;
        Kind = kind;
        ConnectionString = connectionString;
        Contexts = ContextsOf(kind, connectionString);
    }

    public DatabaseKind Kind { get; }
    public string ConnectionString { get; }
    public IDbContextFactory<RegistryDbContext> Contexts { get; }

    /// <summary>A new database of this kind.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var name = "registry_test_" + Guid.NewGuid().ToString("N");
        if (kind == DatabaseKind.Sqlite)
        {
            var file = Path.Combine(Path.GetTempPath(), name + ".db");
            File.Copy(await SqliteTemplate.Value, file);
            return new TestDatabase(kind, file, $"Data Source={file}");
        }
        var cluster = await PostgresCluster.GetAsync();
        await RunAsync(cluster, $"CREATE DATABASE {name} TEMPLATE {await PostgresTemplate.Value}");
        return new TestDatabase(kind, name, InDatabase(cluster, name));
    }

    /// <summary>A context of this database; the caller disposes it.</summary>
    public RegistryDbContext CreateContext() => Contexts.CreateDbContext();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Kind == DatabaseKind.Sqlite)
        {
            EraseSqlite(_place);
            return;
        }
        await using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }
        await RunAsync(await PostgresCluster.GetAsync(), $"DROP DATABASE {_place} WITH (FORCE)");
    }

    /// <summary>Erases the templates of this process.</summary>
    internal static async Task EraseTemplatesAsync()
    {
        if (SqliteTemplate.IsValueCreated && SqliteTemplate.Value.IsCompletedSuccessfully)
        {
            EraseSqlite(await SqliteTemplate.Value);
        }
        if (PostgresTemplate.IsValueCreated && PostgresTemplate.Value.IsCompletedSuccessfully)
        {
            await RunAsync(await PostgresCluster.GetAsync(), $"DROP DATABASE {await PostgresTemplate.Value} WITH (FORCE)");
        }
    }

    private static async Task<string> MigrateSqliteTemplateAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), $"registry_template_{Guid.NewGuid():N}.db");
        var connectionString = $"Data Source={file};Pooling=False";
        await MigrateAsync(DatabaseKind.Sqlite, connectionString);
        // The copy takes the main file only: bring what the write-ahead log holds into it.
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
        return file;
    }

    private static async Task<string> MigratePostgresTemplateAsync()
    {
        var cluster = await PostgresCluster.GetAsync();
        var name = $"registry_template_{Guid.NewGuid():N}";
        await RunAsync(cluster, $"CREATE DATABASE {name}");
        // A database with an open connection cannot be copied.
        await MigrateAsync(DatabaseKind.Postgres, InDatabase(cluster, name) + ";Pooling=False");
        return name;
    }

    private static async Task MigrateAsync(DatabaseKind kind, string connectionString)
    {
        await using var db = ContextsOf(kind, connectionString).CreateDbContext();
        await db.Database.MigrateAsync();
    }

    private static string InDatabase(PostgresCluster cluster, string name) =>
        new NpgsqlConnectionStringBuilder(cluster.Address) { Database = name }.ConnectionString;

    private static async Task RunAsync(PostgresCluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(InDatabase(cluster, "postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static void EraseSqlite(string file)
    {
        using (var connection = new SqliteConnection($"Data Source={file}"))
        {
            SqliteConnection.ClearPool(connection);
        }
        foreach (var part in (string[])[file, file + "-wal", file + "-shm"])
        {
            File.Delete(part);
        }
    }

    private static Factory ContextsOf(DatabaseKind kind, string connectionString) => new(kind == DatabaseKind.Sqlite
        ? () => new SqliteRegistryDbContext(new DbContextOptionsBuilder<SqliteRegistryDbContext>().UseSqlite(connectionString).Options)
        : () => new PostgresRegistryDbContext(new DbContextOptionsBuilder<PostgresRegistryDbContext>().UseNpgsql(connectionString).Options));

    private sealed class Factory(Func<RegistryDbContext> create) : IDbContextFactory<RegistryDbContext>
    {
        public RegistryDbContext CreateDbContext() => create();
    }
}
