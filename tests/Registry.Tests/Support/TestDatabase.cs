using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Registry.Data;
using Registry.Data.Bulk;

namespace Registry.Tests.Support;

/// <summary>A migrated, empty database of one test, erased after it. Copied from a template that is migrated once per process.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MigrateSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MigratePostgresTemplateAsync);

    private readonly ServiceProvider _services;
    private readonly Func<Task> _erase;

    private TestDatabase(DatabaseProvider provider, string connectionString, Func<Task> erase)
    {
        Provider = provider;
        ConnectionString = connectionString;
        _erase = erase;
        _services = Services(provider, connectionString);
    }

    public DatabaseProvider Provider { get; }
    public string ConnectionString { get; }

    /// <summary>The factory as the register itself registers it, with its interceptors.</summary>
    public IDbContextFactory<RegistryDbContext> Contexts => _services.GetRequiredService<IDbContextFactory<RegistryDbContext>>();
    public IBulkWriter Bulk => _services.GetRequiredService<IBulkWriter>();
    public FactReader Facts => _services.GetRequiredService<FactReader>();

    /// <summary>A new database.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider)
    {
        if (provider == DatabaseProvider.Sqlite)
        {
            var folder = new TemporaryFolder();
            File.Copy(await SqliteTemplate.Value, folder["registry.db"]);
            var file = $"Data Source={folder["registry.db"]}";
            return new TestDatabase(provider, file, () => EraseAsync(file, folder));
        }
        var name = $"registry_test_{Guid.NewGuid():N}";
        await OnServerAsync($"CREATE DATABASE {name} TEMPLATE {await PostgresTemplate.Value}");
        var address = await InDatabaseAsync(name);
        return new TestDatabase(provider, address, () => DropAsync(name, address));
    }

    /// <summary>A context of this database; the caller disposes it.</summary>
    public RegistryDbContext CreateContext() => Contexts.CreateDbContext();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _erase();
    }

    /// <summary>Erases the template on the server; a cluster that is not ours would keep it.</summary>
    internal static async Task EraseTemplateAsync()
    {
        if (PostgresTemplate.IsValueCreated && PostgresTemplate.Value.IsCompletedSuccessfully)
        {
            await OnServerAsync($"DROP DATABASE {await PostgresTemplate.Value} WITH (FORCE)");
        }
    }

    private static ServiceProvider Services(DatabaseProvider provider, string connectionString) =>
        new ServiceCollection().AddRegistryDatabase(provider, _ => connectionString).BuildServiceProvider();

    private static async Task<string> MigrateSqliteTemplateAsync()
    {
        var file = new TemporaryFolder()["template.db"];
        var connectionString = $"Data Source={file};Pooling=False";
        await MigrateAsync(DatabaseProvider.Sqlite, connectionString);
        // A copy takes the main file only: bring what the write-ahead log holds into it.
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
        return file;
    }

    private static async Task<string> MigratePostgresTemplateAsync()
    {
        var name = $"registry_template_{Guid.NewGuid():N}";
        await OnServerAsync($"CREATE DATABASE {name}");
        // A database with an open connection cannot be copied.
        await MigrateAsync(DatabaseProvider.Postgres, await InDatabaseAsync(name) + ";Pooling=False");
        return name;
    }

    private static async Task MigrateAsync(DatabaseProvider provider, string connectionString)
    {
        await using var services = Services(provider, connectionString);
        await using var db = await services.GetRequiredService<IDbContextFactory<RegistryDbContext>>().CreateDbContextAsync();
        await db.Database.MigrateAsync();
    }

    private static Task EraseAsync(string connectionString, TemporaryFolder folder)
    {
        using (var connection = new SqliteConnection(connectionString))
        {
            SqliteConnection.ClearPool(connection);
        }
        folder.Dispose();
        return Task.CompletedTask;
    }

    private static async Task DropAsync(string name, string connectionString)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }
        await OnServerAsync($"DROP DATABASE {name} WITH (FORCE)");
    }

    private static async Task<string> InDatabaseAsync(string name)
    {
        var cluster = await PostgresCluster.GetAsync();
        return new NpgsqlConnectionStringBuilder(cluster.Address) { Database = name }.ConnectionString;
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await InDatabaseAsync("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
