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

    private static readonly Option<bool> Changed = new("--changed") { Description = "Keeps the latest peer tables, so that only entities with changed facts change." };

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
        var options = new ScoreOptions(asOf, bins.Count == 0 ? null : bins, Full: !parsed.GetValue(Changed));
        var summary = await session.Output.WithProgressAsync("score", progress => session.Get<ScoringRun>().RunAsync(options, new Steps(progress), cancel));
        await IndexCatchUp.RunAsync(session, cancel);
        session.Output.Result(summary, text => text.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Entities:N0} entities, {summary.Snapshots:N0} snapshots, {summary.PeerTables:N0} peer tables")));
        return ExitCode.Done;
    }

    private static string Canonical(string text) => EntityNumber.TryParse(text, out var number) ? number : text;

    /// <summary>Shows a scoring run's steps on the bar.</summary>
    private sealed class Steps(IProgress<Progress> bar) : IProgress<ScoreProgress>
    {
        public void Report(ScoreProgress value) => bar.Report(new Progress(
            string.Create(CultureInfo.InvariantCulture, $"{value.Stage} {value.Done:N0} of {value.Total:N0}"),
            value.Total == 0 ? null : (double)value.Done / value.Total));
    }
}
