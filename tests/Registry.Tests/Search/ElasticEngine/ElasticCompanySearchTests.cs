using Registry.Search;
using Registry.Search.ElasticEngine;
using Registry.Tests.Support;

namespace Registry.Tests.Search.ElasticEngine;

/// <summary>The contract on a real server.</summary>
public sealed class ElasticCompanySearchTests : CompanySearchContract, IAsyncDisposable
{
    private readonly ElasticSettings settings = SearchServer.Open();
    private readonly ElasticCompanySearch engine;

    public ElasticCompanySearchTests() => engine = new ElasticCompanySearch(settings, TimeProvider.System);

    /// <inheritdoc/>
    protected override ICompanySearch Engine => engine;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        engine.Dispose();
        await SearchServer.ClearAsync(settings);
    }
}
