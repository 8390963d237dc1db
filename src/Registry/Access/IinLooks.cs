using Microsoft.EntityFrameworkCore;
using Registry.Audit;
using Registry.Data;

namespace Registry.Access;

/// <summary>What became of a look at an IIN.</summary>
public abstract record IinLook
{
    private IinLook()
    {
    }

    /// <summary>The twelve digits; the look stands in the trace.</summary>
    public sealed record Seen(string Iin) : IinLook;

    /// <summary>The actor may not.</summary>
    public sealed record Refused(Refusal Refusal) : IinLook;

    /// <summary>The look has no ground.</summary>
    public sealed record NoGround : IinLook;

    /// <summary>The register has no such number.</summary>
    public sealed record Unknown : IinLook;
}

/// <summary>Shows the IIN behind a register number to those who need it. Nothing is shown unless the trace has taken the look down.</summary>
public sealed class IinLooks(IDbContextFactory<RegistryDbContext> contexts, AuditTrail trail)
{
    /// <summary>Looks at the IIN of a sole proprietor.</summary>
    /// <param name="number">His register number in canonical form.</param>
    /// <param name="ground">What the IIN is needed for.</param>
    public async Task<IinLook> LookAsync(Actor actor, string number, string ground, CancellationToken cancel)
    {
        if (actor.Require(Permission.SeeIins) is { } refusal)
            return new IinLook.Refused(refusal);
        if (string.IsNullOrWhiteSpace(ground))
            return new IinLook.NoGround();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var iin = await db.Persons.Where(p => p.RegisterNumber == number).Select(p => p.Iin).FirstOrDefaultAsync(cancel);
        if (iin is null)
            return new IinLook.Unknown();
        trail.Add(db, actor, new AuditNote("iin.seen", number) { Reason = ground.Trim() });
        await db.SaveChangesAsync(cancel);
        return new IinLook.Seen(iin);
    }
}
