using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Audit;
using Registry.Data;
using Registry.Search;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Audit;

public sealed class AuditChainTests
{
    [Theory, EachDatabase]
    public async Task An_untouched_trace_verifies_to_its_head(DatabaseProvider provider)
    {
        await using var trace = await TestTrace.CreateAsync(provider);
        await trace.WriteAsync(5);

        var verdict = await trace.VerifyAsync();

        Assert.Null(verdict.Broken);
        Assert.Equal(5, verdict.Links);
        Assert.Equal(verdict.Head, await trace.Chain.HeadAsync(CancellationToken.None));
    }

    [Theory, EachDatabase]
    public async Task The_database_refuses_to_change_or_take_away_an_entry_or_a_link(DatabaseProvider provider)
    {
        await using var trace = await TestTrace.CreateAsync(provider);
        await trace.WriteAsync(1);
        await trace.Chain.SealAsync(CancellationToken.None);
        await using var db = trace.Database.CreateContext();

        foreach (var sql in new[]
        {
            """UPDATE "AuditEntries" SET "What" = 'nothing'""", """DELETE FROM "AuditEntries" """,
            """UPDATE "AuditLinks" SET "Position" = 7""", """DELETE FROM "AuditLinks" """,
        })
        {
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql));
            Assert.Contains("only grows", refused.Message, StringComparison.Ordinal);
        }
        Assert.Null((await trace.VerifyAsync()).Broken);
    }

    [Theory]
    [EachDatabase("""UPDATE "AuditEntries" SET "What" = 'label.granted' WHERE "Subject" = 'label:2'""", 3, "entryChanged")]
    [EachDatabase("""DELETE FROM "AuditEntries" WHERE "Subject" = 'label:2'""", 3, "entryMissing")]
    [EachDatabase("""DELETE FROM "AuditLinks" WHERE "Position" = 4""", 4, "linkMissing")]
    [EachDatabase("""UPDATE "AuditValues" SET "Json" = REPLACE("Json", 'Болат', 'Марат')""", 1, "valueChanged")]
    [EachDatabase("""DELETE FROM "AuditValues" """, 1, "valueMissing")]
    [EachDatabase("""UPDATE "AuditValues" SET "Json" = '{"after.holder":{"salt":"AAAA","json":"1"}}'""", 1, "valueChanged")]
    [EachDatabase("""UPDATE "AuditValues" SET "Json" = '{"after.other":{"salt":"AAAA","json":"1"}}'""", 1, "valueAdded")]
    [EachDatabase("""UPDATE "AuditValues" SET "Json" = 'gone'""", 1, "valueChanged")]
    public async Task Tampering_is_found_at_its_first_link(DatabaseProvider provider, string sql, int position, string reason)
    {
        await using var trace = await TestTrace.CreateAsync(provider);
        await trace.WriteAsync(5);
        Assert.Null((await trace.VerifyAsync()).Broken);

        await trace.TamperAsync(sql);

        var broken = (await trace.VerifyAsync()).Broken;
        Assert.Equal((position, reason), ((int)(broken?.Position ?? 0), broken?.Reason));
    }

    [Theory, EachDatabase]
    public async Task A_chain_whose_end_was_cut_off_differs_from_the_head_noted_before(DatabaseProvider provider)
    {
        await using var trace = await TestTrace.CreateAsync(provider);
        await trace.WriteAsync(5);
        var noted = (await trace.VerifyAsync()).Head;

        await trace.TamperAsync("""DELETE FROM "AuditEntries" WHERE "Subject" = 'label:4'""");
        await trace.TamperAsync("""DELETE FROM "AuditLinks" WHERE "Position" = 5""");

        Assert.Null((await trace.VerifyAsync()).Broken);
        Assert.Equal("linkMissing", (await trace.VerifyAsync(noted)).Broken?.Reason);
        Assert.Equal("headDiffers", (await trace.VerifyAsync(new AuditHead(2, new string('0', 64)))).Broken?.Reason);
    }

    [Theory, EachDatabase]
    public async Task An_entry_slipped_in_beside_the_chain_is_found(DatabaseProvider provider)
    {
        await using var trace = await TestTrace.CreateAsync(provider);
        await trace.WriteAsync(2);
        await trace.VerifyAsync();
        await using (var db = trace.Database.CreateContext())
        {
            db.AuditEntries.Add(new AuditEntry
            {
                Id = Guid.CreateVersion7(), At = trace.Time.GetUtcNow(), ActorId = "system", SignIn = SignInKind.System,
                What = "label.granted", Subject = "label:9", Digests = "",
            });
            await db.SaveChangesAsync();
        }

        Assert.Equal("notChained", (await trace.VerifyAsync()).Broken?.Reason);
    }

    [Theory, EachDatabase]
    public async Task A_change_and_its_entry_stand_or_fall_together(DatabaseProvider provider)
    {
        await using var trace = await TestTrace.CreateAsync(provider);
        await using (var db = trace.Database.CreateContext())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.IndexQueue.Add(new IndexQueueEntry { Bin = "150340012347" });
            trace.Trail.Add(db, Actor.System, new AuditNote("company.queued", "150340012347"));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
        }

        await using var after = trace.Database.CreateContext();
        Assert.False(await after.AuditEntries.AnyAsync() || await after.AuditValues.AnyAsync() || await after.AuditWaiting.AnyAsync());
    }

    [Theory, EachDatabase]
    public async Task Many_writers_and_sealers_make_one_chain_without_gap(DatabaseProvider provider)
    {
        const int Writers = 8;
        const int Each = 25;
        await using var trace = await TestTrace.CreateAsync(provider);
        using var done = new CancellationTokenSource();
        var sealers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
                await trace.Chain.SealAsync(CancellationToken.None);
        })).ToList();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => new TestWriter(trace).WriteAsync(Each))));
        await done.CancelAsync();
        await Task.WhenAll(sealers);

        var verdict = await trace.VerifyAsync();
        Assert.Null(verdict.Broken);
        Assert.Equal(Writers * Each, verdict.Links);
    }

    /// <summary>Writes without moving the shared clock.</summary>
    private sealed class TestWriter(TestTrace trace)
    {
        public async Task WriteAsync(int count)
        {
            for (var i = 0; i < count; i++)
                await trace.Trail.WriteAsync(Actor.System, new AuditNote("test.written", $"test:{i}") { After = new { i } }, CancellationToken.None);
        }
    }
}
