using Registry.Access;
using Registry.Companies;
using Registry.Data;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Access;

public sealed class CompanyClaimsTests
{
    private const string Company = "230140000017";
    private const string Ground = "Директор, приказ № 1 от 10.01.2023";
    private static readonly Actor Administrator = SomeActor.With(Role.Administrator);
    private static readonly CancellationToken Never = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task Nobody_speaks_for_a_company_until_somebody_else_approved_it(DatabaseProvider provider)
    {
        await using var access = await WithCompanyAsync(provider);
        var person = await EntrepreneurAsync(access);

        var claim = await AskAsync(access, person);
        Assert.False(await SpeaksAsync(access, person));
        Assert.Equal(new AccountChange.Wrong("bin", "ClaimStands"), await access.Claims.AskAsync(person, Company, Ground, Never));
        Done(await access.Claims.DecideAsync(Administrator, claim, version: 1, approve: true, "Приказ показан", Never));
        Assert.True(await SpeaksAsync(access, person));
        Assert.False(await SpeaksAsync(access, SomeActor.With(Role.Entrepreneur)));
        Done(await access.Claims.EndAsync(Administrator, claim, version: 2, "Уволен приказом № 9", Never));
        Assert.False(await SpeaksAsync(access, person));

        var view = Assert.Single(await access.Claims.OwnAsync(person, Never));
        Assert.Equal((ClaimState.Ended, "Уволен приказом № 9", "ТОО «Кокжиек»", Ground), (view.State, view.Answer, view.NameRu, view.Ground));
        Assert.Equal(
            ["claim.approved", "claim.asked", "claim.ended"],
            (await access.TraceAsync()).Where(t => t.Subject == person.Id && t.What.StartsWith("claim", StringComparison.Ordinal)).Select(t => t.What).Order(StringComparer.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task A_refused_claim_may_be_made_again(DatabaseProvider provider)
    {
        await using var access = await WithCompanyAsync(provider);
        var person = await EntrepreneurAsync(access);
        var claim = await AskAsync(access, person);

        Done(await access.Claims.DecideAsync(Administrator, claim, 1, approve: false, "Доверенность истекла", Never));
        Assert.IsType<AccountChange.Stale>(await access.Claims.DecideAsync(Administrator, claim, 1, approve: true, "Доверенность есть", Never));
        Assert.IsType<AccountChange.Stale>(await access.Claims.EndAsync(Administrator, claim, 2, "Нечего прекращать", Never));
        await AskAsync(access, person);

        Assert.Equal([ClaimState.Asked, ClaimState.Refused], (await access.Claims.OwnAsync(person, Never)).Select(c => c.State));
        Assert.Equal(2, (await access.Claims.ListAsync(SomeActor.With(Role.Auditor), Never))?.Count);
    }

    [Theory, EachDatabase]
    public async Task An_administrator_binds_an_entrepreneur_and_approves_what_he_asked(DatabaseProvider provider)
    {
        await using var access = await WithCompanyAsync(provider);
        var person = await EntrepreneurAsync(access);
        var (moderator, _) = await access.AddAsync("moderator@example.kz", Role.Moderator);
        var claim = await AskAsync(access, person);

        Assert.Equal(new AccountChange.Wrong("account", "NotAnEntrepreneur"), await access.Claims.BindAsync(Administrator, moderator, Company, Ground, Never));
        Assert.IsType<AccountChange.Unknown>(await access.Claims.BindAsync(Administrator, Guid.NewGuid(), Company, Ground, Never));
        Assert.Equal(new AccountChange.Done(claim), await access.Claims.BindAsync(Administrator, person.AccountId!.Value, Company, "Паспорт и приказ № 1", Never));
        Assert.Equal(new AccountChange.Wrong("bin", "ClaimStands"), await access.Claims.BindAsync(Administrator, person.AccountId.Value, Company, Ground, Never));
        Assert.Single(await access.Claims.OwnAsync(person, Never));
        Assert.True(await SpeaksAsync(access, person));
    }

    [Theory, EachDatabase]
    public async Task Nobody_decides_the_own_claim(DatabaseProvider provider)
    {
        await using var access = await WithCompanyAsync(provider);
        var person = await EntrepreneurAsync(access, Role.Administrator);
        var claim = await AskAsync(access, person);

        Assert.Equal(new AccountChange.Wrong("account", "OwnClaim"), await access.Claims.DecideAsync(person, claim, 1, approve: true, "Сам себе верю", Never));
        Assert.Equal(new AccountChange.Wrong("account", "OwnClaim"), await access.Claims.BindAsync(person, person.AccountId!.Value, Company, Ground, Never));
        Assert.False(await SpeaksAsync(access, person));
    }

    [Theory, EachDatabase]
    public async Task Who_may_not_claims_and_decides_nothing(DatabaseProvider provider)
    {
        await using var access = await WithCompanyAsync(provider);
        var person = await EntrepreneurAsync(access);
        var claim = await AskAsync(access, person);
        foreach (var role in Enum.GetValues<Role>())
        {
            var actor = SomeActor.With(role);
            Assert.True(role is Role.Entrepreneur || await access.Claims.AskAsync(actor, Company, Ground, Never) is AccountChange.Refused, $"{role} asks");
            if (role is Role.Administrator)
                continue;
            Assert.IsType<AccountChange.Refused>(await access.Claims.DecideAsync(actor, claim, 1, approve: true, "Приказ показан", Never));
            Assert.IsType<AccountChange.Refused>(await access.Claims.EndAsync(actor, claim, 1, "Приказ показан", Never));
            Assert.IsType<AccountChange.Refused>(await access.Claims.BindAsync(actor, person.AccountId!.Value, Company, Ground, Never));
            Assert.Equal(role is Role.Auditor, await access.Claims.ListAsync(actor, Never) is not null);
        }
        var key = new Actor(Actor.KeyId(Guid.NewGuid()), "ключ", [Role.Entrepreneur], SignInKind.ApiKey);
        Assert.IsType<AccountChange.Refused>(await access.Claims.AskAsync(key, Company, Ground, Never));
    }

    [Theory]
    [InlineData("12", Ground, "bin", "NotABin")]
    [InlineData("120940007330", Ground, "bin", "UnknownCompany")]
    [InlineData(Company, " ab ", "ground", "ClaimText")]
    public async Task A_wrong_claim_is_refused_by_field(string bin, string ground, string field, string reason)
    {
        await using var access = await WithCompanyAsync(DatabaseProvider.Sqlite);

        Assert.Equal(new AccountChange.Wrong(field, reason), await access.Claims.AskAsync(await EntrepreneurAsync(access), bin, ground, Never));
    }

    private static async Task<TestAccess> WithCompanyAsync(DatabaseProvider provider)
    {
        var access = await TestAccess.CreateAsync(provider);
        await using var db = access.CreateContext();
        db.Companies.Add(new Company { Bin = Company, NameRu = "ТОО «Кокжиек»", Version = 1 });
        await db.SaveChangesAsync();
        return access;
    }

    private static async Task<Actor> EntrepreneurAsync(TestAccess access, params Role[] more)
    {
        Role[] roles = [Role.Entrepreneur, .. more];
        var (id, _) = await access.AddAsync($"e{Guid.NewGuid():N}@example.kz", roles);
        return new Actor(Actor.UserId(id), "Асель Тестова", roles, SignInKind.Password);
    }

    private static async Task<Guid> AskAsync(TestAccess access, Actor person) => Done(await access.Claims.AskAsync(person, Company, Ground, Never));

    private static Guid Done(AccountChange change) => Assert.IsType<AccountChange.Done>(change).Id;

    private static async Task<bool> SpeaksAsync(TestAccess access, Actor actor)
    {
        await using var db = access.CreateContext();
        return await CompanyClaims.SpeaksForAsync(db, actor, Company, Never);
    }
}
