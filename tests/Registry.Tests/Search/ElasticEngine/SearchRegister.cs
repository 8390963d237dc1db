using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Registry.Companies;
using Registry.Data;
using Registry.Names;
using Registry.Search;
using Registry.Search.ElasticEngine;
using Registry.Setup;
using Registry.Tests.Support;

namespace Registry.Tests.Search.ElasticEngine;

/// <summary>A register put together as in real use, on a database of its own and a search server.</summary>
internal sealed class SearchRegister : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private SearchRegister(TestDatabase database, ElasticSettings server)
    {
        this.database = database;
        var collection = new ServiceCollection();
        collection.AddLogging(log => log.SetMinimumLevel(LogLevel.None));
        collection.AddRegistry(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Registry:DataDirectory"] = folder.Path,
            ["Registry:Database:Provider"] = database.Provider.ToString(),
            ["Registry:Database:ConnectionString"] = database.ConnectionString,
            ["Registry:Search:Engine"] = "Elasticsearch",
            ["Registry:Search:Elasticsearch:Url"] = server.Url.ToString(),
            ["Registry:Search:Elasticsearch:Username"] = server.Username,
            ["Registry:Search:Elasticsearch:Password"] = server.Password,
            ["Registry:Search:Elasticsearch:IndexPrefix"] = server.IndexPrefix,
            ["Registry:Search:Elasticsearch:TimeoutSeconds"] = ((int)server.SearchTimeout.TotalSeconds).ToString(),
        }).Build());
        services = collection.BuildServiceProvider();
    }

    public ICompanySearch Search => services.GetRequiredService<ICompanySearch>();
    public SearchCondition Condition => services.GetRequiredService<SearchCondition>();
    public IndexWorker Worker => services.GetRequiredService<IndexWorker>();
    public IndexKeeper Keeper => services.GetRequiredService<IndexKeeper>();
    public IndexQueue Queue => services.GetRequiredService<IndexQueue>();

    public static async Task<SearchRegister> CreateAsync(DatabaseProvider provider, ElasticSettings server) =>
        new(await TestDatabase.CreateAsync(provider), server);

    /// <summary>Number of the i-th company.</summary>
    public static string BinOf(int i) => $"9901400{i:00000}";

    /// <summary>Name of the i-th company.</summary>
    public static string NameOf(int i) => $"ТОО \"Тұлпар {i}\"";

    /// <summary>Enters companies; the change itself queues them.</summary>
    public async Task EnterAsync(int companies)
    {
        foreach (var chunk in Enumerable.Range(0, companies).Chunk(2_000))
        {
            await using var db = database.CreateContext();
            db.Companies.AddRange(chunk.Select(i => new Company
            {
                Bin = BinOf(i), NameRu = NameOf(i), NameKey = NameKey.Of(NameOf(i)), Region = "75", Section = "F", Status = CompanyStatus.Active, CheckDigitValid = true,
            }));
            await db.SaveChangesAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
        folder.Dispose();
    }
}
