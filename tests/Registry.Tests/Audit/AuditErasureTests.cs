using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Audit;
using Registry.Data;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Audit;

public sealed class AuditErasureTests
{
    private static readonly Actor Administrator = SomeActor.With(Role.Administrator);

    [Theory, EachDatabase]
    public async Task An_erased_value_is_gone_and_the_chain_holds(DatabaseProvider provider)
    {
        await using var trace = await TestTrace.CreateAsync(provider);
        await trace.WriteAsync(3);
        var entry = await EntryAsync(trace, "label:1");

        var outcome = await trace.Erasure.EraseAsync(Administrator, entry, ["before.holder", "actor"], "Заявление № 12", CancellationToken.None);

        Assert.Equal(["actor", "before.holder"], Assert.IsType<ErasureOutcome.Erased>(outcome).Fields);
        var verdict = await trace.VerifyAsync();
        Assert.Null(verdict.Broken);
        Assert.Equal(4, verdict.Links);
        var row = (await trace.Reader.PageAsync(SomeActor.With(Role.Auditor), new AuditFilter { Subject = "label:1" }, null, 10, CancellationToken.None))?.Single();
        Assert.NotNull(row);
        Assert.Null(row.ActorName);
        Assert.Equal(("\"Болат\"", true), row.Fields.Where(f => f.Name == "holder").Select(f => (f.After, f.IsErased)).Single());
        await using var db = trace.Database.CreateContext();
        Assert.DoesNotContain("Асель", (await db.AuditValues.SingleAsync(v => v.EntryId == entry)).Json, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task An_erasure_is_refused_without_permission_reason_or_value(DatabaseProvider provider)
    {
        await using var trace = await TestTrace.CreateAsync(provider);
        await trace.WriteAsync(1);
        var entry = await EntryAsync(trace, "label:0");
        Task<ErasureOutcome> Erase(Actor actor, Guid id, string reason, params string[] fields) =>
            trace.Erasure.EraseAsync(actor, id, fields, reason, CancellationToken.None);

        Assert.IsType<ErasureOutcome.Refused>(await Erase(SomeActor.With(Role.Auditor), entry, "Просьба"));
        Assert.IsType<ErasureOutcome.NoReason>(await Erase(Administrator, entry, " "));
        Assert.IsType<ErasureOutcome.Nothing>(await Erase(Administrator, Guid.NewGuid(), "Просьба"));
        Assert.IsType<ErasureOutcome.Nothing>(await Erase(Administrator, entry, "Просьба", "after.nothing"));
        Assert.IsType<ErasureOutcome.Erased>(await Erase(Administrator, entry, "Просьба"));
        var erasure = await EntryAsync(trace, AuditErasure.SubjectOf(entry));
        Assert.IsType<ErasureOutcome.Kept>(await Erase(Administrator, erasure, "Просьба"));
    }

    [Theory, EachDatabase]
    public async Task A_value_erased_without_an_entry_of_its_erasure_breaks_the_trace(DatabaseProvider provider)
    {
        await using var trace = await TestTrace.CreateAsync(provider);
        await trace.WriteAsync(2);
        var entry = await EntryAsync(trace, "label:0");
        await trace.Erasure.EraseAsync(Administrator, entry, ["actor"], "Просьба", CancellationToken.None);
        await using (var db = trace.Database.CreateContext())
        {
            var row = await db.AuditValues.SingleAsync(v => v.EntryId == entry);
            var values = SaltedValues.Read(row.Json);
            values.Remove("reason");
            row.Json = SaltedValues.Write(values);
            await db.SaveChangesAsync();
        }

        Assert.Equal(new BrokenLink(1, entry, "valueMissing", "reason"), (await trace.VerifyAsync()).Broken);
    }

    private static async Task<Guid> EntryAsync(TestTrace trace, string subject)
    {
        await using var db = trace.Database.CreateContext();
        return (await db.AuditEntries.SingleAsync(e => e.Subject == subject)).Id;
    }
}
