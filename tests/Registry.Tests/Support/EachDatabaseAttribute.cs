using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;
using Registry.Data;

namespace Registry.Tests.Support;

/// <summary>
/// Rows of a theory that runs on SQLite and on PostgreSQL: the database comes first, then <paramref name="rest"/>.
/// Without PostgreSQL on the machine its row is a visible skip, and a failure when <c>CI=true</c>.
/// </summary>
/// <example><code>[Theory, EachDatabase] public async Task Name_as_a_sentence(DatabaseProvider provider)</code></example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EachDatabaseAttribute(params object?[] rest) : DataAttribute
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var sqlite = new TheoryDataRow([DatabaseProvider.Sqlite, .. rest]);
        var postgres = new TheoryDataRow([DatabaseProvider.Postgres, .. rest]);
        if (PostgresCluster.Missing is { } reason && !TestRun.MustBeComplete)
        {
            postgres.Skip = reason;
        }
        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([sqlite, postgres]);
    }

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;
}
