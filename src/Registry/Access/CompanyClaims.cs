using Microsoft.EntityFrameworkCore;
using Registry.Audit;
using Registry.Data;
using Registry.Identifiers;

namespace Registry.Access;

/// <summary>
/// Who speaks for which company. An entrepreneur asks, an administrator who has seen the papers approves, refuses or takes back;
/// an administrator may also bind an account at once. Nobody decides the own claim. Every step stands in the trace.
/// </summary>
public sealed class CompanyClaims(IDbContextFactory<RegistryDbContext> contexts, AuditTrail trail, TimeProvider time)
{
    /// <summary>Longest ground or reason.</summary>
    public const int LongestText = 500;
    private const int ShortestText = 5;
    private const int MostWaiting = 10;

    /// <summary>Asks to speak for a company; the claim waits for an administrator.</summary>
    public async Task<AccountChange> AskAsync(Actor actor, string bin, string ground, CancellationToken cancel)
    {
        if (actor.Require(Permission.ClaimCompanies) is { } refusal)
            return new AccountChange.Refused(refusal);
        if (actor.AccountId is not { } account)
            return new AccountChange.Refused(new Refusal(Permission.ClaimCompanies));
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await WrongAsync(db, bin, ground, cancel) is { } wrong)
            return wrong;
        if (await OpenOf(db, account, Canonical(bin)).AnyAsync(cancel))
            return new AccountChange.Wrong("bin", "ClaimStands");
        if (await db.CompanyClaims.CountAsync(c => c.Account == account && c.State == ClaimState.Asked, cancel) >= MostWaiting)
            return new AccountChange.Wrong("bin", "TooManyClaims");
        var claim = New(account, bin, ground);
        db.CompanyClaims.Add(claim);
        trail.Add(db, actor, new AuditNote("claim.asked", SubjectOf(claim)) { After = Told(claim) });
        await db.SaveChangesAsync(cancel);
        return new AccountChange.Done(claim.Id);
    }

    /// <summary>Lets an entrepreneur's account speak for a company at once; a claim that waits is approved by it.</summary>
    public async Task<AccountChange> BindAsync(Actor actor, Guid account, string bin, string ground, CancellationToken cancel)
    {
        if (actor.Require(Permission.DecideClaims) is { } refusal)
            return new AccountChange.Refused(refusal);
        if (actor.AccountId == account)
            return new AccountChange.Wrong("account", "OwnClaim");
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == account, cancel) is not { } user)
            return new AccountChange.Unknown();
        if (!user.Roles.Contains(Role.Entrepreneur))
            return new AccountChange.Wrong("account", "NotAnEntrepreneur");
        if (await WrongAsync(db, bin, ground, cancel) is { } wrong)
            return wrong;
        var claim = await OpenOf(db, account, Canonical(bin)).FirstOrDefaultAsync(cancel);
        if (claim is { State: ClaimState.Approved })
            return new AccountChange.Wrong("bin", "ClaimStands");
        var before = claim is null ? null : Told(claim);
        if (claim is null)
            db.CompanyClaims.Add(claim = New(account, bin, ground));
        claim.Ground = ground.Trim();
        Close(claim, actor, ClaimState.Approved, null);
        trail.Add(db, actor, new AuditNote("claim.approved", SubjectOf(claim)) { Before = before, After = Told(claim), Reason = claim.Ground });
        return await SaveAsync(db, claim, cancel);
    }

    /// <summary>Approves or refuses a claim that waits.</summary>
    /// <param name="version">Of the claim as it was shown.</param>
    /// <param name="reason">What was seen, or why not; the person reads it.</param>
    public Task<AccountChange> DecideAsync(Actor actor, Guid id, long version, bool approve, string reason, CancellationToken cancel) =>
        ChangeAsync(actor, id, version, approve ? ClaimState.Approved : ClaimState.Refused, reason, cancel);

    /// <summary>Takes an approved claim back: from now on the person does not speak for the company.</summary>
    /// <inheritdoc cref="DecideAsync" path="/param"/>
    public Task<AccountChange> EndAsync(Actor actor, Guid id, long version, string reason, CancellationToken cancel) =>
        ChangeAsync(actor, id, version, ClaimState.Ended, reason, cancel);

    /// <summary>The own claims, newest first.</summary>
    public async Task<IReadOnlyList<ClaimView>> OwnAsync(Actor actor, CancellationToken cancel)
    {
        if (actor.AccountId is not { } account)
            return [];
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await ViewsAsync(db, db.CompanyClaims.Where(c => c.Account == account), cancel);
    }

    /// <summary>All claims, those that wait first; null where the actor may not read them.</summary>
    public async Task<IReadOnlyList<ClaimView>?> ListAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Permission.ReadUsers))
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return [.. (await ViewsAsync(db, db.CompanyClaims, cancel)).OrderBy(c => c.State)];
    }

    /// <summary>Whether the actor speaks for a company, as the database says now.</summary>
    internal static async Task<bool> SpeaksForAsync(RegistryDbContext db, Actor actor, string bin, CancellationToken cancel) =>
        actor.AccountId is { } account
        && await db.CompanyClaims.AnyAsync(c => c.Account == account && c.Bin == bin && c.State == ClaimState.Approved, cancel);

    private async Task<AccountChange> ChangeAsync(
        Actor actor, Guid id, long version, ClaimState next, string reason, CancellationToken cancel)
    {
        if (actor.Require(Permission.DecideClaims) is { } refusal)
            return new AccountChange.Refused(refusal);
        if (reason.Trim().Length is < ShortestText or > LongestText)
            return new AccountChange.Wrong("reason", "ClaimText");
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.CompanyClaims.FirstOrDefaultAsync(c => c.Id == id, cancel) is not { } claim)
            return new AccountChange.Unknown();
        if (actor.AccountId == claim.Account)
            return new AccountChange.Wrong("account", "OwnClaim");
        if (claim.Version != version || claim.State != (next is ClaimState.Ended ? ClaimState.Approved : ClaimState.Asked))
            return new AccountChange.Stale();
        var before = Told(claim);
        Close(claim, actor, next, reason.Trim());
        trail.Add(db, actor, new AuditNote(WhatOf(next), SubjectOf(claim)) { Before = before, After = Told(claim), Reason = claim.Answer });
        return await SaveAsync(db, claim, cancel);
    }

    private static async Task<AccountChange> SaveAsync(RegistryDbContext db, CompanyClaim claim, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return new AccountChange.Done(claim.Id);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new AccountChange.Stale();
        }
    }

    private void Close(CompanyClaim claim, Actor actor, ClaimState state, string? answer)
    {
        (claim.State, claim.Answer) = (state, answer);
        (claim.DecidedBy, claim.DecidedAt) = (actor.Id, time.GetUtcNow());
        claim.Version++;
    }

    private CompanyClaim New(Guid account, string bin, string ground) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()), Account = account, Bin = Canonical(bin), Ground = ground.Trim(), AskedAt = time.GetUtcNow(), Version = 1,
    };

    private static async Task<AccountChange.Wrong?> WrongAsync(RegistryDbContext db, string bin, string ground, CancellationToken cancel)
    {
        if (!EntityNumber.TryParse(bin, out var number))
            return new("bin", "NotABin");
        if (!await db.Companies.AnyAsync(c => c.Bin == number, cancel))
            return new("bin", "UnknownCompany");
        return ground.Trim().Length is < ShortestText or > LongestText ? new("ground", "ClaimText") : null;
    }

    private static IQueryable<CompanyClaim> OpenOf(RegistryDbContext db, Guid account, string bin) =>
        db.CompanyClaims.Where(c => c.Account == account && c.Bin == bin && (c.State == ClaimState.Asked || c.State == ClaimState.Approved));

    private static async Task<IReadOnlyList<ClaimView>> ViewsAsync(RegistryDbContext db, IQueryable<CompanyClaim> claims, CancellationToken cancel)
    {
        var rows =
            from claim in claims.AsNoTracking()
            join user in db.Users on claim.Account equals user.Id
            join company in db.Companies on claim.Bin equals company.Bin into known
            from company in known.DefaultIfEmpty()
            orderby claim.Id descending
            select new ClaimView(
                claim.Id, claim.Account, user.Email ?? "", user.DisplayName, claim.Bin, company!.NameRu, company.NameKk, company.NameEn,
                claim.Ground, claim.State, claim.AskedAt, claim.DecidedAt, claim.Answer, claim.Version);
        return await rows.ToListAsync(cancel);
    }

    private static string Canonical(string bin) => EntityNumber.TryParse(bin, out var number) ? number : bin;

    private static string SubjectOf(CompanyClaim claim) => Actor.UserId(claim.Account);

    private static object Told(CompanyClaim claim) => new { claim.Id, claim.Bin, claim.Ground, claim.State };

    private static string WhatOf(ClaimState state) => state switch
    {
        ClaimState.Approved => "claim.approved",
        ClaimState.Refused => "claim.refused",
        _ => "claim.ended",
    };
}
