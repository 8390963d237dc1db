using System.CommandLine;
using System.Text.Json;
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
}
