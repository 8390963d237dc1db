using System.Text.Json;
using Registry.Companies;
using Registry.Data;
using Registry.Facts;
using Registry.Indices;
using Registry.Setup;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Companies;

public sealed class PublicFactsTests
{
    private const string Bin = "150140000018";
    private const string Proprietor = "P00000000010";
    private static readonly DateOnly Today = TestRegister.Today;

    [Fact]
    public void Every_fact_carries_its_source_its_own_dates_and_the_days_it_was_known()
    {
        var fact = Assert.Single(PublicFacts.Of(new EntityFacts
        {
            Bin = Bin,
            Statements = [new Statement { Bin = Bin, Source = "financials", Year = 2024, Revenue = 1400, KnownFrom = new DateOnly(2025, 4, 1), KnownTo = new DateOnly(2025, 6, 1) }],
        }, Today));

        Assert.Equal(("statement", "financials", "depository"), (fact.Kind, fact.Source, fact.Owner));
        Assert.Equal((new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)), (fact.ValidFrom, fact.ValidTo));
        Assert.Equal((new DateOnly(2025, 4, 1), new DateOnly(2025, 6, 1)), (fact.KnownFrom, fact.KnownTo));
        Assert.Equal(1400m, fact.Values["revenue"]);
        Assert.Equal(2024, fact.Values["year"]);
    }

    [Fact]
    public void Pay_who_reported_a_payment_and_persons_are_withheld_and_named()
    {
        var facts = PublicFacts.Of(new EntityFacts
        {
            Bin = Bin,
            Payrolls = [new Payroll { Bin = Bin, Source = "payroll", Year = 2025, Employees = 6, Amount = 777777 }],
            Payments = [new PaymentExperience { Bin = Bin, Source = "payment-experiences", SupplierBin = "150140000991", Invoice = "INV-9", Amount = 555555, DueOn = new DateOnly(2026, 1, 10), PaidOn = new DateOnly(2026, 1, 22) }],
            Enforcements = [new Enforcement { Bin = Bin, Source = "enforcement", Number = "1-2", Claimant = "Ахметов Ерлан", Amount = 10, OpenedOn = new DateOnly(2026, 2, 1) }],
            Owners = [new Owner { Bin = Bin, Source = "owners", Kind = OwnerKind.Founder, Party = "person:0197a000", PersonName = "Омарова А.", From = new DateOnly(2020, 1, 1) }],
        }, Today);

        var json = JsonSerializer.Serialize(facts, RegistryJson.Options);
        Assert.All(["777777", "150140000991", "INV-9", "555555", "2026-01-10", "Ахметов", "0197a000"], secret => Assert.DoesNotContain(secret, json, StringComparison.Ordinal));
        Assert.Equal(12, facts.Single(f => f.Kind == "paymentExperience").Values["daysBeyondTerms"]);
        Assert.All(facts, f => Assert.NotEmpty(f.Withheld));
    }

    [Fact]
    public void A_sole_proprietors_address_ends_at_the_district()
    {
        var fact = Assert.Single(PublicFacts.Of(new EntityFacts
        {
            Bin = Proprietor,
            Registrations = [new Registration { Bin = Proprietor, Source = "stat-register", AddressRu = "г. Алматы, Бостандыкский район, ул. Абая, дом 5" }],
        }, Today));

        Assert.Equal("г. Алматы, Бостандыкский район", fact.Values["addressRu"]);
        Assert.Equal(["address"], fact.Withheld);
    }

    [Fact]
    public void An_offender_excluded_by_now_is_told_for_no_day()
    {
        var standing = new ListEntry { Bin = Bin, Source = "offenders", Entry = "1", Since = new DateOnly(2024, 1, 1), KnownFrom = new DateOnly(2024, 1, 5) };
        var closed = standing with { KnownTo = new DateOnly(2026, 1, 5) };
        var excluded = standing with { KnownFrom = new DateOnly(2026, 1, 5), Until = new DateOnly(2026, 1, 5) };

        Assert.True(PublicFacts.MayBeTold(standing, Today));
        Assert.False(PublicFacts.MayBeTold(closed, Today));
        Assert.False(PublicFacts.MayBeTold(excluded, Today));
        Assert.True(PublicFacts.MayBeTold(excluded with { Source = "kgd-pseudo" }, Today));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(100)]
    public void Pages_follow_one_another_without_gap_or_repeat(int size)
    {
        var all = PublicFacts.Of(Many(), Today);
        var seen = new List<PublicFact>();
        string? cursor = null;
        do
        {
            var start = 0;
            if (cursor is not null)
            {
                Assert.True(FactCursor.TryParse(cursor, out var place));
                start = place!.Start(all);
            }
            var page = all.Skip(start).Take(size).ToList();
            seen.AddRange(page);
            cursor = start + page.Count < all.Count ? FactCursor.After(all, start + page.Count - 1).ToString() : null;
        }
        while (cursor is not null);

        Assert.Equal(all, seen);
    }

    [Theory]
    [InlineData("%%")]
    [InlineData("aGVsbG8")]
    [InlineData("")]
    public void What_was_not_given_out_is_no_cursor(string text) => Assert.False(FactCursor.TryParse(text, out _));

    [Theory, EachDatabase]
    public async Task A_page_holds_every_version_with_the_total_and_the_next_place(DatabaseProvider provider)
    {
        await using var register = await TestRegister.CreateAsync(provider);
        await register.ImportAsync("stat-register", "a.csv", StatRow("Дала"), new DateOnly(2026, 1, 1));
        await register.ImportAsync("stat-register", "b.csv", StatRow("Дала Плюс"), new DateOnly(2026, 2, 1));
        var reader = ReaderOf(register);

        var first = await reader.FactsAsync(Bin, new PublicFactQuery("registration", null, null, 1), CancellationToken.None);
        var second = await reader.FactsAsync(Bin, new PublicFactQuery("registration", null, first?.Next, 1), CancellationToken.None);

        Assert.Equal((2, 1), (first!.Total, first.Items.Count));
        Assert.Equal(new DateOnly(2026, 2, 1), Assert.Single(first.Items).KnownFrom);
        Assert.Equal(new DateOnly(2026, 2, 1), Assert.Single(second!.Items).KnownTo);
        Assert.Null(second.Next);
        Assert.Null(await reader.FactsAsync("990340000301", new PublicFactQuery(null, null, null, 1), CancellationToken.None));
        await Assert.ThrowsAsync<FormatException>(() => reader.FactsAsync(Bin, new PublicFactQuery(null, null, "%%", 1), CancellationToken.None));
    }

    internal static CompanyReader ReaderOf(TestRegister register)
    {
        var facts = new FactReader(register.Database.Contexts);
        return new CompanyReader(new CompanyRows(register.Database.Contexts), facts, new ScoringContexts(facts), register.Clock);
    }

    internal static string StatRow(string name) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Sources", "Fixtures", "stat-register.csv")).First() + "\n"
        + $"{Bin};{name} ЖШС;ТОО {name};20.01.2015;41201;Тұрғын үй;Жилые здания;;160;Шағын;Малые;1122;;;16;;;750000000;Алматы қ.;г. Алматы;г. Алматы;АХМЕТОВ Е.\n";

    /// <summary>Facts of which many share kind, day and source.</summary>
    private static EntityFacts Many() => new()
    {
        Bin = Bin,
        Contracts = [.. Enumerable.Range(0, 9).Select(i => new Contract { Bin = Bin, Source = "goszakup-contracts", Number = $"{i}", SignedOn = i < 6 ? new DateOnly(2026, 1, 1) : null })],
        Payments = [.. Enumerable.Range(0, 5).Select(i => new PaymentExperience { Bin = Bin, Source = "payment-experiences", SupplierBin = $"15014000099{i}", Invoice = "1", Amount = 1, DueOn = Today })],
        Statements = [.. Enumerable.Range(2020, 5).Select(y => new Statement { Bin = Bin, Source = "financials", Year = y })],
    };
}
