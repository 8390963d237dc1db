using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access;
using Registry.Audit;
using Registry.Tests.Web.Access;
using Registry.Tests.Web.Api;
using Registry.Web.Audit;
using Xunit;

namespace Registry.Tests.Web.Audit;

public sealed class AuditExportTests(RegisterHost host) : IClassFixture<RegisterHost>
{
    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+7 701", "\"'+7 701\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    public void No_cell_is_a_formula(string reason, string cell)
    {
        var row = new AuditRow(Guid.Empty, 1, default, "system", reason, SignInKind.System, "x", "y", reason, []);

        Assert.Equal(2, AuditExport.Line(row).Split(cell).Length - 1);
    }

    [Fact]
    public async Task The_page_and_its_file_show_the_filtered_entries()
    {
        await host.Services.GetRequiredService<AuditTrail>().WriteAsync(Actor.System, new AuditNote("label.granted", "label:<b>17</b>")
        {
            After = new { State = "Valid" }, Reason = "<script>alert(1)</script>",
        }, CancellationToken.None);
        var auditor = await Visitor.SignedInAsync(host, Role.Auditor);

        var page = await auditor.Client.GetStringAsync(new Uri("/staff/audit?what=label.", UriKind.Relative));
        using var file = await auditor.GetAsync("/staff/audit.csv?what=label.");
        var lines = (await file.Content.ReadAsStringAsync()).Trim().Split('\n');

        Assert.Contains("label:&lt;b&gt;17&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert(1)", page, StringComparison.Ordinal);
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal(2, lines.Length);
        Assert.Contains("\"label.granted\",\"label:<b>17</b>\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_none_is_said_and_not_guessed()
    {
        var auditor = await Visitor.SignedInAsync(host, Role.Auditor);

        var page = WebUtility.HtmlDecode(await auditor.Client.GetStringAsync(new Uri("/staff/audit?from=31.12.2026", UriKind.Relative)));

        Assert.Contains("31.12.2026", page, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
    }
}
