using Microsoft.EntityFrameworkCore;
using Registry.Companies;
using Registry.Data;
using Registry.Facts;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Import;

public sealed class ImportRunnerTests
{
    private const string Known = "020240000555";
    private const string Unknown = "971240001315";

    private const string Companies = """"
        bin,kk,ru,date,oked,,,oked2,krp,,,kse,,,kfs,,,kato,,,address,head
        020240000555,"""Алатау"" ЖШС","ТОО ""Алатау""",14.03.2015,41201,,,,160,,,1122,,,15,,,751110000,,,"г. Алматы, ул. Абая 1",АХМЕТОВ Б.
        970240000816,"""Өскемен"" ЖШС","ТОО ""Оскемен""",01.02.2019,46909,,,,105,,,1122,,,15,,,631010000,,,"г. Усть-Каменогорск",СЕРИК А.
        """";

    [Theory, EachDatabase]
    public async Task A_register_of_companies_makes_companies_and_queues_them(DatabaseProvider provider)
    {
        await using var register = await TestRegister.CreateAsync(provider);

        var outcome = await register.ImportAsync("stat-register", "companies.csv", Companies);

        Assert.Equal((2, 2, 0), (outcome.Read, outcome.Added, outcome.Rejected));
        await using var db = register.Database.CreateContext();
        var company = await db.Companies.SingleAsync(c => c.Bin == Known, TestContext.Current.CancellationToken);
        Assert.Equal(("ТОО \"Алатау\"", "75", "F", CompanyKind.LegalEntity), (company.NameRu, company.Region, company.Section, company.Kind));
        Assert.Equal(2, await db.IndexQueue.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, EachDatabase]
    public async Task The_same_file_again_changes_nothing(DatabaseProvider provider)
    {
        await using var register = await TestRegister.CreateAsync(provider);
        await register.ImportAsync("stat-register", "companies.csv", Companies);
        var before = await register.ContentAsync();

        var again = await register.ImportAsync("stat-register", "companies.csv", Companies, asOf: TestRegister.Today.AddDays(1));

        Assert.Equal((2, 0, 0, 2), (again.Read, again.Added, again.Changed, again.Unchanged));
        Assert.Equal(before, await register.ContentAsync());
    }

    [Theory, EachDatabase]
    public async Task A_changed_row_keeps_the_version_that_was_known_before(DatabaseProvider provider)
    {
        await using var register = await TestRegister.CreateAsync(provider);
        await register.ImportAsync("stat-register", "companies.csv", Companies, asOf: TestRegister.Today.AddDays(-100));

        var outcome = await register.ImportAsync("stat-register", "companies.csv", Companies.Replace("АХМЕТОВ Б.", "ОМАРОВ К."));

        Assert.Equal((1, 1), (outcome.Changed, outcome.Unchanged));
        await using var db = register.Database.CreateContext();
        var heads = await db.Registrations.Where(r => r.Bin == Known).OrderBy(r => r.KnownFrom).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["АХМЕТОВ Б.", "ОМАРОВ К."], heads.Select(h => h.Head!));
        Assert.Equal(heads[1].KnownFrom, heads[0].KnownTo);
        var company = await db.Companies.SingleAsync(c => c.Bin == Known, TestContext.Current.CancellationToken);
        Assert.Equal(("ОМАРОВ К.", 2L), (company.Head, company.Version));
    }

    [Theory, EachDatabase]
    public async Task A_fact_about_an_unknown_entity_waits_for_it(DatabaseProvider provider)
    {
        await using var register = await TestRegister.CreateAsync(provider);

        await register.ImportAsync("company-status", "status.csv", $"bin,since,status,reason\n{Known},2026-01-10,Bankrupt,court\n");
        await using (var db = register.Database.CreateContext())
            Assert.Empty(await db.Companies.ToListAsync(TestContext.Current.CancellationToken));
        await register.ImportAsync("stat-register", "companies.csv", Companies);

        await using var after = register.Database.CreateContext();
        Assert.Equal(CompanyStatus.Bankrupt, (await after.Companies.SingleAsync(c => c.Bin == Known, TestContext.Current.CancellationToken)).Status);
    }

    [Theory, EachDatabase]
    public async Task A_key_that_comes_twice_with_other_values_is_rejected_and_the_file_stays_idempotent(DatabaseProvider provider)
    {
        await using var register = await TestRegister.CreateAsync(provider);
        var file = $"bin,year,amount\n{Known},2025,100\n{Known},2025,200\n{Known},2025,100\n";

        var first = await register.ImportAsync("kgd-taxes-paid", "paid.csv", file);
        var again = await register.ImportAsync("kgd-taxes-paid", "paid.csv", file);

        Assert.Equal((1, 1, 1), (first.Added, first.Rejected, first.Unchanged));
        Assert.Equal("duplicateKey", Assert.Single(first.Problems).Reason);
        Assert.Equal((0, 0, 1, 2), (again.Added, again.Changed, again.Rejected, again.Unchanged));
    }

    [Theory, EachDatabase]
    public async Task A_newer_list_takes_off_what_it_lacks_on_its_day(DatabaseProvider provider)
    {
        await using var register = await TestRegister.CreateAsync(provider);
        await register.ImportAsync("samruk-unreliable", "a.csv", List(Known, Unknown, "970240000816", "980440000757", "120140005984"));

        var outcome = await register.ImportAsync(
            "samruk-unreliable", "b.csv", List(Known, Unknown, "970240000816", "980440000757"), asOf: TestRegister.Today.AddDays(7));

        Assert.Equal((1, 4), (outcome.Removed, outcome.Unchanged));
        await using var db = register.Database.CreateContext();
        var gone = await db.ListEntries.SingleAsync(e => e.Bin == "120140005984" && e.KnownTo == null, TestContext.Current.CancellationToken);
        Assert.Equal(TestRegister.Today.AddDays(7), gone.Until);
        Assert.True(await db.ListEntries.AnyAsync(e => e.Bin == "120140005984" && e.KnownTo != null && e.Until == null, TestContext.Current.CancellationToken));
    }

    [Theory, EachDatabase]
    public async Task A_list_that_would_take_off_more_than_a_fifth_is_refused(DatabaseProvider provider)
    {
        await using var register = await TestRegister.CreateAsync(provider);
        await register.ImportAsync("samruk-unreliable", "a.csv", List(Known, Unknown, "970240000816"));
        var before = await register.ContentAsync();

        var refused = await register.ImportAsync("samruk-unreliable", "b.csv", List(Known, Unknown));

        Assert.Equal("tooManyRemovals", refused.Failure?.Reason);
        Assert.Equal(before, await register.ContentAsync());
        var accepted = await register.ImportAsync("samruk-unreliable", "b.csv", List(Known, Unknown), acceptRemovals: true);
        Assert.Equal(1, accepted.Removed);
    }

    [Theory, EachDatabase]
    public async Task Whom_a_rejected_row_of_a_list_names_is_not_taken_off(DatabaseProvider provider)
    {
        await using var register = await TestRegister.CreateAsync(provider);
        await register.ImportAsync("samruk-unreliable", "a.csv", List(Known, Unknown, "970240000816", "980440000757", "120140005984"));

        var outcome = await register.ImportAsync(
            "samruk-unreliable",
            "b.csv",
            List(Known, Unknown, "970240000816", "980440000757") + "120140005984,Пять,причина,31.31.2026,\n",
            asOf: TestRegister.Today.AddDays(7));

        Assert.Equal((0, 1), (outcome.Removed, outcome.Rejected));
        await using var db = register.Database.CreateContext();
        Assert.True(await db.ListEntries.AnyAsync(e => e.Bin == "120140005984" && e.KnownTo == null && e.Until == null, TestContext.Current.CancellationToken));
    }

    [Theory, EachDatabase]
    public async Task A_dry_run_counts_and_writes_nothing(DatabaseProvider provider)
    {
        await using var register = await TestRegister.CreateAsync(provider);
        var before = await register.ContentAsync();

        var outcome = await register.ImportAsync("stat-register", "companies.csv", Companies, dryRun: true);

        Assert.Equal(2, outcome.Added);
        Assert.Equal(before, await register.ContentAsync());
    }

    [Theory, EachDatabase]
    public async Task A_sole_proprietor_gets_a_register_number_and_keeps_it(DatabaseProvider provider)
    {
        await using var register = await TestRegister.CreateAsync(provider);
        const string iin = "901123300258";
        await register.ImportAsync("kgd-taxes-paid", "paid.csv", $"bin,year,amount\n{iin},2025,100\n");
        await register.ImportAsync("kgd-taxes-paid", "more.csv", $"bin,year,amount\n{iin},2024,90\n");

        await using var db = register.Database.CreateContext();
        var person = await db.Persons.SingleAsync(TestContext.Current.CancellationToken);
        var facts = await db.TaxesPaid.ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(iin, person.Iin);
        Assert.StartsWith("P", person.RegisterNumber);
        Assert.All(facts, f => Assert.Equal(person.RegisterNumber, f.Bin));
    }

    [Theory, EachDatabase]
    public async Task An_owner_is_a_person_by_id_never_by_iin(DatabaseProvider provider)
    {
        await using var register = await TestRegister.CreateAsync(provider);

        await register.ImportAsync("owners", "owners.csv", $"""
            bin,kind,personIin,personName,entityBin,from,share,to,nominee
            {Known},founder,901123300258,ИВАНОВ И.,,2015-03-14,60,,
            {Known},founder,,,{Unknown},2015-03-14,40,,
            """);

        await using var db = register.Database.CreateContext();
        var owners = await db.Owners.OrderByDescending(o => o.Share).ToListAsync(TestContext.Current.CancellationToken);
        var person = await db.Persons.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal([$"person:{person.Id}", $"entity:{Unknown}"], owners.Select(o => o.Party));
        Assert.Null(person.RegisterNumber);
    }

    [Fact]
    public async Task An_unknown_source_and_a_missing_file_are_failures_that_say_so()
    {
        await using var register = await TestRegister.CreateAsync(DatabaseProvider.Sqlite);

        Assert.Equal("unknownSource", (await register.ImportAsync("nonsense", "a.csv", "a\n1\n")).Failure?.Reason);
        Assert.Equal("missingColumn", (await register.ImportAsync("kgd-taxes-paid", "b.csv", "bin,year\n1,2\n")).Failure?.Reason);
    }

    private static string List(params string[] bins) =>
        "bin,name,reason,from,to\n" + string.Concat(bins.Select(b => $"{b},ТОО,reason,2026-01-10,\n"));
}
