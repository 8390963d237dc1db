using System.Text;
using Registry.Access;
using Registry.Audit;
using Registry.Certification;
using Registry.Data;
using Registry.Setup;
using Registry.Tests.Support;
using Xunit;
using static Registry.Tests.Certification.TestDesk;

namespace Registry.Tests.Certification;

public sealed class AttachmentTests
{
    private const string Subject = $"certificate:{CertificateNumber}";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 scan");

    [Theory, EachDatabase]
    public async Task File_is_kept_under_a_name_of_our_own_and_given_back(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        await desk.ActivateCertificateAsync();
        using var folder = new TemporaryFolder();
        var store = Store(desk, folder, new NoScanner());

        var id = Guid.Parse(Done(await store.AddAsync(Staff, Subject, "../../etc/скан<1>.pdf", new MemoryStream(Pdf), None)));

        Assert.Equal(id.ToString("N"), Path.GetFileName(Assert.Single(Directory.EnumerateFiles(folder["uploads"]))));
        var file = Assert.Single(await store.ListAsync(Auditor, Subject, None));
        Assert.Equal(("скан1.pdf", "application/pdf", (long)Pdf.Length), (file.Name, file.ContentType, file.Bytes));
        Assert.Equal(Pdf, (await store.OpenAsync(Auditor, id, None))?.Content);
        Assert.Null(await store.OpenAsync(Actor.Guest, id, None));
    }

    [Theory]
    [InlineData("<html><script>", "notAllowed")]
    [InlineData("", "tooLarge")]
    [InlineData("MZ-program.pdf", "notAllowed")]
    public async Task Content_that_is_no_document_is_refused_whatever_its_name(string content, string reason)
    {
        await using var desk = await CreateAsync(DatabaseProvider.Sqlite);
        using var folder = new TemporaryFolder();

        Assert.Equal(reason, ReasonOf(await Store(desk, folder, new NoScanner()).AddAsync(Staff, Subject, "a.pdf", new MemoryStream(Encoding.UTF8.GetBytes(content)), None)));
        Assert.False(Directory.Exists(folder["uploads"]));
    }

    [Fact]
    public async Task File_over_the_bound_is_refused()
    {
        await using var desk = await CreateAsync(DatabaseProvider.Sqlite);
        using var folder = new TemporaryFolder();
        var large = new byte[AttachmentStore.LargestFile + 1];
        Pdf.CopyTo(large, 0);

        Assert.Equal("tooLarge", ReasonOf(await Store(desk, folder, new NoScanner()).AddAsync(Staff, Subject, "a.pdf", new MemoryStream(large), None)));
    }

    [Fact]
    public async Task File_is_refused_while_its_scanner_does_not_answer()
    {
        await using var desk = await CreateAsync(DatabaseProvider.Sqlite);
        await desk.ActivateCertificateAsync();
        using var folder = new TemporaryFolder();

        Assert.Equal("notScanned", ReasonOf(await Store(desk, folder, new ClamdScanner("127.0.0.1", 1, desk.Time)).AddAsync(Staff, Subject, "a.pdf", new MemoryStream(Pdf), None)));
    }

    [Fact]
    public async Task Scanner_sees_every_byte_and_its_verdict_decides()
    {
        await using var desk = await CreateAsync(DatabaseProvider.Sqlite);
        await desk.ActivateCertificateAsync();
        using var folder = new TemporaryFolder();
        await using var clamd = new SomeClamd();
        var store = Store(desk, folder, new ClamdScanner("127.0.0.1", clamd.Port, desk.Time));
        var large = new byte[200_000];
        Pdf.CopyTo(large, 0);

        Done(await store.AddAsync(Staff, Subject, "a.pdf", new MemoryStream(large), None));
        Assert.Equal(large.Length, clamd.Seen);
        Encoding.ASCII.GetBytes(SomeClamd.Virus).CopyTo(large, large.Length - 50);
        Assert.Equal("infected", ReasonOf(await store.AddAsync(Staff, Subject, "a.pdf", new MemoryStream(large), None)));
        Assert.Single(await store.ListAsync(Auditor, Subject, None));
        Assert.Single(Directory.EnumerateFiles(folder["uploads"]));
    }

    [Fact]
    public async Task Scanner_without_a_verdict_lets_nothing_in()
    {
        await using var desk = await CreateAsync(DatabaseProvider.Sqlite);
        await desk.ActivateCertificateAsync();
        using var folder = new TemporaryFolder();
        await using var small = new SomeClamd { Limit = 5 };
        await using var silent = new SomeClamd { IsSilent = true };

        Task<DeskOutcome> AddAsync(SomeClamd clamd) =>
            Store(desk, folder, new ClamdScanner("127.0.0.1", clamd.Port, desk.Time)).AddAsync(Staff, Subject, "a.pdf", new MemoryStream(Pdf), None);
        Assert.Equal("notScanned", ReasonOf(await AddAsync(small)));
        var waiting = AddAsync(silent);
        await silent.Asked.Task;
        desk.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("notScanned", ReasonOf(await waiting));
    }

    [Fact]
    public async Task Who_may_not_edit_attaches_nothing()
    {
        await using var desk = await CreateAsync(DatabaseProvider.Sqlite);
        using var folder = new TemporaryFolder();

        Assert.IsType<DeskOutcome.Denied>(await Store(desk, folder, new NoScanner()).AddAsync(Approver, Subject, "a.pdf", new MemoryStream(Pdf), None));
    }

    private static AttachmentStore Store(TestDesk desk, TemporaryFolder folder, IVirusScanner scanner)
    {
        var settings = new RegistrySettings
        {
            DataDirectory = folder.Path, Provider = desk.Database.Provider, ConnectionString = desk.Database.ConnectionString, Demo = false, RequestsPerMinute = 0,
        };
        return new(desk.Database.Contexts, settings, scanner, new AuditTrail(desk.Database.Contexts, desk.Time), desk.Time);
    }
}
