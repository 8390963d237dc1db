using System.CommandLine;
using System.Text.Json;
using Registry.Access;
using Registry.DueDiligence;
using Registry.Identifiers;
using Registry.Setup;

namespace Registry.Cli;

/// <summary><c>registry check BIN…</c>: due diligence of counterparties.</summary>
internal static class CheckVerb
{
    private static readonly Argument<string[]> Bins = new("bin") { Description = "BINs or register numbers.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string> Purpose = new("--purpose")
    {
        Description = "contract or procurement.",
        DefaultValueFactory = _ => "contract",
    };

    private static readonly Option<string?> Out = new("--out") { Description = "File for the reports, .json.", HelpName = "FILE" };

    static CheckVerb()
    {
        Purpose.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "contract", "procurement");
        Out.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !result.Tokens[0].Value.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
                result.AddError("--out must be a file that ends in .json.");
        });
    }

    public static Command Command(SessionFactory sessions)
    {
        var command = new Command("check", "Due diligence of counterparties.") { Bins, Purpose, Out };
        command.SetAction((parsed, cancel) => sessions.RunAsync(parsed, session => RunAsync(session, parsed, cancel), cancel));
        return command;
    }

    private static async Task<int> RunAsync(Session session, ParseResult parsed, CancellationToken cancel)
    {
        var purpose = Enum.Parse<CheckPurpose>(parsed.GetRequiredValue(Purpose), ignoreCase: true);
        var reports = new List<CheckReport>();
        var failed = new List<FailedCheck>();
        foreach (var bin in parsed.GetRequiredValue(Bins))
        {
            if (EntityNumber.TryParse(bin, out var number))
                reports.Add(await session.Get<CheckRunner>().RunAsync(Actor.System, number, purpose, null, cancel));
            else
                failed.Add(new FailedCheck(bin, "malformed"));
        }
        if (parsed.GetValue(Out) is { } file)
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(reports, RegistryJson.Options), cancel);
        session.Output.Result(new { checks = reports, failed }, text =>
        {
            foreach (var report in reports)
                text.WriteLine($"{report.Bin}  {report.Verdict}  {report.NameRu}  {report.Code}");
        });
        foreach (var bin in failed)
            session.Output.Say($"{bin.Bin}: {bin.Error}");
        return failed.Count > 0 ? ExitCode.Incomplete : ExitCode.Done;
    }

    private sealed record FailedCheck(string Bin, string Error);
}
