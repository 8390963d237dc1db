using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Companies;
using Registry.Data;
using Registry.Data.Bulk;
using Registry.Import;
using Registry.Indices;
using Registry.Search;

namespace Registry.Setup;

/// <summary>Registers what works on the database and the search, whichever they are.</summary>
public static class RegistryParts
{
    /// <summary>Adds readers, writers and runs. Database, search engine, <see cref="BusinessClock"/> and <see cref="TimeProvider"/> are the caller's.</summary>
    public static IServiceCollection AddRegistryParts(this IServiceCollection services)
    {
        services.AddSingleton(Methodology.Current);
        services.AddSingleton<ScoringContexts>();
        services.AddSingleton<PersonDirectory>();
        services.AddSingleton<CompanyRows>();
        services.AddSingleton<CompanyDocuments>();
        services.AddSingleton<CompanyReader>();
        services.AddSingleton<IndexQueue>();
        services.AddSingleton<IndexWorker>();
        services.AddSingleton(sp =>
        {
            var bulk = sp.GetRequiredService<IBulkWriter>();
            var writer = new FactWriter(bulk, sp.GetRequiredService<PersonDirectory>(), new CompanyProjection(bulk));
            return new ImportRunner(
                sp.GetRequiredService<IDbContextFactory<RegistryDbContext>>(), writer, sp.GetRequiredService<BusinessClock>(), sp.GetRequiredService<TimeProvider>());
        });
        return services;
    }
}
