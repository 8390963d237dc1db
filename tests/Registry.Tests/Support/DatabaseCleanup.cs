using Xunit;

[assembly: AssemblyFixture(typeof(Registry.Tests.Support.DatabaseCleanup))]

namespace Registry.Tests.Support;

/// <summary>At the end of all tests: stops the PostgreSQL cluster and erases the temporary files.</summary>
public sealed class DatabaseCleanup : IAsyncDisposable
{
    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await TestDatabase.EraseTemplateAsync();
        await PostgresCluster.StopAsync();
        TemporaryFolder.EraseAll();
    }
}
