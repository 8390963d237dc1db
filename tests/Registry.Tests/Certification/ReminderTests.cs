using System.Text;
using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Certification;
using Registry.Data;
using Registry.Notifications;
using Registry.Setup;
using Registry.Tests.Support;
using Xunit;
using static Registry.Tests.Certification.TestDesk;

namespace Registry.Tests.Certification;

public sealed class ReminderTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task Each_reminder_is_written_once_to_each_member_of_staff(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        await desk.ActivateCertificateAsync();
        await AddAsync(desk, "staff@example.kz", Role.CertificationStaff);
        await AddAsync(desk, "approver@example.kz", Role.CertificationApprover);

        Assert.Equal(0, await WriteAsync(desk, new(2026, 12, 30)));
        Assert.Equal(1, await WriteAsync(desk, new(2026, 12, 31)));
        Assert.Equal(0, await WriteAsync(desk, new(2027, 1, 1)));
        Assert.Equal(1, await WriteAsync(desk, new(2027, 1, 30)));
        Assert.Equal(1, await WriteAsync(desk, new(2027, 2, 22)));
        Assert.Equal(1, await WriteAsync(desk, new(2027, 3, 2)));
        await using var db = desk.Database.CreateContext();
        Assert.Equal(["staff@example.kz"], await db.Outbox.Select(m => m.To).Distinct().ToListAsync(None));
        Assert.All(await db.Outbox.ToListAsync(None), mail => Assert.Contains(CertificateNumber, mail.Subject, StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task Mail_waits_while_no_server_takes_it(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        await desk.ActivateCertificateAsync();
        await AddAsync(desk, "staff@example.kz", Role.CertificationStaff);
        await WriteAsync(desk, new(2027, 3, 2));
        desk.Time.Advance(TimeSpan.FromMinutes(1));

        // Nothing listens there.
        var outbox = new Outbox(desk.Database.Contexts, Server(1, desk), desk.Time);
        Assert.Equal(0, await outbox.SendDueAsync(None));

        await using var db = desk.Database.CreateContext();
        var mail = Assert.Single(await db.Outbox.ToListAsync(None));
        Assert.Equal((null, 1), (mail.SentAt, mail.Tries));
        Assert.NotNull(mail.Error);
        Assert.Equal(desk.Time.GetUtcNow() + TimeSpan.FromMinutes(1), mail.NextTryAt);
    }

    [Theory, EachDatabase]
    public async Task Reminder_refused_at_first_is_delivered_later_and_only_once(DatabaseProvider provider)
    {
        await using var receiver = new SmtpReceiver { Refuses = true };
        await using var desk = await CreateAsync(provider);
        await desk.ActivateCertificateAsync();
        await AddAsync(desk, "staff@example.kz", Role.CertificationStaff);
        await WriteAsync(desk, new(2027, 3, 2));
        var outbox = new Outbox(desk.Database.Contexts, Server(receiver.Port, desk), desk.Time);

        Assert.Equal(0, await outbox.SendDueAsync(None));
        Assert.Empty(receiver.Taken);
        await using (var db = desk.Database.CreateContext())
            Assert.NotNull(Assert.Single(await db.Outbox.ToListAsync(None)).Error);
        receiver.Refuses = false;
        // Not before its pause is over.
        Assert.Equal(0, await outbox.SendDueAsync(None));
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        // Two nodes at once.
        Assert.Equal(1, (await Task.WhenAll(outbox.SendDueAsync(None), new Outbox(desk.Database.Contexts, Server(receiver.Port, desk), desk.Time).SendDueAsync(None))).Sum());
        desk.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await outbox.SendDueAsync(None));

        var mail = Assert.Single(receiver.Taken);
        await using var after = desk.Database.CreateContext();
        var sent = Assert.Single(await after.Outbox.ToListAsync(None));
        Assert.Equal(("staff@example.kz", $"<{sent.Id:N}@example.kz>"), (mail.To, mail.Header("Message-ID")));
        Assert.Contains(CertificateNumber, TextOf(mail), StringComparison.Ordinal);
        Assert.Contains("Надзорный аудит просрочен", TextOf(mail), StringComparison.Ordinal);
        Assert.Equal((null, 2), (sent.Error, sent.Tries));
        Assert.NotNull(sent.SentAt);
    }

    [Fact]
    public async Task Server_that_says_nothing_is_not_waited_for_without_end()
    {
        await using var receiver = new SmtpReceiver { IsSilent = true };
        await using var desk = await CreateAsync(DatabaseProvider.Sqlite);
        await desk.ActivateCertificateAsync();
        await AddAsync(desk, "staff@example.kz", Role.CertificationStaff);
        await WriteAsync(desk, new(2027, 3, 2));

        var sending = new Outbox(desk.Database.Contexts, Server(receiver.Port, desk), desk.Time).SendDueAsync(None);
        await receiver.Connected.Task;
        desk.Time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(0, await sending);
        await using var db = desk.Database.CreateContext();
        Assert.Contains("in time", Assert.Single(await db.Outbox.ToListAsync(None)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Queues_follow_the_days()
    {
        var position = CertificatePosition.Of([SomeLabel.TheCertificate], SomeLabel.Whole.Surveillance, [SomeLabel.TheBody], SomeLabel.Today);
        Assert.NotNull(position);

        IReadOnlyList<CertificateQueue> On(DateOnly day) => CertificateQueues.Of(position, isUnderDecision: false, day);
        Assert.Empty(On(new(2027, 3, 12)));
        Assert.Equal([CertificateQueue.SurveillanceIn60Days], On(new(2027, 3, 13)));
        Assert.Equal([CertificateQueue.SurveillanceIn30Days], On(new(2027, 4, 12)));
        Assert.Equal([CertificateQueue.SurveillanceIn7Days], On(new(2027, 5, 5)));
        Assert.Equal([CertificateQueue.SurveillanceIn7Days], On(new(2027, 5, 12)));
        Assert.Equal([CertificateQueue.SurveillanceOverdue], On(new(2027, 5, 13)));
    }

    private static MailServer Server(int port, TestDesk desk) =>
        new(new SmtpSettings("127.0.0.1", port, "register@example.kz", null, null, Tls: false), desk.Time);

    /// <summary>The body, decoded.</summary>
    private static string TextOf(ReceivedMail mail)
    {
        var body = mail.Content[(mail.Content.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return mail.Header("Content-Transfer-Encoding") is "base64" ? Encoding.UTF8.GetString(Convert.FromBase64String(body)) : body;
    }

    private static async Task<int> WriteAsync(TestDesk desk, DateOnly day)
    {
        desk.At(day);
        using var folder = new TemporaryFolder();
        var settings = new RegistrySettings
        {
            DataDirectory = folder.Path, Provider = desk.Database.Provider, ConnectionString = desk.Database.ConnectionString, Demo = false, RequestsPerMinute = 0,
        };
        var colleagues = new Colleagues(desk.Database.Contexts, desk.Time);
        return await new Reminders(desk.Database.Contexts, desk.Reader, colleagues, settings, desk.Clock, desk.Time).WriteAsync(None);
    }

    private static async Task AddAsync(TestDesk desk, string email, Role role)
    {
        await using var db = desk.Database.CreateContext();
        db.Users.Add(new User
        {
            Id = Guid.CreateVersion7(), Email = email, NormalizedEmail = email.ToUpperInvariant(), UserName = email, NormalizedUserName = email.ToUpperInvariant(),
            DisplayName = "Сотрудник", Roles = [role],
        });
        await db.SaveChangesAsync(None);
    }
}
