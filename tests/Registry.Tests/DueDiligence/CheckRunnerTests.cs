using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Registry.Access;
using Registry.Audit;
using Registry.Companies;
using Registry.Data;
using Registry.DueDiligence;
using Registry.Tests.Indices;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.DueDiligence;

public sealed class CheckRunnerTests
{
    /// <summary>Already the next day in Kazakhstan.</summary>
    private static readonly DateTimeOffset Instant = new(2026, 6, 14, 20, 30, 0, TimeSpan.Zero);

    [Theory, EachDatabase]
    public async Task A_report_is_stored_as_it_was_made_and_found_by_id_and_code(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var db = database.CreateContext())
        {
            db.Add(new Company { Bin = SomeEntity.Bin, NameRu = "ТОО «Пример»", Version = 1 });
            db.Add(SomeEntity.Registered(new DateOnly(2015, 1, 20)));
            await db.SaveChangesAsync();
        }
        var store = Store(database);
        var runner = new CheckRunner(database.Facts, store, new BusinessClock(new FakeTimeProvider(Instant)));

        var report = await runner.RunAsync(Actor.Guest, SomeEntity.Bin, CheckPurpose.Contract, "Отдел закупок", CancellationToken.None);

        var reader = new CheckReader(store);
        var found = await reader.FindAsync(report.Id);
        Assert.NotNull(found);
        Assert.Equal(new DateOnly(2026, 6, 15), found.AsOf);
        Assert.Equal(("ТОО «Пример»", "Отдел закупок", report.Hash), (found.NameRu, found.RequestedBy, found.Hash));
        Assert.Equal(CheckProof.Hash(CheckProof.Canonical(found)), report.Hash);
        Assert.Equal(report.Id, (await reader.FindByCodeAsync(report.Code.ToLowerInvariant()))?.Id);
        Assert.True((await reader.VerifyAsync(report.Code))?.Intact);
    }

    [Theory, EachDatabase]
    public async Task A_report_that_was_tampered_with_is_not_intact(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var store = Store(database);
        var report = await new CheckRunner(database.Facts, store, new BusinessClock(TimeProvider.System, Instant))
            .RunAsync(Actor.Guest, SomeEntity.Bin, CheckPurpose.Procurement, null, CancellationToken.None);
        Assert.Equal(Verdict.Stop, report.Verdict);
        await using (var db = database.CreateContext())
        {
            var stored = await db.Checks.SingleAsync();
            stored.Json = stored.Json.Replace("\"Stop\"", "\"NoRemarks\"", StringComparison.Ordinal);
            await db.SaveChangesAsync();
        }

        Assert.False((await new CheckReader(store).VerifyAsync(report.Code))?.Intact);
        Assert.Null(await new CheckReader(store).FindAsync(Guid.NewGuid()));
    }

    [Theory, EachDatabase]
    public async Task Who_made_a_check_stands_in_the_trace_without_the_way_to_the_report(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var officer = SomeActor.With(Role.ProcurementOfficer);
        var runner = new CheckRunner(database.Facts, Store(database), new BusinessClock(TimeProvider.System, Instant));

        var own = await runner.RunAsync(officer, SomeEntity.Bin, CheckPurpose.Procurement, null, CancellationToken.None);
        await runner.RunAsync(Actor.Guest, SomeEntity.Bin, CheckPurpose.Contract, "Асель Тестова", CancellationToken.None);

        await using var db = database.CreateContext();
        var lines = (await db.AuditEntries.AsNoTracking().ToListAsync()).OrderByDescending(e => e.ActorId, StringComparer.Ordinal).ToList();
        Assert.All(lines, line => Assert.Equal(("check.made", $"company:{SomeEntity.Bin}"), (line.What, line.Subject)));
        Assert.Equal([officer.Id, "guest"], lines.Select(line => line.ActorId));
        var values = string.Concat(await db.AuditValues.Select(v => v.Json).ToListAsync());
        Assert.Contains(own.Code, values, StringComparison.Ordinal);
        Assert.DoesNotContain(own.Id.ToString(), values, StringComparison.Ordinal);
        Assert.DoesNotContain("Асель Тестова", lines[1].Digests + await db.AuditValues.Where(v => v.EntryId == lines[1].Id).Select(v => v.Json).SingleAsync(), StringComparison.Ordinal);
    }

    private static CheckStore Store(TestDatabase database) => new(database.Contexts, new AuditTrail(database.Contexts, TimeProvider.System));
}
