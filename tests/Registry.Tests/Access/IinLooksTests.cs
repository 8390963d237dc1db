using Registry.Access;
using Registry.Audit;
using Registry.Data;
using Registry.Facts;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Access;

public sealed class IinLooksTests
{
    private const string Number = "P00000000010";
    private const string SomeIin = "880101300123";

    [Theory, EachDatabase]
    public async Task Every_look_stands_in_the_trace_with_its_ground_and_without_the_iin(DatabaseProvider provider)
    {
        await using var trace = await TestTrace.CreateAsync(provider);
        await using (var db = trace.Database.CreateContext())
        {
            db.Persons.Add(new Person { Id = Guid.CreateVersion7(), Iin = SomeIin, RegisterNumber = Number });
            await db.SaveChangesAsync();
        }
        var looks = new IinLooks(trace.Database.Contexts, trace.Trail);
        Task<IinLook> Look(Role role, string number, string ground) => looks.LookAsync(SomeActor.With(role), number, ground, CancellationToken.None);

        Assert.Equal(new IinLook.Seen(SomeIin), await Look(Role.ProcurementOfficer, Number, "Договор № 5"));
        Assert.IsType<IinLook.NoGround>(await Look(Role.ProcurementOfficer, Number, " "));
        Assert.IsType<IinLook.Unknown>(await Look(Role.ProcurementOfficer, "P00000000028", "Договор № 5"));
        foreach (var role in new[] { Role.Guest, Role.Entrepreneur, Role.Administrator })
            Assert.IsType<IinLook.Refused>(await Look(role, Number, "Договор № 5"));

        var row = Assert.Single(await trace.Reader.PageAsync(SomeActor.With(Role.Auditor), new AuditFilter(), null, 10, CancellationToken.None) ?? []);
        Assert.Equal(("iin.seen", Number, "Договор № 5"), (row.What, row.Subject, row.Reason));
        Assert.DoesNotContain(SomeIin, row.ToString() + string.Concat(row.Fields), StringComparison.Ordinal);
    }
}
