using Registry.Companies;
using Registry.DueDiligence;
using Registry.Facts;
using Registry.Indices;
using Xunit;
using static Registry.Tests.Indices.SomeEntity;

namespace Registry.Tests.DueDiligence;

public sealed class CheckCatalogueTests
{
    private static readonly EntityFacts Sound = Old() with { Statuses = [Status(CompanyStatus.Active)], Statements = [Vector(2024), Vector()] };

    [Fact]
    public void Nothing_found_means_no_remarks_and_says_what_was_not_checked()
    {
        var findings = Run(Sound);

        Assert.Equal(Verdict.NoRemarks, findings.Verdict);
        Assert.All(new[] { "sanctions", "corruptionOffender" }, id =>
            Assert.Equal((CheckState.NotChecked, "sourceNotLoaded"), (Item(findings, id).State, Item(findings, id).Note)));
        Assert.Equal((CheckState.NotApplicable, "noLabel"), (Item(findings, "label").State, Item(findings, "label").Note));
    }

    [Fact]
    public void Sections_come_in_the_order_of_the_report() =>
        Assert.Equal(CheckSections.All, Run(Sound).Items.Select(i => i.Section).Distinct());

    [Theory]
    [InlineData("kgd-pseudo", "pseudoEnterprise")]
    [InlineData("kgd-invalid-registration", "registrationInvalid")]
    [InlineData("kgd-bankrupt", "bankrupt")]
    public void A_stop_factor_stops(string list, string id)
    {
        var findings = Run(Sound with { Lists = [Listed(list)] });

        Assert.Equal(Verdict.Stop, findings.Verdict);
        Assert.True(Item(findings, id) is { IsStop: true, State: CheckState.Risk });
        Assert.Equal(id, Assert.Single(StopFacts.Of(Sound with { Lists = [Listed(list)] }, Day)).Id);
    }

    [Fact]
    public void Liquidated_stops_and_liquidating_does_not()
    {
        Assert.Equal(Verdict.Stop, Run(Sound with { Statuses = [Status(CompanyStatus.Liquidated)] }).Verdict);
        Assert.Equal(Verdict.Attention, Run(Sound with { Statuses = [Status(CompanyStatus.Liquidating)] }).Verdict);
    }

    [Fact]
    public void A_bad_faith_supplier_stops_only_a_procurement()
    {
        var known = Sound with { Lists = [Listed("goszakup-rnu")] };

        Assert.Equal(Verdict.Stop, Run(known, CheckPurpose.Procurement).Verdict);
        Assert.Equal(Verdict.Attention, Run(known).Verdict);
    }

    [Fact]
    public void Arrears_over_six_mci_weigh_more_in_a_procurement()
    {
        var known = Sound with { Arrears = [Arrears(6.01m)] };

        Assert.Equal(Verdict.HighAttention, Run(known, CheckPurpose.Procurement).Verdict);
        Assert.Equal(Verdict.Attention, Run(known).Verdict);
        Assert.Equal(Verdict.NoRemarks, Run(Sound with { Arrears = [Arrears(6)] }, CheckPurpose.Procurement).Verdict);
    }

    [Fact]
    public void Enforcement_is_strong_over_a_tenth_of_income()
    {
        Enforcement Open(decimal amount) => new() { Bin = Bin, Source = "enforcement", Number = "1", Amount = amount, OpenedOn = Day.AddDays(-3) };

        Assert.Equal(Verdict.Attention, Run(Sound with { Enforcements = [Open(140)] }).Verdict);
        Assert.Equal(Verdict.HighAttention, Run(Sound with { Enforcements = [Open(141)] }).Verdict);
    }

    [Fact]
    public void Owners_without_a_person_behind_them_are_a_strong_sign()
    {
        var firm = new Owner { Bin = Bin, Source = "owners", Kind = OwnerKind.Founder, Party = "entity:150140000117", EntityBin = "150140000117", From = new DateOnly(2015, 2, 1), Share = 100 };
        var person = new Owner { Bin = Bin, Source = "owners", Kind = OwnerKind.BeneficialOwner, Party = "name:A", From = new DateOnly(2015, 2, 1), Share = 60 };

        Assert.Equal(Verdict.HighAttention, Run(Sound with { Owners = [firm] }).Verdict);
        Assert.Equal(Verdict.NoRemarks, Run(Sound with { Owners = [firm, person] }).Verdict);
        Assert.Equal(CheckState.NotChecked, Item(Run(Sound), "ownerDisclosed").State);
    }

    [Fact]
    public void An_unknown_number_stops_with_its_own_id()
    {
        var findings = Run(new EntityFacts { Bin = Bin }, inRegister: false);

        Assert.Equal(Verdict.Stop, findings.Verdict);
        Assert.True(Item(findings, CheckCatalogue.NoSuchEntity).IsStop);
    }

    [Fact]
    public void With_less_than_half_of_the_checks_made_there_is_not_enough_data()
    {
        var nothing = new Registry.Sources.SourceCalendar(Day, new Dictionary<string, DateOnly>());

        Assert.Equal(Verdict.NotEnoughData, Run(Old(), context: Context(sources: nothing)).Verdict);
        Assert.Equal(Verdict.Stop, Run(Old() with { Lists = [Listed("kgd-pseudo")] }, context: Context(sources: nothing)).Verdict);
    }

    [Fact]
    public void A_wrong_check_digit_is_a_remark_and_no_risk()
    {
        var item = Item(Run(Sound with { Bin = "150140000011" }), "checkDigit");

        Assert.Equal((CheckState.Fine, "checkDigitWrong"), (item.State, item.Note));
    }

    [Fact]
    public void Codes_survive_typing_and_show_a_slip()
    {
        var code = CheckCode.Draw();

        Assert.Matches("^KZ-DD-[2-9A-Z]{4}-[2-9A-Z]{4}$", code);
        Assert.True(CheckCode.TryParse(code.ToLowerInvariant()[6..].Replace("-", " ", StringComparison.Ordinal), out var read));
        Assert.Equal(code, read);
        var slip = code[..6] + (code[6] == 'A' ? 'B' : 'A') + code[7..];
        Assert.False(CheckCode.TryParse(slip, out _));
    }

    private static CheckFindings Run(
        EntityFacts known, CheckPurpose purpose = CheckPurpose.Contract, ScoringContext? context = null, bool inRegister = true)
    {
        var used = context ?? Context();
        return CheckCatalogue.Run(new CheckInput(known, IndexCalculator.Compute(known, used), used, purpose, inRegister));
    }

    private static CheckItem Item(CheckFindings findings, string id) => findings.Items.Single(i => i.Id == id);
}
