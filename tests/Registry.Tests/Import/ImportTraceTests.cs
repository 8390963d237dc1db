using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Audit;
using Registry.Data;
using Registry.Import;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Import;

public sealed class ImportTraceTests
{
    private const string Status = "bin,since,status,reason\n020240000555,2026-01-10,Bankrupt,court\nx,2026-01-10,Bankrupt,court\n";
    private static readonly Actor Administrator = SomeActor.With(Role.Administrator);
    private static readonly CancellationToken Never = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task Trace_tells_who_imported_which_file_and_what_came_of_it(DatabaseProvider provider)
    {
        await using var register = await TestRegister.CreateAsync(provider);
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["status.csv"], Status, Never);

        var outcome = await register.Runner.RunAsync(Administrator, new ImportRequest("company-status", [folder["status.csv"]]), null, Never);

        Assert.Equal((2, 1, 1), (outcome.Read, outcome.Added, outcome.Rejected));
        var lines = await LinesAsync(register);
        await using var db = register.Database.CreateContext();
        var run = await db.ImportRuns.SingleAsync(Never);
        Assert.All(lines, line => Assert.Equal((Administrator.Id, $"import:{run.Id:D}"), (line.Entry.ActorId, line.Entry.Subject)));
        Assert.Equal(["import.begun", "import.done"], lines.Select(line => line.Entry.What));
        Assert.Equal(Administrator.Id, run.StartedBy);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Status)));
        Assert.Contains($$"""[{"name":"status.csv","sha256":"{{hash}}"}]""", Value(lines[0], "after.files"), StringComparison.Ordinal);
        Assert.Equal(["2", "1", "1", "\"company-status\""], new[] { "read", "added", "rejected", "source" }.Select(f => Value(lines[1], "after." + f)));
        Assert.DoesNotContain(folder.Path, lines[0].Values, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Dry_run_and_a_file_that_cannot_be_read_leave_no_line(DatabaseProvider provider)
    {
        await using var register = await TestRegister.CreateAsync(provider);

        Assert.Null((await register.ImportAsync("company-status", "status.csv", Status, dryRun: true)).Failure);
        Assert.NotNull((await register.ImportAsync("company-status", "status.csv", "what,is,this\n1,2,3\n")).Failure);

        Assert.DoesNotContain(await LinesAsync(register), line => line.Entry.What is "import.done");
    }

    private static async Task<IReadOnlyList<(AuditEntry Entry, string Values)>> LinesAsync(TestRegister register)
    {
        await using var db = register.Database.CreateContext();
        var entries = (await db.AuditEntries.AsNoTracking().ToListAsync(Never)).OrderBy(e => e.What, StringComparer.Ordinal).ToList();
        var values = await db.AuditValues.AsNoTracking().ToDictionaryAsync(v => v.EntryId, v => v.Json, Never);
        return entries.ConvertAll(e => (e, values[e.Id]));
    }

    private static string Value((AuditEntry Entry, string Values) line, string field) => SaltedValues.Read(line.Values)[field].Json;
}
