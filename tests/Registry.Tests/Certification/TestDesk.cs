using Registry.Access;
using Registry.Audit;
using Registry.Certification;
using Registry.Data;
using Registry.Import;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Certification;

/// <summary>The desk over a register of its own, with a company that has everything for a label, and three people.</summary>
public sealed class TestDesk : IAsyncDisposable
{
    public const string Company = "230140000017";
    public const string Body = "960240000048";
    public const string Accreditation = "KZ.O.02.0001";
    public const string CertificateNumber = "KZ.37001.0001";

    private readonly TestRegister register;
    private readonly FactWriter writer;

    private TestDesk(TestRegister register)
    {
        this.register = register;
        var persons = new PersonDirectory(register.Database.Contexts, register.Database.Bulk);
        writer = new FactWriter(register.Database.Bulk, persons, new CompanyProjection(register.Database.Bulk));
        At(TestRegister.Today);
    }

    public static Actor Staff { get; } = Person(1, Role.CertificationStaff);
    public static Actor Colleague { get; } = Person(2, Role.CertificationStaff);
    public static Actor Approver { get; } = Person(3, Role.CertificationApprover);
    public static Actor Both { get; } = new(Actor.UserId(Id(4)), "Оба", [Role.CertificationStaff, Role.CertificationApprover], SignInKind.Password);
    public static Actor Auditor { get; } = Person(5, Role.Auditor);

    public TestDatabase Database => register.Database;
    public BusinessClock Clock { get; private set; } = null!;
    public CertificateDesk Certificates { get; private set; } = null!;
    public ApplicationDesk Applications { get; private set; } = null!;
    public DecisionDesk Decisions { get; private set; } = null!;
    public LabelReader Labels { get; private set; } = null!;
    public BulkEntry Bulk { get; private set; } = null!;
    public CompanyClaims Claims => new(Database.Contexts, new AuditTrail(Database.Contexts, Time), Time);
    public OwnCompanies Own { get; private set; } = null!;
    public CertificateReader Reader { get; private set; } = null!;
    public DecisionLog Log { get; private set; } = null!;
    public Microsoft.Extensions.Time.Testing.FakeTimeProvider Time => register.Time;

    public static CertificateInput Input { get; } = new()
    {
        Number = CertificateNumber, Standard = "ISO 37001:2025", Bin = Company, Scope = "Оптовая торговля", BodyBin = Body, Accreditation = Accreditation,
        IssuedOn = new(2026, 3, 1), ExpiresOn = new(2029, 2, 28),
    };

    public static async Task<TestDesk> CreateAsync(DatabaseProvider provider)
    {
        var desk = new TestDesk(await TestRegister.CreateAsync(provider));
        await desk.ImportAsync("company-names", "bin,language,from,name,to\n230140000017,en,2023-01-10,Kokzhiek Trade House LLP,\n");
        await desk.ImportAsync("egov-companies", """{"elements":[{"bin":"230140000017","nameru":"ТОО \"Кокжиек\"","namekz":"\"Көкжиек\" ЖШС","datereg":"2023-01-10","statusru":"Зарегистрирован"}]}""", "json");
        await desk.ImportAsync("certification-bodies", $"bin,accreditation,name,state,validUntil\n{Body},{Accreditation},СертКаз,Active,2030-01-01\n");
        return desk;
    }

    /// <summary>Sets the business clock to a day.</summary>
    public void At(DateOnly day)
    {
        Clock = new BusinessClock(Time, BusinessClock.StartOf(day).AddHours(9));
        var work = new DeskWork(Database.Contexts, Database.Bulk, writer, new AuditTrail(Database.Contexts, Time), Clock, Time);
        Certificates = new CertificateDesk(work);
        Applications = new ApplicationDesk(work);
        Decisions = new DecisionDesk(work, new DecisionEffects(work));
        var rows = new CompanyRows(Database.Contexts);
        Labels = new LabelReader(Database.Contexts, Database.Facts, rows, Clock);
        Reader = new CertificateReader(Database.Contexts, rows, Clock, Labels);
        Bulk = new BulkEntry(Certificates, Decisions, Reader, rows, Clock);
        Own = new OwnCompanies(Database.Contexts, Reader, Labels, rows);
        Log = new DecisionLog(Database.Contexts, rows, Clock);
    }

    /// <summary>An entrepreneur with an account of his own.</summary>
    public async Task<Actor> EntrepreneurAsync(params Role[] more)
    {
        var user = new User
        {
            Id = Guid.CreateVersion7(), Email = $"e{Guid.NewGuid():N}@example.kz", DisplayName = "Данияр Тестов", Roles = [Role.Entrepreneur, .. more],
            SecurityStamp = "1",
        };
        user.UserName = user.Email;
        await using var db = Database.CreateContext();
        db.Users.Add(user);
        await db.SaveChangesAsync();
        return new Actor(Actor.UserId(user.Id), user.DisplayName, user.Roles, SignInKind.Password);
    }

    /// <summary>An entrepreneur who speaks for <see cref="Company"/>.</summary>
    public async Task<Actor> SpeakerAsync(params Role[] more)
    {
        var actor = await EntrepreneurAsync(more);
        Assert.IsType<AccountChange.Done>(await Claims.BindAsync(Actor.System, actor.AccountId!.Value, Company, "Директор по приказу № 1", CancellationToken.None));
        return actor;
    }

    /// <summary>Imports a file and tells what became of it.</summary>
    public async Task<ImportOutcome> TakeAsync(string source, string content)
    {
        using var folder = new TemporaryFolder();
        var file = folder[$"{source}.csv"];
        await File.WriteAllTextAsync(file, content);
        return await new ImportRunner(Database.Contexts, writer, new AuditTrail(Database.Contexts, Time), Clock, Time)
            .RunAsync(Actor.System, new ImportRequest(source, [file]), null, CancellationToken.None);
    }

    /// <summary>Imports a file as of the business day; every row must come in.</summary>
    public async Task ImportAsync(string source, string content, string extension = "csv")
    {
        using var folder = new TemporaryFolder();
        var file = folder[$"{source}.{extension}"];
        await File.WriteAllTextAsync(file, content);
        var outcome = await new ImportRunner(Database.Contexts, writer, new AuditTrail(Database.Contexts, Time), Clock, Time)
            .RunAsync(Actor.System, new ImportRequest(source, [file], AcceptRemovals: true), null, CancellationToken.None);
        Assert.Null(outcome.Failure);
        Assert.Equal(0, outcome.Rejected);
    }

    /// <summary>Enters a certificate as two people do.</summary>
    public async Task ActivateCertificateAsync()
    {
        Done(await Certificates.EnterAsync(Staff, Input, CancellationToken.None));
        Done(await Certificates.MoveAsync(Staff, CertificateNumber, CertificateMove.Submit, null, CancellationToken.None));
        await DecideAsync(DecisionKind.ActivateCertificate, CertificateNumber);
    }

    /// <summary>Grants the company's label; returns its number.</summary>
    public async Task<string> GrantAsync()
    {
        await ActivateCertificateAsync();
        return await DecideAsync(DecisionKind.GrantLabel, await ApplyAsync());
    }

    public async Task<string> ApplyAsync() => Done(await Applications.ApplyAsync(
        Staff, new ApplicationInput { Bin = Company, Certificate = CertificateNumber, Products = "Кабель\nЩиты", ObligationsSigned = true }, CancellationToken.None));

    /// <summary>Staff propose, the approver approves; returns the subject.</summary>
    public async Task<string> DecideAsync(DecisionKind kind, string subject, DateOnly? deadline = null)
    {
        var id = await ProposeAsync(kind, subject, deadline);
        return Done(await Decisions.DecideAsync(Approver, id, approve: true, version: 1, null, CancellationToken.None));
    }

    public async Task<Guid> ProposeAsync(DecisionKind kind, string subject, DateOnly? deadline = null) =>
        Guid.Parse(Done(await Decisions.ProposeAsync(Staff, new Proposal(kind, subject, "Проверено по документам", deadline), CancellationToken.None)));

    public async Task<LabelState?> StateAsync(string number) => (await Labels.FindAsync(number, CancellationToken.None))?.State;

    public static string Done(DeskOutcome outcome) => Assert.IsType<DeskOutcome.Done>(outcome).Subject;

    public static string ReasonOf(DeskOutcome outcome) => Assert.Single(Assert.IsType<DeskOutcome.Invalid>(outcome).Problems).Reason;

    public async ValueTask DisposeAsync() => await register.DisposeAsync();

    private static Actor Person(byte id, Role role) => new(Actor.UserId(Id(id)), $"Человек {id}", [role], SignInKind.Password);

    private static Guid Id(byte id) => new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, id);
}
