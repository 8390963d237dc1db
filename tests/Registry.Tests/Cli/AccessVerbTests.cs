using System.Text.Json;
using Microsoft.Data.Sqlite;
using Registry.Cli;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Cli;

/// <summary>Accounts, keys and the trace on the command line.</summary>
public sealed class AccessVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <inheritdoc/>
    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Fact]
    public async Task A_key_is_printed_once_and_alone()
    {
        var (exit, text, _) = await RunAsync("apikey", "add", "Закупки", "--role", "ProcurementOfficer");
        var (_, list, _) = await RunAsync("apikey", "list");

        Assert.Equal(0, exit);
        Assert.Matches("^rk_[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}\n$", text.ReplaceLineEndings("\n"));
        Assert.Contains("Закупки", list, StringComparison.Ordinal);
        Assert.DoesNotContain(text.Trim().Split('.')[1], list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_made_reset_and_locked()
    {
        var (exit, text, _) = await RunAsync("user", "add", "asel@example.kz", "--role", "CertificationStaff", "Auditor", "--json");
        Assert.Equal(0, exit);
        Assert.Matches("^[a-z0-9]{5}(-[a-z0-9]{5}){3}$", JsonDocument.Parse(text).RootElement.GetProperty("password").GetString());

        Assert.Equal(0, (await RunAsync("user", "reset", "ASEL@example.kz")).Exit);
        Assert.Equal(0, (await RunAsync("user", "lock", "asel@example.kz")).Exit);
        Assert.Contains("asel@example.kz  CertificationStaff Auditor  locked", (await RunAsync("user", "list")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("user", "add", "asel@example.kz")]
    [InlineData("user", "add", "asel@example.kz", "--role", "King")]
    [InlineData("user", "add", "asel@example.kz", "--role", "Guest")]
    [InlineData("user", "add", "not an address", "--role", "Auditor")]
    [InlineData("user", "reset", "nobody@example.kz")]
    [InlineData("apikey", "add", "x", "--role", "Guest")]
    [InlineData("apikey", "revoke", "4f8a3c52-0000-4000-8000-000000000000")]
    [InlineData("audit", "verify", "--head", "7")]
    [InlineData("audit", "erase", "4f8a3c52-0000-4000-8000-000000000000", "--reason", "Просьба")]
    public async Task Wrong_use_says_why_and_exits_with_2(params string[] args)
    {
        var (exit, text, errors) = await RunAsync(args);

        Assert.Equal(2, exit);
        Assert.Equal("", text);
        Assert.NotEqual("", errors);
    }

    [Fact]
    public async Task Verification_tells_the_head_and_exits_with_1_where_the_trace_is_broken()
    {
        await RunAsync("user", "add", "asel@example.kz", "--role", "Auditor");
        await RunAsync("user", "lock", "asel@example.kz");
        var (exit, text, _) = await RunAsync("audit", "verify", "--json");
        var verdict = JsonDocument.Parse(text).RootElement;
        Assert.Equal((0, true, 2), (exit, verdict.GetProperty("intact").GetBoolean(), verdict.GetProperty("links").GetInt32()));
        var head = verdict.GetProperty("head");
        Assert.Equal(0, (await RunAsync("audit", "verify", "--head", $"{head.GetProperty("position")}:{head.GetProperty("hash").GetString()}")).Exit);

        await using (var connection = new SqliteConnection($"Data Source={folder["registry.db"]}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """DROP TRIGGER "AuditEntries_no_UPDATE"; UPDATE "AuditEntries" SET "ActorId" = 'user:other' WHERE "What" = 'user.locked'""";
            await command.ExecuteNonQueryAsync();
        }
        var (broken, said, _) = await RunAsync("audit", "verify");
        Assert.Equal(1, broken);
        Assert.Contains("broken at 2: entryChanged", said, StringComparison.Ordinal);
    }

    private async Task<(int Exit, string Text, string Errors)> RunAsync(params string[] args)
    {
        await using var text = new StringWriter();
        await using var errors = new StringWriter();
        var exit = await RegistryCommand.RunAsync([.. args, "--data", folder.Path], text, errors);
        return (exit, text.ToString(), errors.ToString());
    }
}
