using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Registry.Search.ElasticEngine;
using Xunit;

namespace Registry.Tests.Support;

/// <summary>An Elasticsearch of one test class, with a password, that the test may kill, stop and start again.</summary>
public sealed class OwnSearchServer : IAsyncLifetime
{
    /// <summary>Folder with the commands <c>start</c> and <c>stop</c>.</summary>
    private const string FolderVariable = "REGISTRY_TEST_ELASTICSEARCH_FOLDER";

    private const string Password = "for-this-test-only";
    private readonly TemporaryFolder home = new();
    private readonly int port = FreePort();
    private int process;

    private static string? Commands => Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder ? folder : null;

    /// <summary>How the server is reached; a search gives up after a second.</summary>
    internal ElasticSettings Settings => new()
    {
        Url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")),
        Username = "elastic",
        Password = Password,
        SearchTimeout = TimeSpan.FromSeconds(1),
    };

    /// <summary>Skips the test where no server can be started.</summary>
    public static void Need() => Assert.SkipWhen(Commands is null, $"Without Elasticsearch: set {FolderVariable} to the folder of its commands.");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Commands is not null)
            await StartAsync();
    }

    /// <summary>Starts the server, with the data of before, and returns when it answers.</summary>
    public async Task StartAsync()
    {
        var told = await RunAsync(Path.Combine(Commands!, "start"), "--port", port.ToString(CultureInfo.InvariantCulture), "--home", home["server"], "--heap", "512m", "--password", Password);
        process = int.Parse(told.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1], CultureInfo.InvariantCulture);
    }

    /// <summary>The signal that leaves a program no time for anything.</summary>
    public async Task KillAsync()
    {
        using var server = Process.GetProcessById(process);
        server.Kill();
        await server.WaitForExitAsync();
    }

    /// <summary>Makes the server hang: it takes connections and answers nothing.</summary>
    public Task HangAsync() => SignalAsync("STOP");

    /// <summary>Lets it go on.</summary>
    public Task GoOnAsync() => SignalAsync("CONT");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Commands is not null)
            await RunAsync(Path.Combine(Commands, "stop"), "--home", home["server"]);
        home.Dispose();
    }

    private Task<string> SignalAsync(string signal) => RunAsync("kill", $"-{signal}", process.ToString(CultureInfo.InvariantCulture));

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    // The output goes through a file: a server that stays would hold a pipe open.
    private static async Task<string> RunAsync(string command, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("bash") { ArgumentList = { "-c", "out=$1; shift; exec \"$@\" >\"$out\" 2>&1 </dev/null", "run", folder["out"], command } };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var run = Process.Start(start) ?? throw new InvalidOperationException($"{command} did not start.");
        await run.WaitForExitAsync();
        var told = await File.ReadAllTextAsync(folder["out"]);
        return run.ExitCode == 0 ? told : throw new InvalidOperationException($"{command}: {told}");
    }
}
