using System.CommandLine;
using Registry.Identifiers;
using Registry.Indices;

namespace Registry.Cli;

/// <summary><c>registry score</c>: computes the indices and keeps their snapshots.</summary>
internal static class ScoreVerb
{
    private static readonly Option<DateOnly?> AsOf = new("--as-of")
    {
        Description = "Day to compute for; the business day unless told.",
        HelpName = "DATE",
        CustomParser = RegistryCommand.ParseDay,
    };

    private static readonly Option<string[]> Bins = new("--bin")
    {
        Description = "Only these entities.",
        HelpName = "BIN",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<bool> Changed = new("--changed") { Description = "Only entities changed since their last snapshot." };

    public static Command Command(SessionFactory sessions)
    {
        var command = new Command("score", "Computes the indices and keeps their snapshots.") { AsOf, Bins, Changed };
        command.Validators.Add(result =>
        {
            foreach (var bin in result.GetValue(Bins) ?? [])
            {
                if (!EntityNumber.TryParse(bin, out _))
                    result.AddError("--bin must be BINs or register numbers.");
            }
        });
        command.SetAction((parsed, cancel) => sessions.RunAsync(parsed, session => RunAsync(session, parsed, cancel), cancel));
        return command;
    }
}
