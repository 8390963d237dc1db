using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Registry.Data.Bulk;

namespace Registry.Data;

/// <summary>The database engine in use.</summary>
public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Registers the pooled context factory of one provider behind <see cref="IDbContextFactory{TContext}"/> of <see cref="RegistryDbContext"/>.</summary>
public static class DatabaseSetup
{
    /// <summary>Adds contexts, interceptors and the bulk writer for the provider.</summary>
    /// <param name="connectionString">Read when the first context is made.</param>
    public static IServiceCollection AddRegistryDatabase(
        this IServiceCollection services, DatabaseProvider provider, Func<IServiceProvider, string> connectionString)
    {
        if (provider == DatabaseProvider.Sqlite)
        {
            services.AddPooledDbContextFactory<SqliteRegistryDbContext>((sp, options) =>
                options.UseSqlite(connectionString(sp)).AddInterceptors(new SqlitePragmas(), new ChangeInterceptor()).Quiet());
            services.AddSingleton<IDbContextFactory<RegistryDbContext>, ContextFactory<SqliteRegistryDbContext>>();
            services.AddSingleton<IBulkWriter, SqliteBulkWriter>();
        }
        else
        {
            services.AddPooledDbContextFactory<PostgresRegistryDbContext>((sp, options) =>
                options.UseNpgsql(connectionString(sp)).AddInterceptors(new ChangeInterceptor()).Quiet());
            services.AddSingleton<IDbContextFactory<RegistryDbContext>, ContextFactory<PostgresRegistryDbContext>>();
            services.AddSingleton<IBulkWriter, PostgresBulkWriter>();
        }
        return services.AddSingleton<FactReader>();
    }

    private static void Quiet(this DbContextOptionsBuilder options) =>
        options.ConfigureWarnings(w => w.Ignore(RelationalEventId.MultipleCollectionIncludeWarning));

    private sealed class ContextFactory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<RegistryDbContext>
        where TContext : RegistryDbContext
    {
        public RegistryDbContext CreateDbContext() => inner.CreateDbContext();

        public async Task<RegistryDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await inner.CreateDbContextAsync(cancellationToken);
    }
}
