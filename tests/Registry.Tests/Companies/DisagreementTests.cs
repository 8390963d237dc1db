using Registry.Companies;
using Registry.Facts;
using Registry.Indices;
using Xunit;

namespace Registry.Tests.Companies;

public sealed class DisagreementTests
{
    private const string Bin = "150140000018";
    private static readonly DateOnly Day = new(2026, 6, 15);

    [Fact]
    public void Two_registers_that_spell_alike_do_not_disagree()
    {
        var known = Known(
            Said("stat-register", 1) with { NameRu = "ТОО \"Алтын-Дала\"", AddressRu = "г. Алматы, ул. Абая, 5" },
            Said("egov-companies", 2) with { NameRu = "ТОО «Алтын Дала»", AddressRu = "г.Алматы, ул.Абая 5" });

        Assert.Empty(Disagreements.Among(known, Day, isPerson: false));
    }

    [Fact]
    public void Of_two_different_values_both_are_kept_and_the_newest_is_used()
    {
        var known = Known(
            Said("stat-register", 1) with { RegisteredOn = new DateOnly(2015, 1, 20) },
            Said("egov-companies", 2) with { RegisteredOn = new DateOnly(2015, 2, 20) });

        var found = Assert.Single(Disagreements.Among(known, Day, isPerson: false));

        Assert.Equal("registeredOn", found.Field);
        Assert.Equal(EntityProfile.Rule, found.Rule);
        Assert.Equal([("2015-02-20", "egov-companies", true), ("2015-01-20", "stat-register", false)], found.Values.Select(v => (v.Value, v.Source, v.Used)));
    }

    [Fact]
    public void What_the_rule_calls_used_is_what_the_formulas_use()
    {
        var known = Known(
            Said("stat-register", 3) with { Oked = "41201" },
            Said("egov-companies", 3) with { Oked = "46901" });

        var used = Assert.Single(Disagreements.Among(known, Day, isPerson: false)).Values.Single(v => v.Used);

        Assert.Equal(EntityProfile.Of(known, Day).Oked, used.Value);
        Assert.Equal("stat-register", used.Source);
    }

    [Fact]
    public void The_address_of_a_sole_proprietor_is_never_told()
    {
        var known = Known(Said("stat-register", 1) with { AddressRu = "г. Алматы, ул. Абая, 5" }, Said("egov-companies", 2) with { AddressRu = "г. Астана, ул. Сейфуллина, 9" });

        Assert.Equal("address", Assert.Single(Disagreements.Among(known, Day, isPerson: false)).Field);
        Assert.Empty(Disagreements.Among(known, Day, isPerson: true));
    }

    [Fact]
    public void A_head_named_later_by_another_source_is_used()
    {
        var known = Known(Said("egov-companies", 1) with { Head = "АХМЕТОВ Е." }) with
        {
            Owners = [Head("Омарова А.", from: new DateOnly(2026, 5, 1), knownMonth: 5), Head("АХМЕТОВ Е.", new DateOnly(2015, 1, 1), 1, to: new DateOnly(2026, 5, 1))],
        };

        var found = Assert.Single(Disagreements.Among(known, Day, isPerson: false));

        Assert.Equal(("head", Disagreements.NewestHead), (found.Field, found.Rule));
        Assert.Equal(["Омарова А.", "АХМЕТОВ Е."], found.Values.Select(v => v.Value));
    }

    [Fact]
    public void A_registration_learned_before_the_change_was_overtaken_and_one_learned_after_it_disagrees()
    {
        var change = new StatusChange { Bin = Bin, Source = "company-status", Since = new DateOnly(2026, 3, 1), Status = CompanyStatus.Bankrupt, KnownFrom = new DateOnly(2026, 3, 5) };
        var before = Known(Said("egov-companies", 2) with { Status = CompanyStatus.Registered }) with { Statuses = [change] };
        var after = Known(Said("egov-companies", 4) with { Status = CompanyStatus.Registered }) with { Statuses = [change] };

        Assert.Empty(Disagreements.Among(before, Day, isPerson: false));
        var found = Assert.Single(Disagreements.Among(after, Day, isPerson: false));
        Assert.Equal(Disagreements.LatestStatus, found.Rule);
        Assert.Equal(nameof(CompanyStatus.Bankrupt), found.Values.Single(v => v.Used).Value);
    }

    [Theory]
    [InlineData(1_000_000, 1_005_000, 0)]
    [InlineData(1_000_000, 1_100_000, 1)]
    public void Incomes_disagree_beyond_rounding(int committee, int statements, int expected)
    {
        var known = new EntityFacts
        {
            Bin = Bin,
            Burdens = [new TaxBurden { Bin = Bin, Source = "kgd-tax-burden", Year = 2025, Income = committee }],
            Statements = [new Statement { Bin = Bin, Source = "financials", Year = 2025, Revenue = statements }],
        };

        var found = Disagreements.Among(known, Day, isPerson: false);

        Assert.Equal(expected, found.Count);
        Assert.All(found, d => Assert.Equal("kgd-tax-burden", d.Values.Single(v => v.Used).Source));
    }

    [Fact]
    public void Two_debts_of_one_day_disagree_and_the_complete_source_is_used()
    {
        var known = new EntityFacts { Bin = Bin, Arrears = [Debt("kgd-arrears-150", 700_000), Debt("kgd-arrears", 650_000.5m)] };

        var found = Assert.Single(Disagreements.Among(known, Day, isPerson: false));

        Assert.Equal([("650000.5", true), ("700000", false)], found.Values.Select(v => (v.Value, v.Used)));
    }

    private static TaxArrears Debt(string source, decimal total) => new() { Bin = Bin, Source = source, AsOf = new DateOnly(2026, 6, 1), Total = total };

    private static Owner Head(string name, DateOnly from, int knownMonth, DateOnly? to = null) => new()
    {
        Bin = Bin, Source = "owners", Kind = OwnerKind.Head, Party = "name:" + name, PersonName = name, From = from, To = to,
        KnownFrom = new DateOnly(2026, knownMonth, 2),
    };

    private static Registration Said(string source, int month) => new() { Bin = Bin, Source = source, KnownFrom = new DateOnly(2026, month, 1) };

    private static EntityFacts Known(params Registration[] registrations) => new() { Bin = Bin, Registrations = registrations };
}
