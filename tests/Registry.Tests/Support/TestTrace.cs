using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Registry.Access;
using Registry.Audit;
using Registry.Data;

namespace Registry.Tests.Support;

/// <summary>The trace on a database of its own.</summary>
internal sealed class TestTrace(TestDatabase database) : IAsyncDisposable
{
    private static readonly string[] Triggers =
        ["AuditEntries_no_UPDATE", "AuditEntries_no_DELETE", "AuditLinks_no_UPDATE", "AuditLinks_no_DELETE"];

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    public TestDatabase Database => database;
    public AuditTrail Trail => new(database.Contexts, Time);
    public AuditChain Chain { get; } = new(database.Contexts);
    public AuditErasure Erasure => new(database.Contexts, Trail);
    public AuditReader Reader => new(database.Contexts, Trail);

    public static async Task<TestTrace> CreateAsync(DatabaseProvider provider) => new(await TestDatabase.CreateAsync(provider));

    /// <summary>Writes entries of one actor, each with before, after and reason.</summary>
    public async Task WriteAsync(int count, Actor? actor = null)
    {
        for (var i = 0; i < count; i++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Trail.WriteAsync(actor ?? SomeActor.With(Role.CertificationStaff), new AuditNote("label.frozen", $"label:{i}")
            {
                Before = new { State = "Valid", Holder = "Асель", Number = i },
                After = new { State = "Suspended", Holder = "Болат", Number = i },
                Reason = "Жалоба потребителя",
            }, CancellationToken.None);
        }
    }

    public Task<AuditVerdict> VerifyAsync(AuditHead? noted = null) =>
        new AuditVerification(database.Contexts, Chain).RunAsync(noted, null, CancellationToken.None);

    /// <summary>Runs SQL past the triggers, as somebody does who owns the database.</summary>
    public async Task TamperAsync(string sql)
    {
        await using var db = database.CreateContext();
        var (off, on) = database.Provider == DatabaseProvider.Postgres
            ? ("SET session_replication_role = replica", "SET session_replication_role = DEFAULT")
            : (string.Concat(Triggers.Select(t => $"DROP TRIGGER IF EXISTS \"{t}\";")), "SELECT 1");
        var harmless = sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        var script = string.Join(';', off, harmless, on);
        await db.Database.ExecuteSqlRawAsync(script);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => database.DisposeAsync();
}
