using System.Text.Json;
using Registry.Cli;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Cli;

/// <summary>What scripts rely on: exit codes, one line of JSON on standard output, everything else on standard error.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const string Paid =
        """
        bin,year,amount
        150340012340,2025,100
        ,2024,5
        150340012340.0,2024,-5
        "=1+1",2023,7

        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_import_tells_counts_and_problems_and_writes_all_of_them_to_the_rejects_file()
    {
        var (exit, json, _) = await RunAsync("import", "kgd-taxes-paid", File("paid.csv", Paid), "--rejects", folder["rejects.csv"]);

        Assert.Equal(1, exit);
        Assert.Equal((4, 1, 3), (Number(json, "read"), Number(json, "added"), Number(json, "rejected")));
        Assert.Equal(
            ["3 bin noBin", "4 amount negative", "5 bin notABin"],
            json.GetProperty("problems").EnumerateArray().Select(p => $"{p.GetProperty("row")} {p.GetProperty("column")} {p.GetProperty("reason")}"));
        var rejects = await System.IO.File.ReadAllLinesAsync(folder["rejects.csv"], TestContext.Current.CancellationToken);
        Assert.Equal(4, rejects.Length);
        Assert.Contains("\"'=1+1\"", rejects[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_import_again_adds_and_changes_nothing()
    {
        var file = File("paid.csv", Paid);
        await RunAsync("import", "kgd-taxes-paid", file);

        var (exit, json, _) = await RunAsync("import", "kgd-taxes-paid", file);

        Assert.Equal(1, exit);
        Assert.Equal((0, 0, 1), (Number(json, "added"), Number(json, "changed"), Number(json, "unchanged")));
    }

    [Theory]
    [InlineData("bin,year\n150340012340,2025\n", "missingColumn", "amount")]
    [InlineData("bin,year,amount\n", "noRows", "the file has no data row")]
    [InlineData("bin,year,amount\n150340012340,2025,1\n150340012340,\"2024,1\n", "unreadable", "row 3: quotes do not match")]
    public async Task A_file_that_cannot_be_used_is_refused_with_its_reason(string content, string reason, string detail)
    {
        var (exit, json, errors) = await RunAsync("import", "kgd-taxes-paid", File("paid.csv", content));

        Assert.Equal(3, exit);
        Assert.Equal((reason, detail), (Text(json.GetProperty("failure"), "reason"), Text(json.GetProperty("failure"), "detail")));
        Assert.Contains(reason, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import", "no-such-source", "file.csv")]
    [InlineData("score", "--bin", "123")]
    [InlineData("search", "x", "--top", "0")]
    [InlineData("check", "150340012340", "--purpose", "fun")]
    [InlineData("score", "--as-of", "31.12.2025")]
    [InlineData("bogus")]
    public async Task Wrong_use_ends_with_two(params string[] args)
    {
        if (args.Contains("file.csv", StringComparer.Ordinal))
            args[^1] = File("file.csv", Paid);

        var (exit, _, errors) = await RunAsync(args);

        Assert.Equal(2, exit);
        Assert.NotEmpty(errors);
    }

    [Fact]
    public async Task A_company_imported_is_found_scored_and_checked()
    {
        var companies = File("companies.csv", "БИН,А,Б,В\n" + Row("150340012340", "«Алатау Жарық» ЖШС", "ТОО «Алатау Жарык»"));
        Assert.Equal(0, (await RunAsync("import", "stat-register", companies)).Exit);

        var found = await RunAsync("search", "alatau zharyq");
        var scored = await RunAsync("score");
        var check = await RunAsync("check", "150340012340", "12", "--out", folder["check.json"]);

        Assert.Equal("150340012340", Text(found.Json.GetProperty("items")[0], "bin"));
        Assert.Equal((0, 1), (scored.Exit, Number(scored.Json, "entities")));
        Assert.Equal(1, check.Exit);
        Assert.Equal("malformed", Text(check.Json.GetProperty("failed")[0], "error"));
        Assert.Contains("150340012340", await System.IO.File.ReadAllTextAsync(folder["check.json"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string Row(string bin, string kk, string ru) =>
        $"{bin},{kk},{ru},14.03.2015,41201,a,b,,160,Шағын,Малые предприятия (<= 5),1122,,,15,,,751110000,Алматы қ.,г. Алматы,\"г. Алматы, ул. Абая, 1\",АХМЕТОВ БОЛАТ\n";

    private static long Number(JsonElement json, string name) => json.GetProperty(name).GetInt64();

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private string File(string name, string content)
    {
        System.IO.File.WriteAllText(folder[name], content);
        return folder[name];
    }

    private async Task<(int Exit, JsonElement Json, string Errors)> RunAsync(params string[] args)
    {
        using var standard = new StringWriter();
        using var errors = new StringWriter();
        var exit = await RegistryCommand.RunAsync([.. args, "--json", "--data", folder["data"]], standard, errors);
        var line = Assert.Single(standard.ToString().TrimEnd('\n').Split('\n'));
        return (exit, JsonDocument.Parse(line).RootElement, errors.ToString());
    }
}
