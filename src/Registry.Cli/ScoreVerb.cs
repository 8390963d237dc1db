using System.CommandLine;
using System.Globalization;
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

    private static readonly Option<bool> Changed = new("--changed") { Description = "Only companies with facts learned since their last computing or whose results have run out by date; the latest peers stay." };

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

    private static async Task<int> RunAsync(Session session, ParseResult parsed, CancellationToken cancel)
    {
        var asOf = parsed.GetValue(AsOf) ?? session.Get<BusinessClock>().Today;
        var bins = (parsed.GetValue(Bins) ?? []).Select(Canonical).ToList();
        var scope = parsed.GetValue(Changed) ? ScoreScope.Changed : ScoreScope.Full;
        var options = new ScoreOptions(asOf, bins.Count == 0 ? null : bins, scope);
        var summary = await session.Output.WithProgressAsync("score", progress => session.Get<ScoringRun>().RunAsync(options, new ScoreSteps(progress), cancel));
        if (summary is null)
            return session.Output.Fail(ExitCode.CouldNot, "alreadyRunning", "Another process is scoring this register.");
        await IndexCatchUp.RunAsync(session, cancel);
        session.Output.Result(summary, text => text.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Entities:N0} entities, {summary.Snapshots:N0} snapshots, {summary.PeerTables:N0} peer tables")));
        return ExitCode.Done;
    }

    private static string Canonical(string text) => EntityNumber.TryParse(text, out var number) ? number : text;
}
