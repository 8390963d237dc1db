using Registry.Sources;
using Xunit;

namespace Registry.Tests.Sources;

public sealed class FixtureTests
{
    public static TheoryData<string, int, string[]> Files => new()
    {
        { "stat-register.csv", 4, ["6 oked [4x] notAnOked", "6 bin [230190000017] notABin", "6 registeredOn [31.02.2020] notADate"] },
        {
            "egov-companies.json", 2,
            ["2 bin [Малое предприятие \"Старина\"] noBin", "3 bin [Кооператив <b>\"Рассвет\"</b>] noBin", "4 datereg [1996-02-30] notADate"]
        },
        { "company-status.csv", 2, ["4 status [Sleeping] notOneOf", "5 bin [] noBin", "6 since [07.05.1890] dateOutOfRange", "6 status [3] notOneOf"] },
        { "company-names.csv", 2, ["4 language [de] notOneOf", "5 name [] required", "6 to [2021-01-01] beforeFrom"] },
        { "contacts.csv", 2, ["4 bin [23014] notABin"] },
        { "contacts.json", 2, ["3 bin [Заграничная фирма] noBin"] },
        { "kgd-arrears.csv", 2, ["4 total [100] lessThanItsParts", "5 total [-5] negative"] },
        {
            "kgd-tax-burden.csv", 1,
            [
                "3 year [2028] yearOutOfRange", "4 year [1990] yearOutOfRange", "5 year [два] notAYear", "5 income [x] notANumber",
                "5 taxesComputed [-1] negative", "5 burden [1001] outOfRange",
            ]
        },
        { "kgd-taxes-paid.csv", 2, ["4 amount [1000000000000000.01] tooLarge", "5 amount [] required"] },
        {
            "kgd-vat.csv", 2,
            ["4 deregisteredOn [2009-12-31] beforeRegisteredOn", "5 byAuthority [true] notDeregistered", "6 byAuthority [может быть] notYesOrNo"]
        },
        { "kgd-preliminary.csv", 2, ["4 index [luck] notOneOf", "4 value [100.1] outOfRange"] },
        { "payroll.csv", 1, ["3 employees [12.5] notWhole", "4 employees [-1] outOfRange", "4 payroll [] required"] },
        { "financials.csv", 1, ["3 filedOn [2024-12-31] beforeYear", "4 totalAssets [-1000] negative"] },
        {
            "payment-experiences.csv", 2,
            ["4 currency [USD] notTenge", "5 amount [0] notPositive", "6 supplierBin [230140000017] sameAsDebtor"]
        },
        { "enforcement.csv", 2, ["4 closedOn [2026-01-09] beforeOpenedOn", "5 number [] required", "5 amount [0] notPositive"] },
        { "enforcement.json", 2, ["3 bin [] noBin", "3 amount [много] notANumber", "3 openedOn [] required"] },
        { "court-cases.csv", 2, ["4 decidedOn [2026-01-09] beforeFiledOn", "5 defendantBin [] noBin"] },
        { "owners.csv", 4, ["6 personIin [230140000017] notAnIin", "6 kind [uncle] notOneOf", "6 share [101] outOfRange", "7 personIin [] noParty"] },
        { "goszakup-rnu.json", 2, ["3 supplier_biin [Заграничная фирма] noBin", "4 end_date [2024-01-02] beforeStartDate"] },
        { "goszakup-contracts.json", 3, ["4 deleted [1] deleted", "5 supplier_biin [17/25] noBin"] },
        { "samruk-unreliable.json", 1, ["2 bin_iin [Без номера] noBin"] },
        { "samruk-unreliable.csv", 1, ["3 to [2025-06-30] beforeFrom"] },
        { "certificates.csv", 2, ["4 bodyBin [IIN] notABin", "5 standard [ISO 9001:2015] notOneOf", "5 state [Aktiv] notOneOf"] },
        { "certification-bodies.csv", 2, ["4 bin [] noBin", "5 state [Asleep] notOneOf", "5 bin [IIN] notABin"] },
        { "surveillance.csv", 2, ["4 heldOn [2027-02-20] inTheFuture", "5 outcome [Failed] notHeld", "6 number [] required"] },
        { "labels.csv", 2, ["4 number [KZ-CW-<b>] notANumber", "5 until [2026-02-01] beforeGrantedOn"] },
        { "label-decisions.csv", 2, ["4 kind [Lift] notOneOf", "5 deadline [] required"] },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Fixture_gives_its_facts_and_names_every_problem(string file, int facts, string[] problems)
    {
        var source = Path.GetFileNameWithoutExtension(file);

        var outcome = Outcome.Of(source, Outcome.Fixture(file));

        Assert.Equal(problems, outcome.Problems);
        Assert.Equal(facts, outcome.Facts.Count);
        Assert.All(outcome.Facts, f => Assert.Equal(source, f.Source));
        Assert.DoesNotContain(outcome.Problems, p => p.Contains("010203500012", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_importer_has_its_evidence_and_a_fixture()
    {
        Assert.Equal(
            SourceCatalog.All.Select(e => e.Source).Where(s => s != "kgd-arrears-150").Order(StringComparer.Ordinal),
            SourceCatalog.Importers.Select(s => s.Id).Order(StringComparer.Ordinal));
        var fixtures = Files.Select(f => Path.GetFileNameWithoutExtension(f.Data.Item1)).ToHashSet();
        Assert.All(SourceCatalog.Importers, s => Assert.True(s is Registry.Sources.RevenueLists.RevenueListSource || fixtures.Contains(s.Id), s.Id));
    }

    [Fact]
    public void Unknown_source_is_not_found() => Assert.Null(SourceCatalog.Find("kgd-gossip"));
}
