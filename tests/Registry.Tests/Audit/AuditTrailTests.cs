using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Audit;
using Registry.Data;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Audit;

public sealed class AuditTrailTests
{
    private const string SomeIin = "880101300123";

    [Theory, EachDatabase]
    public async Task The_chained_entry_holds_no_personal_value(DatabaseProvider provider)
    {
        await using var trace = await TestTrace.CreateAsync(provider);
        await trace.Trail.WriteAsync(SomeActor.With(Role.ProcurementOfficer), new AuditNote("person.seen", "P00000000010")
        {
            After = new { Iin = SomeIin }, Reason = "Договор с Асель",
        }, CancellationToken.None);

        await using var db = trace.Database.CreateContext();
        var entry = await db.AuditEntries.SingleAsync();
        Assert.All([entry.ActorId, entry.What, entry.Subject, entry.Digests], text =>
        {
            Assert.DoesNotContain(SomeIin, text, StringComparison.Ordinal);
            Assert.DoesNotContain("Асель", text, StringComparison.Ordinal);
        });
        Assert.Contains(SomeIin, (await db.AuditValues.SingleAsync()).Json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_value_never_gives_the_same_hash()
    {
        var note = new AuditNote("person.seen", "P00000000010") { After = new { Iin = SomeIin } };

        Assert.NotEqual(SaltedValues.Digests(SaltedValues.Of("", note)), SaltedValues.Digests(SaltedValues.Of("", note)));
    }

    [Fact]
    public void Only_what_changed_is_kept()
    {
        var values = SaltedValues.Of("Асель", new AuditNote("x", "y")
        {
            Before = new { State = "Valid", Number = 1, Gone = "a" }, After = new { State = "Revoked", Number = 1, New = (string?)null },
        });

        Assert.Equal(["actor", "after.new", "after.state", "before.gone", "before.state"], values.Keys);
    }

    [Theory]
    [InlineData("", "subject")]
    [InlineData("what", "")]
    [InlineData("what", SomeIin)]
    public async Task A_note_without_a_fit_name_or_subject_is_refused(string what, string subject)
    {
        await using var trace = await TestTrace.CreateAsync(DatabaseProvider.Sqlite);
        await using var db = trace.Database.CreateContext();

        Assert.Throws<ArgumentException>(() => trace.Trail.Add(db, Actor.System, new AuditNote(what, subject)));
    }

    [Theory, EachDatabase]
    public async Task The_trace_is_found_by_actor_deed_subject_and_day(DatabaseProvider provider)
    {
        await using var trace = await TestTrace.CreateAsync(provider);
        var staff = SomeActor.With(Role.CertificationStaff);
        await trace.WriteAsync(3, staff);
        await trace.Trail.WriteAsync(Actor.System, new AuditNote("import.done", "stat-register"), CancellationToken.None);
        var auditor = SomeActor.With(Role.Auditor);
        async Task<IEnumerable<string>> Subjects(AuditFilter filter, Guid? before = null) =>
            (await trace.Reader.PageAsync(auditor, filter, before, 2, CancellationToken.None) ?? []).Select(r => r.Subject);

        Assert.Equal(["label:2", "label:1"], await Subjects(new AuditFilter { Who = staff.Id }));
        Assert.Equal(["stat-register"], await Subjects(new AuditFilter { What = "import." }));
        Assert.Equal(["label:1"], await Subjects(new AuditFilter { Subject = "label:1" }));
        var day = new DateOnly(2026, 11, 23);
        Assert.Empty(await Subjects(new AuditFilter { To = day.AddDays(-1) }));
        Assert.Equal(2, (await Subjects(new AuditFilter { From = day, To = day })).Count());
        var first = await trace.Reader.PageAsync(auditor, new AuditFilter { Who = staff.Id }, null, 2, CancellationToken.None);
        Assert.Equal(["label:0"], await Subjects(new AuditFilter { Who = staff.Id }, first?[^1].Id));
    }

    [Theory, EachDatabase]
    public async Task Reading_the_trace_stands_in_it_and_needs_the_permission(DatabaseProvider provider)
    {
        await using var trace = await TestTrace.CreateAsync(provider);
        var auditor = SomeActor.With(Role.Auditor);

        Assert.Null(await trace.Reader.PageAsync(SomeActor.With(Role.CertificationStaff), new AuditFilter(), null, 10, CancellationToken.None));
        await trace.Reader.PageAsync(auditor, new AuditFilter { What = "label." }, null, 10, CancellationToken.None);
        var read = await trace.Reader.PageAsync(auditor, new AuditFilter { Who = auditor.Id }, null, 10, CancellationToken.None);

        Assert.Equal(["audit.read"], read?.Select(r => r.What));
        Assert.Equal("\"label.\"", read?[0].Fields.Single(f => f.Name == "what").After);
    }
}
