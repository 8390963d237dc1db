using Microsoft.EntityFrameworkCore;
using Registry.Certification;
using Registry.Data;
using Registry.Tests.Support;
using Xunit;
using static Registry.Tests.Certification.TestDesk;

namespace Registry.Tests.Certification;

public sealed class BulkEntryTests
{
    private const string Reason = "Перечень органа от 20.11.2026";
    private const string Header = "number,standard,bin,scope,bodyBin,accreditation,issuedOn,expiresOn,state\n";
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task Preview_writes_nothing_and_commit_hands_every_sound_row_to_somebody_else(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);

        var preview = await PreviewAsync(desk, Row("A-1"), Row("A-2"));
        Assert.Equal(2, preview.Sound);
        Assert.Equal(0, await CountAsync(desk));
        Assert.All(await desk.Bulk.EnterAsync(Staff, preview, Reason, None), o => Assert.IsType<DeskOutcome.Done>(o));

        await using var db = desk.Database.CreateContext();
        Assert.All(await db.Certificates.Where(c => c.KnownTo == null).ToListAsync(None), c => Assert.Equal(CertificateState.Submitted, c.State));
        var waiting = await db.Decisions.ToListAsync(None);
        Assert.Equal(["A-1", "A-2"], waiting.Select(d => d.Subject).Order(StringComparer.Ordinal));
        Assert.All(waiting, d => Assert.Equal((DecisionState.Proposed, DecisionKind.ActivateCertificate, Staff.Id), (d.State, d.Kind, d.ProposedBy)));
    }

    [Theory, EachDatabase]
    public async Task Same_file_again_enters_nothing(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        await desk.Bulk.EnterAsync(Staff, await PreviewAsync(desk, Row("A-1"), Row("A-2")), Reason, None);

        var again = await PreviewAsync(desk, Row("A-1"), Row("A-2"), Row("A-3"), Row("A-3"));

        Assert.Equal(["taken", "taken", "", "taken"], again.Rows.Select(r => r.Problems is [var first, ..] ? first.Reason : ""));
        Done(Assert.Single(await desk.Bulk.EnterAsync(Staff, again, Reason, None)));
        Assert.Equal(3, await CountAsync(desk));
    }

    [Theory, EachDatabase]
    public async Task Bad_rows_are_named_by_field_and_do_not_keep_the_others_out(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);

        var preview = await PreviewAsync(
            desk, Row("A-1"), Row("A-2").Replace("2026-03-01", "01.13.2026", StringComparison.Ordinal),
            Row("A-3").Replace(Company, "120940007330", StringComparison.Ordinal), Row("A-4").Replace("2029-02-28", "2031-02-28", StringComparison.Ordinal));

        Assert.Equal([2L, 3L, 4L, 5L], preview.Rows.Select(r => r.Row));
        Assert.Equal(
            ["", "issuedOn notADate", "Bin companyUnknown", "ExpiresOn overThreeYears"],
            preview.Rows.Select(r => string.Join(';', r.Problems.Select(p => $"{p.Field} {p.Reason}"))));
        Done(Assert.Single(await desk.Bulk.EnterAsync(Staff, preview, Reason, None)));
        Assert.Equal(1, await CountAsync(desk));
    }

    [Theory, EachDatabase]
    public async Task Stop_in_the_middle_leaves_whole_rows_and_the_same_file_finishes_the_work(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        var preview = await PreviewAsync(desk, Row("A-1"), Row("A-2"), Row("A-3"));
        // As far as the process came: the first row and no further.
        Done(Assert.Single(await desk.Bulk.EnterAsync(Staff, preview with { Rows = [preview.Rows[0]] }, Reason, None)));

        var rest = await PreviewAsync(desk, Row("A-1"), Row("A-2"), Row("A-3"));
        Assert.Equal(2, rest.Sound);
        Assert.Equal(2, (await desk.Bulk.EnterAsync(Staff, rest, Reason, None)).Count(o => o is DeskOutcome.Done));
        Assert.Equal(3, await CountAsync(desk));
    }

    [Theory, EachDatabase]
    public async Task Cancelled_in_the_middle_of_a_row_it_leaves_a_record_that_the_desk_shows(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        var preview = await PreviewAsync(desk, Row("A-1"), Row("A-2"));
        Done(await desk.Certificates.EnterAsync(Staff, preview.Rows[0].Input!, None));

        Assert.Equal(1, (await PreviewAsync(desk, Row("A-1"), Row("A-2"))).Sound);
        var left = Assert.Single(await desk.Reader.RecordsAsync("A-1", None));
        Assert.Contains(CertificateQueue.ToDecide, CertificateQueues.Of(left.Position, isUnderDecision: false, TestRegister.Today));
    }

    [Theory, EachDatabase]
    public async Task Stale_preview_is_refused_by_row(DatabaseProvider provider)
    {
        await using var desk = await CreateAsync(provider);
        var preview = await PreviewAsync(desk, Row("A-1"), Row("A-2"));
        Done(await desk.Certificates.EnterAsync(Colleague, Input with { Number = "A-1", Scope = "Внёс другой" }, None));

        var outcomes = await desk.Bulk.EnterAsync(Staff, preview, Reason, None);

        Assert.Equal("taken", ReasonOf(outcomes[0]));
        Done(outcomes[1]);
        await using var db = desk.Database.CreateContext();
        Assert.Equal("Внёс другой", (await db.Certificates.SingleAsync(c => c.Number == "A-1", None)).Scope);
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_written()
    {
        await using var desk = await CreateAsync(DatabaseProvider.Sqlite);
        var preview = await PreviewAsync(desk, Row("A-1"));

        Assert.Equal("required", ReasonOf(Assert.Single(await desk.Bulk.EnterAsync(Staff, preview, "  ", None))));
        Assert.Equal(0, await CountAsync(desk));
    }

    [Theory]
    [InlineData("number,standard,bin\nA-1,ISO 37001:2025,230140000017\n", "missingColumn")]
    [InlineData(Header, "noRows")]
    public async Task File_that_is_no_list_of_certificates_fails_as_a_whole(string content, string reason)
    {
        await using var desk = await CreateAsync(DatabaseProvider.Sqlite);
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["c.csv"], content, None);

        Assert.Equal(reason, (await desk.Bulk.PreviewAsync(Staff, folder["c.csv"], None))?.Failure);
        Assert.Null(await desk.Bulk.PreviewAsync(Auditor, folder["c.csv"], None));
    }

    [Fact]
    public async Task Who_may_not_enter_commits_nothing()
    {
        await using var desk = await CreateAsync(DatabaseProvider.Sqlite);
        var preview = await PreviewAsync(desk, Row("A-1"));

        Assert.IsType<DeskOutcome.Denied>(Assert.Single(await desk.Bulk.EnterAsync(Approver, preview, Reason, None)));
        Assert.Equal(0, await CountAsync(desk));
    }

    private static string Row(string number) => $"{number},ISO 37001:2025,{Company},Опт,{Body},{Accreditation},2026-03-01,2029-02-28,Active\n";

    private static async Task<BulkPreview> PreviewAsync(TestDesk desk, params string[] rows)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["c.csv"], Header + string.Concat(rows), None);
        var preview = await desk.Bulk.PreviewAsync(Staff, folder["c.csv"], None);
        Assert.Null(Assert.IsType<BulkPreview>(preview).Failure);
        return preview;
    }

    private static async Task<int> CountAsync(TestDesk desk)
    {
        await using var db = desk.Database.CreateContext();
        return await db.Certificates.Where(c => c.KnownTo == null).Select(c => c.Number).Distinct().CountAsync(None);
    }
}
