using Microsoft.EntityFrameworkCore;
using Registry.Certification;
using Registry.Data;
using Registry.Facts;
using Registry.Tests.Support;
using Xunit;
using static Registry.Tests.Certification.TestDesk;

namespace Registry.Tests.Certification;

/// <summary>Whose word stands where the desk and a later import disagree.</summary>
public sealed class DeskHoldTests
{
    private const string Imported = "KZ.37001.0009";
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task Suspension_decided_here_outlives_the_same_file_and_yields_to_what_the_source_changes(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        await desk.ImportAsync("certificates", File("Active"));
        await desk.DecideAsync(DecisionKind.SuspendCertificate, Imported);
        desk.At(TestRegister.Today.AddDays(1));

        var again = await desk.TakeAsync("certificates", File("Active"));
        Assert.Equal(("heldByDesk", 2L), (Assert.Single(again.Problems).Reason, again.Problems[0].Row));
        Assert.Equal(0, again.Rejected);
        var held = await CertificateAsync(desk);
        Assert.Equal(CertificateState.Suspended, held.State);
        Assert.Equal(new SourceDifference("State", "Suspended", "Active"), Assert.Single(DeskHold.DifferencesOf(held)));
        Assert.Equal((0L, 1L), await CountsAsync(desk, File("Active")));

        // The source changes another field: that is taken, the state stays.
        await desk.TakeAsync("certificates", File("Active", scope: "Розничная торговля"));
        held = await CertificateAsync(desk);
        Assert.Equal((CertificateState.Suspended, "Розничная торговля"), (held.State, held.Scope));

        // The source takes validity away, which it always may, and both say the same from then on.
        await desk.TakeAsync("certificates", File("Withdrawn", scope: "Розничная торговля"));
        held = await CertificateAsync(desk);
        Assert.Equal((CertificateState.Withdrawn, null), (held.State, held.SourceSays));
    }

    [Theory, EachDatabase]
    public async Task Source_gives_nothing_back_that_two_people_took(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        await desk.ImportAsync("certificates", File("Active"));
        await desk.DecideAsync(DecisionKind.CancelCertificate, Imported);
        desk.At(TestRegister.Today.AddDays(1));

        await desk.TakeAsync("certificates", File("Suspended"));
        await desk.TakeAsync("certificates", File("Active"));

        Assert.Equal(CertificateState.Cancelled, (await CertificateAsync(desk)).State);
    }

    [Theory, EachDatabase]
    public async Task Certificate_entered_here_is_held_until_the_source_changes_what_it_said(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        await desk.ActivateCertificateAsync();
        Assert.Equal(DeskHold.NeverSpoke, (await CertificateAsync(desk, CertificateNumber)).SourceSays);
        string Said(string scope) => File("Active", scope, CertificateNumber, "2026-03-01", "2029-02-28");

        await desk.TakeAsync("certificates", Said("Иная область"));
        var held = await CertificateAsync(desk, CertificateNumber);
        Assert.Equal(Input.Scope, held.Scope);
        Assert.Equal(new SourceDifference("Scope", Input.Scope, "Иная область"), Assert.Single(DeskHold.DifferencesOf(held)));
        await desk.TakeAsync("certificates", Said("Новая область"));
        Assert.Equal("Новая область", (await CertificateAsync(desk, CertificateNumber)).Scope);
    }

    [Theory, EachDatabase]
    public async Task Suspension_said_by_the_source_reaches_a_certificate_entered_here(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        var label = await desk.GrantAsync();

        await desk.TakeAsync("certificates", File("Suspended", Input.Scope, CertificateNumber, "2026-03-01", "2029-02-28"));

        Assert.Equal(CertificateState.Suspended, (await CertificateAsync(desk, CertificateNumber)).State);
        Assert.Equal(LabelState.Suspended, await desk.StateAsync(label));
    }

    [Theory, EachDatabase]
    public async Task Audit_recorded_here_is_not_unsaid_by_an_old_plan(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        await desk.ImportAsync("certificates", File("Active"));
        await desk.ImportAsync("surveillance", Audits("2026-11-10,,"));
        Done(await desk.Certificates.RecordAuditAsync(
            Staff, Imported, new AuditInput { PlannedOn = new(2026, 11, 10), HeldOn = new(2026, 11, 20), Outcome = AuditOutcome.Passed }, None));
        desk.At(TestRegister.Today.AddDays(1));

        var again = await desk.TakeAsync("surveillance", Audits("2026-11-10,,"));
        Assert.Equal("heldByDesk", Assert.Single(again.Problems).Reason);
        Assert.Equal(new DateOnly(2026, 11, 20), (await AuditAsync(desk)).HeldOn);
        Assert.Single(DeskHold.DifferencesOf(await AuditAsync(desk)));

        await desk.TakeAsync("surveillance", Audits("2026-11-10,2026-11-21,Failed"));
        var said = await AuditAsync(desk);
        Assert.Equal((new DateOnly(2026, 11, 21), true, null), (said.HeldOn!.Value, said.Failed, said.SourceSays));
    }

    [Theory, EachDatabase]
    public async Task Label_granted_here_is_not_rewritten_by_a_file(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        var number = await desk.GrantAsync();

        var outcome = await desk.TakeAsync(
            "labels", $"number,bin,certificate,grantedOn,until,products\n{number},{Company},{CertificateNumber},2026-11-23,2036-11-23,Всё на свете\n");

        Assert.Equal("heldByDesk", Assert.Single(outcome.Problems).Reason);
        Assert.Equal((0L, 1L), (outcome.Changed, outcome.Unchanged));
        var label = await desk.Labels.FindAsync(number, None);
        Assert.Equal(["Кабель", "Щиты"], label!.Products);
        Assert.Equal(TestRegister.Today.AddYears(1).AddDays(-1), label.Until);
    }

    [Theory, EachDatabase]
    public async Task Review_opened_here_is_not_rewritten_by_a_file(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        var number = await desk.GrantAsync();
        await desk.DecideAsync(DecisionKind.FreezeLabel, number, TestRegister.Today.AddDays(30));
        await using var db = desk.Database.CreateContext();
        var entry = (await db.LabelEvents.SingleAsync(None)).Entry;

        var outcome = await desk.TakeAsync(
            "label-decisions", $"number,bin,decision,kind,decidedOn,deadline,reason\n{number},{Company},{entry},Freeze,2026-11-23,2036-11-23,Иначе\n");

        Assert.Equal("heldByDesk", Assert.Single(outcome.Problems).Reason);
        Assert.Equal(TestRegister.Today.AddDays(30), (await desk.Labels.FindAsync(number, None))!.Reasons.First(r => r.Id == LabelReasons.UnderReview).Until);
    }

    private static string File(
        string state, string scope = "Опт", string number = Imported, string issued = "2026-01-10", string expires = "2029-01-09") =>
        $"number,standard,bin,scope,bodyBin,accreditation,issuedOn,expiresOn,state\n{number},ISO 37001:2025,{Company},{scope},{Body},{Accreditation},{issued},{expires},{state}\n";

    private static string Audits(string row) => $"number,plannedOn,heldOn,outcome\n{Imported},{row}\n";

    private static async Task<(long Changed, long Unchanged)> CountsAsync(TestDesk desk, string file)
    {
        var outcome = await desk.TakeAsync("certificates", file);
        return (outcome.Changed, outcome.Unchanged);
    }

    private static async Task<Certificate> CertificateAsync(TestDesk desk, string number = Imported)
    {
        await using var db = desk.Database.CreateContext();
        return await db.Certificates.AsNoTracking().SingleAsync(c => c.Number == number && c.KnownTo == null, None);
    }

    private static async Task<Surveillance> AuditAsync(TestDesk desk)
    {
        await using var db = desk.Database.CreateContext();
        return await db.Surveillance.AsNoTracking().SingleAsync(a => a.Number == Imported && a.KnownTo == null, None);
    }
}
