using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Certification;
using Registry.Data;
using Registry.Tests.Support;
using Xunit;
using static Registry.Tests.Certification.TestDesk;

namespace Registry.Tests.Certification;

public sealed class DecisionDeskTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task Label_is_granted_by_two_and_stands_in_the_public_log(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);

        var number = await desk.GrantAsync();

        var label = await desk.Labels.FindAsync(number.ToLowerInvariant(), None);
        Assert.NotNull(label);
        Assert.Equal(("KZ-CW-00001-5", LabelState.Valid, Company), (label.Number, label.State, label.Bin));
        Assert.Equal(["Кабель", "Щиты"], label.Products);
        Assert.Equal((TestRegister.Today, TestRegister.Today.AddYears(1).AddDays(-1)), (label.Since, label.Until));
        var log = await desk.Log.ReadAsync(null, None);
        Assert.Equal([DecisionKind.GrantLabel, DecisionKind.ActivateCertificate], log.Select(l => l.Kind));
        Assert.Equal(["2026-0002", "2026-0001"], log.Select(l => l.Number));
    }

    [Theory, EachDatabase]
    public async Task Nobody_decides_their_own_proposal_whatever_their_roles(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        await desk.ActivateCertificateAsync();
        var application = await desk.ApplyAsync();
        var proposal = Guid.Parse(Done(await desk.Decisions.ProposeAsync(Both, new Proposal(DecisionKind.GrantLabel, application, "Все условия выполнены"), None)));

        Assert.Equal("fourEyes", ReasonOf(await desk.Decisions.DecideAsync(Both, proposal, true, 1, null, None)));
        Assert.Equal(Permission.DecideLabels, Assert.IsType<DeskOutcome.Denied>(await desk.Decisions.DecideAsync(Staff, proposal, true, 1, null, None)).Missing);
        Assert.Empty(await desk.Labels.AllAsync(None));
        Done(await desk.Decisions.DecideAsync(Approver, proposal, true, 1, null, None));
        Assert.Single(await desk.Labels.AllAsync(None));
    }

    [Theory, EachDatabase]
    public async Task Who_may_not_write_writes_nothing(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);

        foreach (var actor in new[] { Actor.Guest, Approver, Auditor })
        {
            Assert.IsType<DeskOutcome.Denied>(await desk.Certificates.EnterAsync(actor, Input, None));
            Assert.IsType<DeskOutcome.Denied>(await desk.Decisions.ProposeAsync(actor, new Proposal(DecisionKind.RevokeLabel, "KZ-CW-00001-5", "Причина"), None));
            Assert.IsType<DeskOutcome.Denied>(await desk.Certificates.RecordAuditAsync(actor, CertificateNumber, new AuditInput(), None));
        }
        await using var db = desk.Database.CreateContext();
        Assert.False(await db.Certificates.AnyAsync(None));
        Assert.False(await db.AuditEntries.AnyAsync(e => !e.What.StartsWith("import."), None));
    }

    [Theory, EachDatabase]
    public async Task Grant_is_refused_while_a_condition_is_unmet(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        await desk.ActivateCertificateAsync();
        var application = Done(await desk.Applications.ApplyAsync(
            Staff, new ApplicationInput { Bin = Company, Certificate = CertificateNumber, Products = "Кабель" }, None));
        var grant = new Proposal(DecisionKind.GrantLabel, application, "Все условия выполнены");

        Assert.Equal(LabelReasons.ObligationsNotSigned, ReasonOf(await desk.Decisions.ProposeAsync(Staff, grant, None)));
        await desk.ImportAsync("certification-bodies", $"bin,accreditation,state\n{Body},{Accreditation},Suspended\n");
        var problems = Assert.IsType<DeskOutcome.Invalid>(await desk.Decisions.ProposeAsync(Staff, grant, None)).Problems;
        Assert.Equal([LabelReasons.AccreditationSuspended, LabelReasons.ObligationsNotSigned], problems.Select(p => p.Reason));
    }

    [Theory, EachDatabase]
    public async Task Conditions_are_asked_again_when_it_is_decided(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        await desk.ActivateCertificateAsync();
        var proposal = await desk.ProposeAsync(DecisionKind.GrantLabel, await desk.ApplyAsync());
        await desk.ImportAsync("certification-bodies", $"bin,accreditation,state\n{Body},{Accreditation},Withdrawn\n");

        Assert.Equal(LabelReasons.AccreditationWithdrawn, ReasonOf(await desk.Decisions.DecideAsync(Approver, proposal, true, 1, null, None)));
        Assert.Empty(await desk.Labels.AllAsync(None));
    }

    [Theory, EachDatabase]
    public async Task Review_freezes_lifting_frees_revocation_ends(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        var number = await desk.GrantAsync();

        Assert.Equal("notAhead", ReasonOf(await desk.Decisions.ProposeAsync(Staff, new Proposal(DecisionKind.FreezeLabel, number, "Публикация о подкупе", TestRegister.Today), None)));
        await desk.DecideAsync(DecisionKind.FreezeLabel, number, TestRegister.Today.AddDays(30));
        Assert.Equal(LabelState.UnderReview, await desk.StateAsync(number));
        await desk.DecideAsync(DecisionKind.LiftReview, number);
        Assert.Equal(LabelState.Valid, await desk.StateAsync(number));
        await desk.DecideAsync(DecisionKind.RevokeLabel, number);
        Assert.Equal(LabelState.Revoked, await desk.StateAsync(number));
        Assert.Equal(LabelReasons.Revoked, ReasonOf(await desk.Decisions.ProposeAsync(Staff, new Proposal(DecisionKind.LiftReview, number, "Передумали"), None)));
        Assert.Equal(
            [DecisionKind.RevokeLabel, DecisionKind.LiftReview, DecisionKind.FreezeLabel, DecisionKind.GrantLabel],
            (await desk.Log.ReadAsync(number, None)).Select(l => l.Kind));
    }

    [Theory, EachDatabase]
    public async Task State_follows_the_clock_without_anybodys_action(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        var number = await desk.GrantAsync();

        desk.At(new(2027, 3, 1));
        Assert.Equal(LabelState.Valid, await desk.StateAsync(number));
        desk.At(new(2027, 3, 2));
        Assert.Equal(LabelState.Suspended, await desk.StateAsync(number));
        Done(await desk.Certificates.RecordAuditAsync(
            Staff, CertificateNumber, new AuditInput { PlannedOn = new(2027, 3, 1), HeldOn = new(2027, 3, 2), Outcome = AuditOutcome.Passed }, None));
        Assert.Equal(LabelState.Valid, await desk.StateAsync(number));
        desk.At(new(2027, 11, 23));
        Assert.Equal(LabelState.Expired, await desk.StateAsync(number));
        await desk.DecideAsync(DecisionKind.RenewLabel, number);
        Assert.Equal(LabelState.Valid, await desk.StateAsync(number));
    }

    [Theory, EachDatabase]
    public async Task Proposal_decided_meanwhile_is_not_decided_twice(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        var number = await desk.GrantAsync();
        var proposal = await desk.ProposeAsync(DecisionKind.RevokeLabel, number);

        Assert.Equal("required", ReasonOf(await desk.Decisions.DecideAsync(Approver, proposal, false, 1, " ", None)));
        Done(await desk.Decisions.DecideAsync(Approver, proposal, false, 1, "Не доказано", None));
        Assert.IsType<DeskOutcome.Stale>(await desk.Decisions.DecideAsync(Approver, proposal, true, 1, null, None));
        Assert.Equal(LabelState.Valid, await desk.StateAsync(number));
    }

    [Theory, EachDatabase]
    public async Task Every_step_stands_in_the_trace(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        var number = await desk.GrantAsync();

        await using var db = desk.Database.CreateContext();
        var entries = (await db.AuditEntries.AsNoTracking().Where(e => !e.What.StartsWith("import.")).ToListAsync(None)).ConvertAll(e => (e.What, e.Subject));
        Assert.Contains(("certificate.entered", $"certificate:{CertificateNumber}"), entries);
        Assert.Contains(("certificate.submitted", $"certificate:{CertificateNumber}"), entries);
        Assert.Contains(("decision.activateCertificate", $"certificate:{CertificateNumber}"), entries);
        Assert.Contains(("decision.grantLabel", $"label:{number}"), entries);
        Assert.Equal(7, entries.Count);
    }
}
