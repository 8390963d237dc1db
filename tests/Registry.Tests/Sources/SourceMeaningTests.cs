using Registry.Companies;
using Registry.Facts;
using Registry.Sources;
using Xunit;

namespace Registry.Tests.Sources;

public sealed class SourceMeaningTests
{
    private static IReadOnlyList<T> Facts<T>(string file, ReadOptions? options = null) =>
        [.. Outcome.Of(Path.GetFileNameWithoutExtension(file), Outcome.Fixture(file), options).Facts.Cast<T>()];

    [Fact]
    public void Stat_register_mends_numbers_codes_and_texts()
    {
        var companies = Facts<Registration>("stat-register.csv");

        Assert.Equal(["230140000017", "080340021186", "170864008474", "iin:010203500012"], companies.Select(c => c.Bin));
        Assert.Equal("Товарищество с ограниченной ответственностью \"Торговый дом \"Кокжиек\"", companies[0].NameRu);
        Assert.Equal("47190 68201", companies[0].SecondaryOkeds);
        Assert.Equal("г. Алматы; ул. Сказочная, дом 7", companies[0].AddressRu);
        Assert.Equal(("01110", "110", "1122", "15", "710000000"), (companies[1].Oked, companies[1].Krp, companies[1].Kse, companies[1].Kfs, companies[1].Kato));
        Assert.Equal(new DateOnly(2008, 4, 2), companies[2].RegisteredOn);
        Assert.Equal("ОТВЕТСТВЕННЫЙ ЗА ДЕЛА", companies[2].Head);
        Assert.Null(companies[3].RegisteredOn);
    }

    [Fact]
    public void Justice_register_gives_status_and_keeps_markup_as_text()
    {
        var companies = Facts<Registration>("egov-companies.json");

        Assert.Equal([CompanyStatus.Registered, CompanyStatus.Liquidating], companies.Select(c => c.Status));
        Assert.Equal("АО <script>alert(1)</script>", companies[1].NameRu);
        Assert.Equal(new DateOnly(2019, 3, 12), companies[0].RegisteredOn);
        Assert.Null(companies[0].Oked);
    }

    [Fact]
    public void Owner_is_a_person_an_entity_or_a_name()
    {
        var owners = Facts<Owner>("owners.csv");

        Assert.Equal(
            ["iin:010203500012", "entity:080340021186", "name:ВЫДУМАНОВ ИВАН", "iin:010203500012"],
            owners.Select(o => o.Party));
        Assert.Equal([60.5m, 39.5m, null, 100m], owners.Select(o => o.Share));
        Assert.Equal([false, true, false, false], owners.Select(o => o.Nominee));
        Assert.Equal(OwnerKind.BeneficialOwner, owners[3].Kind);
    }

    [Fact]
    public void Contract_is_ended_for_fault_only_where_the_words_say_so()
    {
        var contracts = Facts<Contract>("goszakup-contracts.json");

        Assert.Equal([false, true, false], contracts.Select(c => c.TerminatedForFault));
        Assert.Equal([false, true, false], contracts.Select(c => c.UnderReview));
        Assert.Equal([112m, 5005m, null], contracts.Select(c => c.Amount));
        Assert.Equal(new DateOnly(2025, 5, 20), contracts[0].PerformedOn);
        Assert.Equal("080340021186", contracts[1].Bin);
    }

    [Fact]
    public void Standards_and_outcomes_are_read_in_the_words_of_their_owners()
    {
        Assert.Equal(["ISO 37001:2025", "ISO 37001:2016"], Facts<Certificate>("certificates.csv").Select(c => c.Standard));
        Assert.Equal([CourtOutcome.PartlyGranted, CourtOutcome.Pending], Facts<CourtCase>("court-cases.csv").Select(c => c.Outcome));
    }

    [Fact]
    public void Amounts_are_read_with_commas_and_blanks_and_rounded_to_tiyn()
    {
        Assert.Equal([0m, 1_234_567.89m], Facts<TaxArrears>("kgd-arrears.csv").Select(a => a.Total));
        Assert.Equal(500_000_000.56m, Assert.Single(Facts<TaxBurden>("kgd-tax-burden.csv")).Income);
        Assert.Equal([2_500_000m, 100_000m], Facts<Enforcement>("enforcement.json").Select(e => e.Amount));
    }

    [Fact]
    public void Demo_dates_and_years_move_as_asked()
    {
        var moved = new ReadOptions(new DateOnly(2027, 11, 23), ShiftDays: 10, ShiftYears: 1);

        Assert.Equal(new DateOnly(2026, 2, 11), Facts<PaymentExperience>("payment-experiences.csv", moved)[0].DueOn);
        Assert.Equal(2025, Facts<TaxesPaid>("kgd-taxes-paid.csv", moved)[0].Year);
    }

    [Fact]
    public void Bad_faith_register_keeps_its_own_days()
    {
        var entries = Facts<ListEntry>("goszakup-rnu.json");

        Assert.Equal(["242001", "242002"], entries.Select(e => e.Entry));
        Assert.Equal([new DateOnly(2026, 5, 4), new DateOnly(2025, 1, 2)], entries.Select(e => e.Since));
        Assert.Equal([null, new DateOnly(2027, 1, 2)], entries.Select(e => e.Until));
    }
}
