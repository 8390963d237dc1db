using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Registry.Access;
using Registry.Audit;
using Registry.Companies;
using Registry.Data;
using Registry.Import;

namespace Registry.Tests.Support;

/// <summary>A register on a database of its own, with imports from text.</summary>
public sealed class TestRegister : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();

    private TestRegister(TestDatabase database)
    {
        Database = database;
        Time = new FakeTimeProvider(new DateTimeOffset(Today, new TimeOnly(9, 0), TimeSpan.Zero));
        Clock = new BusinessClock(Time);
        var persons = new PersonDirectory(database.Contexts, database.Bulk);
        var writer = new FactWriter(database.Bulk, persons, new CompanyProjection(database.Bulk));
        Runner = new ImportRunner(database.Contexts, writer, new AuditTrail(database.Contexts, Time), Clock, Time);
    }

    /// <summary>The business day of every test register.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 23);

    public TestDatabase Database { get; }
    public FakeTimeProvider Time { get; }
    public BusinessClock Clock { get; }
    public ImportRunner Runner { get; }

    public static async Task<TestRegister> CreateAsync(DatabaseProvider provider) => new(await TestDatabase.CreateAsync(provider));

    /// <summary>Imports a file with the given content.</summary>
    public async Task<ImportOutcome> ImportAsync(
        string source, string name, string content, DateOnly? asOf = null, bool dryRun = false, bool acceptRemovals = false)
    {
        var file = folder[name];
        await File.WriteAllTextAsync(file, content);
        return await Runner.RunAsync(Actor.System, new ImportRequest(source, [file], asOf, dryRun, acceptRemovals), null, CancellationToken.None);
    }

    /// <summary>Companies and facts as text, in an order that does not depend on how they came: equal for equal registers.</summary>
    public async Task<string> ContentAsync()
    {
        await using var db = Database.CreateContext();
        return await ContentAsync(db);
    }

    /// <summary>The same of any database.</summary>
    public static async Task<string> ContentAsync(RegistryDbContext db)
    {
        var lines = new List<string>();
        lines.AddRange((await db.Companies.AsNoTracking().ToListAsync()).Select(Line));
        lines.AddRange((await db.Registrations.AsNoTracking().ToListAsync()).Select(f => f.ToString()));
        lines.AddRange((await db.ListEntries.AsNoTracking().ToListAsync()).Select(f => f.ToString()));
        lines.AddRange((await db.StatusChanges.AsNoTracking().ToListAsync()).Select(f => f.ToString()));
        lines.AddRange((await db.TaxesPaid.AsNoTracking().ToListAsync()).Select(f => f.ToString()));
        lines.Sort(StringComparer.Ordinal);
        return string.Join('\n', lines);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        folder.Dispose();
    }

    private static string Line(Company company)
    {
        var text = new StringBuilder();
        foreach (var property in typeof(Company).GetProperties())
            text.Append(CultureInfo.InvariantCulture, $"{property.Name}={property.GetValue(company)};");
        return text.ToString();
    }
}
