using System.CommandLine;
using System.Globalization;
using Registry.Access;
using Registry.Import;

namespace Registry.Cli;

/// <summary><c>registry import SOURCE FILE…</c>: imports files of a source.</summary>
internal static class ImportVerb
{
    private static readonly Argument<string> Source = new("source") { Description = "Id of the source, e.g. stat-register." };

    private static readonly Argument<string[]> Files = new("file")
    {
        Description = "Files of one load; for a list all pages of one snapshot.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<DateOnly?> AsOf = new("--as-of")
    {
        Description = "Day on which the register learns the facts; the business day unless told.",
        HelpName = "DATE",
        CustomParser = RegistryCommand.ParseDay,
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Reads and compares, writes nothing." };

    private static readonly Option<bool> AcceptRemovals = new("--accept-removals")
    {
        Description = "Lets a list take off more than a fifth of its entries.",
    };

    private static readonly Option<string?> Rejects = new("--rejects") { Description = "CSV file for every problem.", HelpName = "FILE" };

    public static Command Command(SessionFactory sessions)
    {
        var command = new Command("import", "Imports files of a source.") { Source, Files, AsOf, DryRun, AcceptRemovals, Rejects };
        command.SetAction((parsed, cancel) => sessions.RunAsync(parsed, session => RunAsync(session, RequestOf(parsed), cancel), cancel));
        return command;
    }

    private static ImportRequest RequestOf(ParseResult parsed) => new(
        parsed.GetRequiredValue(Source),
        [.. parsed.GetRequiredValue(Files).Select(Path.GetFullPath)],
        parsed.GetValue(AsOf),
        parsed.GetValue(DryRun),
        parsed.GetValue(AcceptRemovals),
        parsed.GetValue(Rejects));

    private static async Task<int> RunAsync(Session session, ImportRequest request, CancellationToken cancel)
    {
        var outcome = await session.Output.WithProgressAsync(
            request.Source, progress => session.Get<ImportRunner>().RunAsync(Actor.System, request, new Rows(progress), cancel));
        if (!request.DryRun && outcome.Added + outcome.Changed + outcome.Removed > 0)
            await IndexCatchUp.RunAsync(session, cancel);
        session.Output.Result(outcome, text => Print(outcome, text));
        if (outcome.Failure is { } failure)
        {
            session.Output.Say($"{failure.Reason}: {failure.Detail}");
            return string.Equals(failure.Reason, "unknownSource", StringComparison.Ordinal) ? ExitCode.WrongUse : ExitCode.CouldNot;
        }
        return outcome.Rejected > 0 ? ExitCode.Incomplete : ExitCode.Done;
    }

    /// <summary>Shows an import's rows on the bar.</summary>
    private sealed class Rows(IProgress<Progress> bar) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => bar.Report(new Progress(
            string.Create(CultureInfo.InvariantCulture, $"{value.Rows:N0} rows, {value.Rejected:N0} rejected"), value.Share));
    }

    private static void Print(ImportOutcome outcome, TextWriter text)
    {
        text.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"read {outcome.Read:N0}, added {outcome.Added:N0}, changed {outcome.Changed:N0}, unchanged {outcome.Unchanged:N0}, removed {outcome.Removed:N0}, rejected {outcome.Rejected:N0}"));
        foreach (var problem in outcome.Problems)
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"row {problem.Row}, {problem.Column}: {problem.Reason} ({problem.Value})"));
    }
}
