using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Registry.E2E.Support.RunningRegister))]

namespace Registry.E2E.Support;

/// <summary>
/// The real host as a process of its own, with the demo set in a temporary folder, and one Chromium to visit it.
/// Chromium is <c>BROWSER_PATH</c> or Debian's; without one the tests are a visible skip, and a failure when <c>CI=true</c>.
/// </summary>
public sealed class RunningRegister : IAsyncLifetime
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(200);
    private static readonly string[] BrowserArguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly ConcurrentQueue<string> _log = new();
    private readonly string _data = Directory.CreateTempSubdirectory("registry-e2e-").FullName;
    private Process? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Address of the host, with a slash at the end.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>A client of the host's API.</summary>
    public HttpClient Api { get; private set; } = new();

    /// <summary>The browser of all visits.</summary>
    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser was not started.");

    /// <summary>Password of the demo accounts, as the first start printed it.</summary>
    public string DemoPassword => _log.Select(line => line.Split(", password ")).First(parts => parts.Length == 2)[1].Trim();

    /// <summary>Why no browser can be started here, or null.</summary>
    public static string? Missing { get; } = File.Exists(BrowserPath) ? null : "No Chromium: apt-get install chromium, or set BROWSER_PATH.";

    private static string BrowserPath => Environment.GetEnvironmentVariable("BROWSER_PATH") is { Length: > 0 } path ? path : "/usr/bin/chromium";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        Api = new HttpClient { BaseAddress = Address };
        _host = StartHost();
        await ReadyAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserPath, Args = BrowserArguments });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
        Api.Dispose();
        await StopHostAsync();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>Ends the host and starts it again over the same data, with its business day standing at an instant.</summary>
    public async Task RestartAtAsync(DateTimeOffset clock)
    {
        await StopHostAsync();
        _host = StartHost(clock);
        await ReadyAsync();
    }

    /// <summary>Runs a verb of the command line over the same data; returns its exit code and what it says in JSON.</summary>
    public async Task<(int ExitCode, JsonNode Answer)> CommandAsync(params string[] verb)
    {
        var assembly = HostAssembly().Replace("Registry.Web", "Registry.Cli", StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", [assembly, .. verb, "--data", _data, "--json"]) { UseShellExecute = false, RedirectStandardOutput = true };
        using var command = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var answer = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        return (command.ExitCode, JsonNode.Parse(answer) ?? throw new InvalidOperationException("The command said nothing."));
    }

    /// <summary>Runs SQL on the host's database past the host, as somebody does who has the file; returns the first value.</summary>
    public async Task<object?> OnDatabaseAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_data, "registry.db")}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>A JSON object of the API.</summary>
    public async Task<JsonNode> GetAsync(string path) =>
        await Api.GetFromJsonAsync<JsonNode>(path) ?? throw new InvalidOperationException($"{path} answered null.");

    private async Task StopHostAsync()
    {
        if (_host is null)
        {
            return;
        }
        _host.Kill(entireProcessTree: true);
        await _host.WaitForExitAsync();
        _host.Dispose();
        _host = null;
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Process StartHost(DateTimeOffset? clock = null)
    {
        var start = new ProcessStartInfo("dotnet", [HostAssembly()])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _data,
        };
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        start.Environment["Registry__DataDirectory"] = _data;
        start.Environment["Registry__Demo"] = "true";
        start.Environment["Registry__RateLimit__PerMinute"] = "0";
        if (clock is { } instant)
        {
            start.Environment["Registry__Clock"] = instant.UtcDateTime.ToString("O");
        }
        var host = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        host.OutputDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        host.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        host.BeginOutputReadLine();
        host.BeginErrorReadLine();
        return host;
    }

    /// <summary>The host as it was built beside these tests, in the same configuration.</summary>
    private static string HostAssembly()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var (framework, configuration) = (output.Name, output.Parent?.Name ?? "");
        return Path.Combine(RepositoryRoot(), "src", "Registry.Web", "bin", configuration, framework, "Registry.Web.dll");
    }

    internal static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Registry.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Registry.sln stands in no parent folder.");
        }
        return folder.FullName;
    }

    private async Task ReadyAsync()
    {
        using var patience = new CancellationTokenSource(LongestStart);
        using var poll = new PeriodicTimer(PollEvery);
        while (!await IsReadyAsync())
        {
            if (_host is not { HasExited: false } || patience.IsCancellationRequested)
            {
                throw new InvalidOperationException("The host did not become ready:\n" + string.Join('\n', _log));
            }
            await poll.WaitForNextTickAsync();
        }
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Api.GetAsync("health/ready");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
