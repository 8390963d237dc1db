using System.Diagnostics;

namespace Registry.Tests.Support;

/// <summary>
/// One throw-away PostgreSQL cluster for the whole test process, on a Unix socket in a folder of its own: no port to collide on,
/// nobody else can connect. A keeper shell owns it and waits on its standard input; when this process ends in whatever way,
/// also by SIGKILL, the pipe closes and the keeper stops the server and erases the folder. What a killed keeper left behind
/// is erased at the next start. <c>REGISTRY_TEST_POSTGRES</c> (a connection string of a user who may create databases)
/// takes an existing server instead.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string AddressVariable = "REGISTRY_TEST_POSTGRES";

    /// <summary>Root may not run PostgreSQL; Debian's package makes this user.</summary>
    private const string ServerUser = "postgres";

    private const string Keeper = """
        set -eu
        bin=$1
        erase() { "$bin/pg_ctl" -D "$1/data" -m immediate -w stop >/dev/null 2>&1 || true; rm -rf "$1"; }
        for old in /tmp/registry-postgres.*; do
          [ -O "$old" ] && [ -s "$old/keeper" ] || continue
          kill -0 "$(cat "$old/keeper")" 2>/dev/null || erase "$old"
        done
        dir=$(mktemp -d /tmp/registry-postgres.XXXXXX)
        echo $$ > "$dir/keeper"
        cd "$dir"
        trap : INT TERM HUP
        trap 'erase "$dir"' EXIT
        "$bin/initdb" -D "$dir/data" -U registry -A trust -E UTF8 --locale=C.UTF-8 --no-sync > "$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
        "$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -w -o "-k $dir -c listen_addresses='' -c max_connections=300 -c fsync=off \
          -c synchronous_commit=off -c full_page_writes=off" start > /dev/null 2>&1 || { cat "$dir/log" >&2; exit 1; }
        echo "$dir"
        read -r _ || true
        """;

    private static readonly Lazy<Task<PostgresCluster>> Started = new(StartAsync);

    private readonly Process? _keeper;

    private PostgresCluster(Process? keeper, string address)
    {
        _keeper = keeper;
        Address = address;
    }

    /// <summary>Why no PostgreSQL can be started here, or null when one can.</summary>
    public static string? Missing { get; } = Available() ? null : $"No PostgreSQL: apt-get install postgresql, or set {AddressVariable}.";

    /// <summary>Connection string of the server, without a database.</summary>
    public string Address { get; }

    /// <summary>The cluster of this process; started at the first call.</summary>
    /// <exception cref="InvalidOperationException">None can be started; the message holds what the server said.</exception>
    public static Task<PostgresCluster> GetAsync() => Started.Value;

    /// <summary>Stops the cluster of this process, if one was started, and waits until its folder is gone.</summary>
    public static async ValueTask StopAsync()
    {
        if (Started.IsValueCreated && Started.Value.IsCompletedSuccessfully)
        {
            await (await Started.Value).DisposeAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_keeper is null)
        {
            return;
        }
        _keeper.StandardInput.Close();
        await _keeper.WaitForExitAsync();
        _keeper.Dispose();
    }

    private static bool Available() => Environment.GetEnvironmentVariable(AddressVariable) is { Length: > 0 } || Binaries() is not null;

    private static string? Binaries()
    {
        const string Debian = "/usr/lib/postgresql";
        return !Directory.Exists(Debian) ? null : Directory.EnumerateDirectories(Debian)
            .Where(version => File.Exists(Path.Combine(version, "bin", "initdb")))
            .OrderByDescending(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0)
            .Select(version => Path.Combine(version, "bin"))
            .FirstOrDefault();
    }

    private static async Task<PostgresCluster> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(AddressVariable) is { Length: > 0 } address)
        {
            return new PostgresCluster(null, address);
        }
        var binaries = Binaries() ?? throw new InvalidOperationException(Missing);
        string[] shell = ["sh", "-c", Keeper, "keeper", binaries];
        string[] command = Environment.UserName == "root"
            ? ["setpriv", $"--reuid={ServerUser}", $"--regid={ServerUser}", "--clear-groups", "--", .. shell]
            : shell;
        var keeper = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        }) ?? throw new InvalidOperationException($"{command[0]} did not start.");
        return await keeper.StandardOutput.ReadLineAsync() is { } folder
            ? new PostgresCluster(keeper, $"Host={folder};Username=registry;Maximum Pool Size=20")
            : throw new InvalidOperationException("PostgreSQL did not start: " + await keeper.StandardError.ReadToEndAsync());
    }
}
