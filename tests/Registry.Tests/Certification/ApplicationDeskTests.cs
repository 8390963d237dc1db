using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Certification;
using Registry.Data;
using Registry.Tests.Support;
using Xunit;
using static Registry.Tests.Certification.TestDesk;

namespace Registry.Tests.Certification;

public sealed class ApplicationDeskTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly ApplicationInput Application = new()
    {
        Bin = Company, Certificate = CertificateNumber, Products = "Кабель\nЩиты\nкабель", ObligationsSigned = true,
    };

    [Theory, EachDatabase]
    public async Task Entrepreneur_applies_for_his_company_and_two_others_decide(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        await desk.ActivateCertificateAsync();
        var owner = await desk.SpeakerAsync();

        var application = Done(await desk.Applications.ApplyAsync(owner, Application, None));
        Assert.Equal(ApplicationState.Filed, (await desk.Own.ReadAsync(owner, Company, None))?.Open?.State);
        var number = await desk.DecideAsync(DecisionKind.GrantLabel, application);

        var own = await desk.Own.ReadAsync(owner, Company, None);
        Assert.NotNull(own);
        Assert.Equal((null, true), (own.Open, own.HasRunningLabel));
        Assert.Equal((number, LabelState.Valid), (Assert.Single(own.Labels).Number, own.Labels[0].State));
        Assert.Equal("Кабель\nЩиты", Assert.Single(own.Applications).Products);
        await using var db = desk.Database.CreateContext();
        Assert.Equal(owner.Id, (await db.AuditEntries.SingleAsync(e => e.What == "label.applied", None)).ActorId);
    }

    [Theory, EachDatabase]
    public async Task Who_does_not_speak_for_the_company_files_and_reads_nothing(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        await desk.ActivateCertificateAsync();
        var stranger = await desk.EntrepreneurAsync();
        var former = await desk.SpeakerAsync();
        var claim = Assert.Single(await desk.Claims.OwnAsync(former, None));
        Assert.IsType<AccountChange.Done>(await desk.Claims.EndAsync(Actor.System, claim.Id, claim.Version, "Уволен", None));
        var asked = await desk.EntrepreneurAsync();
        Assert.IsType<AccountChange.Done>(await desk.Claims.AskAsync(asked, Company, "Директор по приказу № 2", None));
        var key = new Actor(Actor.KeyId(Guid.NewGuid()), "ключ", [Role.Entrepreneur], SignInKind.ApiKey);

        foreach (var actor in new[] { stranger, former, asked, key, Actor.Guest, Approver, Auditor })
        {
            Assert.IsType<DeskOutcome.Denied>(await desk.Applications.ApplyAsync(actor, Application, None));
            Assert.Null(await desk.Own.ReadAsync(actor, Company, None));
        }
        await using var db = desk.Database.CreateContext();
        Assert.False(await db.LabelApplications.AnyAsync(None));
    }

    [Theory, EachDatabase]
    public async Task Company_has_one_application_at_a_time(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        await desk.ActivateCertificateAsync();
        var owner = await desk.SpeakerAsync();
        var first = Guid.Parse(Done(await desk.Applications.ApplyAsync(owner, Application, None)));

        Assert.Equal("applicationOpen", ReasonOf(await desk.Applications.ApplyAsync(owner, Application, None)));
        Assert.Equal("applicationOpen", ReasonOf(await desk.Applications.ApplyAsync(Staff, Application, None)));
        Assert.IsType<DeskOutcome.NotFound>(await desk.Applications.WithdrawAsync(await desk.EntrepreneurAsync(), first, 1, None));
        Assert.IsType<DeskOutcome.Stale>(await desk.Applications.WithdrawAsync(owner, first, 7, None));
        Done(await desk.Applications.WithdrawAsync(owner, first, 1, None));
        Done(await desk.Applications.ApplyAsync(owner, Application, None));
    }

    [Theory, EachDatabase]
    public async Task Applicant_reads_why_the_application_came_back_or_was_refused(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        await desk.ActivateCertificateAsync();
        var owner = await desk.SpeakerAsync();
        var first = Guid.Parse(Done(await desk.Applications.ApplyAsync(owner, Application, None)));
        Assert.IsType<DeskOutcome.Denied>(await desk.Applications.ReturnAsync(owner, first, 1, "Уточните перечень", None));
        Assert.Equal("required", ReasonOf(await desk.Applications.ReturnAsync(Staff, first, 1, " ", None)));
        Done(await desk.Applications.ReturnAsync(Staff, first, 1, "Уточните перечень", None));
        Assert.Equal("notOpen", ReasonOf(await desk.Decisions.ProposeAsync(Staff, new Proposal(DecisionKind.GrantLabel, first.ToString(), "Всё выполнено"), None)));

        var second = Done(await desk.Applications.ApplyAsync(owner, Application, None));
        var proposal = await desk.ProposeAsync(DecisionKind.GrantLabel, second);
        Done(await desk.Decisions.DecideAsync(Approver, proposal, approve: false, 1, "Обязательства подписал не директор", None));

        Assert.Equal(
            [(ApplicationState.Rejected, "Обязательства подписал не директор"), (ApplicationState.Returned, "Уточните перечень")],
            (await desk.Own.ReadAsync(owner, Company, None))!.Applications.OrderBy(a => a.State).Select(a => (a.State, a.Answer ?? "")));
    }

    [Theory, EachDatabase]
    public async Task Nobody_proposes_or_decides_about_a_company_that_he_speaks_for(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        await desk.ActivateCertificateAsync();
        var staff = await desk.SpeakerAsync(Role.CertificationStaff);
        var approver = await desk.SpeakerAsync(Role.CertificationApprover);
        var application = await desk.ApplyAsync();
        var grant = new Proposal(DecisionKind.GrantLabel, application, "Все условия выполнены");

        Assert.Equal("ownCompany", ReasonOf(await desk.Decisions.ProposeAsync(staff, grant, None)));
        var proposal = Guid.Parse(Done(await desk.Decisions.ProposeAsync(Staff, grant, None)));
        Assert.Equal("fourEyes", ReasonOf(await desk.Decisions.DecideAsync(approver, proposal, approve: true, 1, null, None)));
        Done(await desk.Decisions.DecideAsync(Approver, proposal, approve: true, 1, null, None));
    }
}
