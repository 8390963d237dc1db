using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Xunit;

namespace Registry.E2E.Support;

/// <summary>A visit with a browser of its own memory, held to a clean console.</summary>
public static class Visits
{
    private static readonly string Artifacts = Path.Combine(RunningRegister.RepositoryRoot(), "artifacts", "e2e");

    /// <summary>
    /// Runs a journey. It fails also on any error or warning of the console, uncaught exception, failed request or answer from 400;
    /// <paramref name="expectedStatus"/> names the one status that belongs to the journey. A failure leaves a screenshot and a trace.
    /// </summary>
    public static async Task VisitAsync(
        this RunningRegister register, VisitorKind visitor, Func<IPage, Task> journey, int expectedStatus = 200, [CallerMemberName] string test = "")
    {
        if (RunningRegister.Missing is { } reason)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", reason);
            Assert.Fail(reason);
        }
        await using var context = await register.Browser.NewContextAsync(visitor.Options(register.Address));
        await context.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true });
        var page = await context.NewPageAsync();
        var complaints = Listen(page, expectedStatus);
        try
        {
            await journey(page);
            Assert.True(complaints.Count == 0, string.Join('\n', complaints));
        }
        catch
        {
            var name = $"{test}-{Guid.NewGuid():N}";
            await page.ScreenshotAsync(new() { Path = Path.Combine(Artifacts, name + ".png"), FullPage = true });
            await context.Tracing.StopAsync(new() { Path = Path.Combine(Artifacts, name + ".zip") });
            throw;
        }
    }

    private static List<string> Listen(IPage page, int expectedStatus)
    {
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            // Chromium writes an expected status of the document to the console too.
            if (message.Type is "error" or "warning" && !message.Text.Contains($"status of {expectedStatus} ", StringComparison.Ordinal))
            {
                complaints.Add($"console {message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => complaints.Add("uncaught: " + error);
        page.RequestFailed += (_, request) =>
        {
            // A request for suggestions that a newer one replaced is abandoned on purpose.
            if (request.Failure != "net::ERR_ABORTED")
            {
                complaints.Add($"{request.Url} failed: {request.Failure}");
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && response.Status != expectedStatus)
            {
                complaints.Add($"{response.Url} answered {response.Status}");
            }
        };
        return complaints;
    }
}
