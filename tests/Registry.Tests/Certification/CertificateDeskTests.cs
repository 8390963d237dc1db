using Registry.Certification;
using Registry.Data;
using Registry.Tests.Support;
using Xunit;
using static Registry.Tests.Certification.TestDesk;

namespace Registry.Tests.Certification;

public sealed class CertificateDeskTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task Edit_with_a_stale_version_is_refused_and_shown_field_by_field(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        Done(await desk.Certificates.EnterAsync(Staff, Input, None));
        Done(await desk.Certificates.EditAsync(Colleague, Input, Input with { Scope = "Розничная торговля", ExpiresOn = new(2029, 1, 31) }, None));

        var outcome = await desk.Certificates.EditAsync(Staff, Input, Input with { Scope = "Услуги" }, None);

        Assert.Equal(
            [new("Scope", "Оптовая торговля", "Розничная торговля", "Услуги"), new FieldConflict("ExpiresOn", "2029-02-28", "2029-01-31", "2029-02-28")],
            Assert.IsType<DeskOutcome.Stale>(outcome).Conflicts);
        Assert.Equal("Розничная торговля", (await desk.Reader.RecordsAsync(CertificateNumber, None))[0].Position.Certificate.Scope);
    }

    [Theory, EachDatabase]
    public async Task Application_changed_meanwhile_is_shown_field_by_field(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        await desk.ActivateCertificateAsync();
        var seen = new ApplicationInput { Bin = Company, Certificate = CertificateNumber, Products = "Кабель\nЩиты", ObligationsSigned = true };
        var id = Guid.Parse(await desk.ApplyAsync());
        Done(await desk.Applications.EditAsync(Colleague, id, 1, seen, seen with { Products = "Кабель" }, None));

        var outcome = await desk.Applications.EditAsync(Staff, id, 1, seen, seen with { Products = "Щиты" }, None);

        Assert.Equal(new FieldConflict("Products", "Кабель; Щиты", "Кабель", "Щиты"), Assert.Single(Assert.IsType<DeskOutcome.Stale>(outcome).Conflicts));
    }

    [Theory, EachDatabase]
    public async Task Draft_is_no_business_of_strangers(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        Done(await desk.Certificates.EnterAsync(Staff, Input, None));

        Assert.Empty(await desk.Reader.PublicAsync(None));
        await desk.ImportAsync("certificates", "number,standard,bin,issuedOn,expiresOn,state\nKZ.3049.1,СТ РК 3049,230140000017,2026-01-10,2029-01-09,Active\n");
        Assert.Equal("KZ.3049.1", Assert.Single(await desk.Reader.PublicAsync(None)).Number);
    }

    [Theory, EachDatabase]
    public async Task Suspension_and_withdrawal_take_two(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        await desk.ActivateCertificateAsync();

        Assert.Equal("takesTwo", ReasonOf(await desk.Certificates.MoveAsync(Staff, CertificateNumber, CertificateMove.Suspend, null, None)));
        Assert.Equal("notOpen", ReasonOf(await desk.Decisions.ProposeAsync(Staff, new Proposal(DecisionKind.WithdrawCertificate, CertificateNumber, "Нарушения"), None)));
        await desk.DecideAsync(DecisionKind.SuspendCertificate, CertificateNumber);
        await desk.DecideAsync(DecisionKind.WithdrawCertificate, CertificateNumber);
        Assert.Equal(CertificateState.Withdrawn, Assert.Single(await desk.Reader.PublicAsync(None)).State);
    }

    [Fact]
    public void Input_is_held_to_the_cycle_and_the_edition()
    {
        var problems = CertificateRules.Check(
            Input with { Number = " ", Bin = "1", IssuedOn = new(2024, 1, 1), ExpiresOn = new(2027, 1, 2), OriginallyIssuedOn = new(2025, 1, 1) }, TestRegister.Today);

        Assert.Equal(
            ["Number required", "Bin notABin", "IssuedOn beforeEdition", "ExpiresOn overThreeYears", "OriginallyIssuedOn afterIssuedOn"],
            problems.Select(p => $"{p.Field} {p.Reason}"));
        Assert.Empty(CertificateRules.Check(Input, TestRegister.Today));
    }

    [Theory, EachDatabase]
    public async Task Import_takes_labels_over_in_any_order_of_the_files_and_the_state_follows(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        await desk.ImportAsync("surveillance", "number,plannedOn,heldOn,outcome\nKZ.37001.0009,2026-10-01,,\n");
        await desk.ImportAsync("labels", "number,bin,certificate,grantedOn,until,products\nKZ-CW-00417-3,230140000017,KZ.37001.0009,2026-07-01,2027-06-30,Кабель;Щиты\n");
        Assert.Equal(LabelState.Suspended, await desk.StateAsync("KZ-CW-00417-3"));
        await desk.ImportAsync("certificates", $"number,standard,bin,bodyBin,accreditation,issuedOn,expiresOn,state\nKZ.37001.0009,ISO 37001:2025,230140000017,{Body},{Accreditation},2026-01-10,2029-01-09,Active\n");
        var label = await desk.Labels.FindAsync("kz-cw-00417-3", None);
        Assert.Equal(LabelReasons.SurveillanceOverdue, Assert.Single(label!.Reasons).Id);
        await desk.ImportAsync("surveillance", "number,plannedOn,heldOn,outcome\nKZ.37001.0009,2026-10-01,2026-11-20,Passed\n");
        Assert.Equal(LabelState.Valid, await desk.StateAsync("KZ-CW-00417-3"));
        // A list of bodies that lacks it takes the accreditation away.
        await desk.ImportAsync("certification-bodies", "bin,accreditation,state\n070540001424,KZ.O.02.0077,Active\n");
        Assert.Equal(LabelState.Suspended, await desk.StateAsync("KZ-CW-00417-3"));
        Assert.Null(await desk.StateAsync("KZ-CW-00147-3"));
    }

    [Theory, EachDatabase]
    public async Task Audit_or_accreditation_touches_the_holder(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        await desk.ActivateCertificateAsync();
        long Version() => desk.Database.CreateContext().Companies.First(c => c.Bin == Company).Version;
        var before = Version();

        await desk.ImportAsync("surveillance", $"number,plannedOn,heldOn,outcome\n{CertificateNumber},2026-12-01,,\n");
        Assert.Equal(before + 1, Version());
        await desk.ImportAsync("certification-bodies", $"bin,accreditation,state\n{Body},{Accreditation},Suspended\n");
        Assert.Equal(before + 2, Version());
    }
}
