using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access;
using Registry.Certification;
using Registry.Data;
using Registry.Import;
using Registry.Notifications;
using Registry.Setup;
using Registry.Tests.Support;
using Registry.Tests.Web.Access;
using Registry.Tests.Web.Api;
using Xunit;

namespace Registry.Tests.Web.Certification;

/// <summary>The host with the mail server and the virus scanner of its settings, both by wire.</summary>
public sealed class OutsideServersTests
{
    private const string Number = "KZ.OUT.1";

    [Fact]
    public async Task Reminder_goes_to_the_mail_server_of_the_settings_once()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var receiver = new SmtpReceiver();
        await using var host = await HostAsync(new Dictionary<string, string>
        {
            ["Registry:Smtp:Host"] = "127.0.0.1",
            ["Registry:Smtp:Port"] = receiver.Port.ToString(CultureInfo.InvariantCulture),
            ["Registry:Smtp:From"] = "register@example.kz",
            ["Registry:Smtp:Tls"] = "false",
        });
        var (email, _, _) = await Visitor.AccountAsync(host, Role.CertificationStaff);

        var written = await host.Services.GetRequiredService<Reminders>().WriteAsync(cancel);
        Assert.InRange(written, 1, 10);
        await host.Services.GetRequiredService<Outbox>().SendDueAsync(cancel);
        // The turn of the day may have been faster with some of them.
        while (await WaitingAsync(host, cancel))
            await Task.Yield();
        await host.Services.GetRequiredService<Outbox>().SendDueAsync(cancel);

        Assert.Equal(written, receiver.Taken.Count);
        Assert.All(receiver.Taken, mail => Assert.Equal(email, mail.To));
        Assert.Equal(written, receiver.Taken.Select(mail => mail.Header("Message-ID")).Distinct().Count());
    }

    [Fact]
    public async Task Upload_passes_the_scanner_of_the_settings()
    {
        await using var clamd = new SomeClamd();
        await using var host = await HostAsync(new Dictionary<string, string>
        {
            ["Registry:VirusScanner:Host"] = "127.0.0.1",
            ["Registry:VirusScanner:Port"] = clamd.Port.ToString(CultureInfo.InvariantCulture),
        });
        var store = host.Services.GetRequiredService<AttachmentStore>();
        Task<DeskOutcome> AddAsync(string content) => store.AddAsync(
            SomeActor.With(Role.CertificationStaff), $"certificate:{Number}", "a.pdf", new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.7 " + content)), CancellationToken.None);

        Assert.IsType<DeskOutcome.Invalid>(await AddAsync(SomeClamd.Virus));
        Assert.False(Directory.Exists(host.Services.GetRequiredService<RegistrySettings>().UploadDirectory));
        Assert.IsType<DeskOutcome.Done>(await AddAsync("scan"));
        Assert.Single(Directory.EnumerateFiles(host.Services.GetRequiredService<RegistrySettings>().UploadDirectory));
    }

    /// <summary>A host with a certificate that ends in a month.</summary>
    private static async Task<RegisterHost> HostAsync(IReadOnlyDictionary<string, string> settings)
    {
        var host = new RegisterHost { Settings = settings };
        await host.InitializeAsync();
        var today = host.Services.GetRequiredService<BusinessClock>().Today;
        string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var folder = new TemporaryFolder();
        var file = folder["certificates.csv"];
        await File.WriteAllTextAsync(
            file, $"number,standard,bin,issuedOn,expiresOn,state\n{Number},ISO 37001:2016,{RegisterHost.Known},{Day(today.AddYears(-2))},{Day(today.AddDays(30))},Active\n");
        var outcome = await host.Services.GetRequiredService<ImportRunner>().RunAsync(Actor.System, new ImportRequest("certificates", [file]), null, CancellationToken.None);
        Assert.Equal((null, 1L), (outcome.Failure, outcome.Added));
        return host;
    }

    private static async Task<bool> WaitingAsync(RegisterHost host, CancellationToken cancel)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<RegistryDbContext>>().CreateDbContextAsync(cancel);
        return await db.Outbox.AnyAsync(m => m.SentAt == null, cancel);
    }
}
