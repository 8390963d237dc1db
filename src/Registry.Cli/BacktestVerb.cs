using System.CommandLine;
using System.Globalization;
using Registry.Indices;
using Registry.Indices.Evidence;
using Registry.Sources;

namespace Registry.Cli;

/// <summary><c>registry backtest</c>: how well an index told those that failed from those that did not.</summary>
internal static class BacktestVerb
{
    private static readonly Option<string> Labels = new("--labels")
    {
        Description = "CSV bin,failed with 1 for those that failed.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<IndexId> Index = new("--index")
    {
        Description = "financialStability, taxpayerIntegrity or paymentDiscipline.",
        HelpName = "ID",
        DefaultValueFactory = _ => IndexId.FinancialStability,
    };

    private static readonly Option<DateOnly?> AsOf = new("--as-of")
    {
        Description = "Day to compute for; the last day up to the business day on which the newest statements count, unless told.",
        HelpName = "DATE",
        CustomParser = RegistryCommand.ParseDay,
    };

    public static Command Command(SessionFactory sessions)
    {
        var command = new Command("backtest", "Compares an index with what became of the entities.") { Labels, Index, AsOf };
        command.SetAction((parsed, cancel) => sessions.RunAsync(parsed, session => RunAsync(session, parsed, cancel), cancel));
        return command;
    }

    private static async Task<int> RunAsync(Session session, ParseResult parsed, CancellationToken cancel)
    {
        var request = new BackTestRequest(
            Path.GetFullPath(parsed.GetRequiredValue(Labels)), parsed.GetValue(Index), parsed.GetValue(AsOf));
        try
        {
            var result = await session.Output.WithProgressAsync(
                "backtest", progress => session.Get<BackTestRun>().RunAsync(request, new ScoreSteps(progress), cancel));
            session.Output.Result(result, text => Print(result, text));
            if (result.Auc is null)
                session.Output.Say("Fewer than two rated entities on one side: nothing can be compared.");
            return result.Rejected > 0 || result.Auc is null ? ExitCode.Incomplete : ExitCode.Done;
        }
        catch (SourceFileException wrong)
        {
            return session.Output.Fail(ExitCode.CouldNot, wrong.Reason, wrong.Detail);
        }
    }

    private static void Print(BackTestResult result, TextWriter text)
    {
        text.WriteLine(Line($"{result.Index}, methodology {result.Methodology}, as of {result.AsOf:yyyy-MM-dd}, labels {result.Labels}"));
        text.WriteLine(Line($"{result.Labelled:N0} labelled; {string.Join(", ", result.States.Select(s => Line($"{s.Key} {s.Value:N0}")))}; {result.Failed:N0} of {result.Entities:N0} rated failed"));
        text.WriteLine(Line($"AUC {result.Auc:F4} ± {result.StandardError:F4} ({result.ErrorMethod})"));
        foreach (var model in result.Models)
            text.WriteLine(Line($"  {model.Model,-20} {model.Auc:F4} ± {model.StandardError:F4}  index better by {model.Difference:F4} ± {model.DifferenceError:F4}  n {model.Entities:N0}"));
        text.WriteLine("band      n  failed   rate  (95 %)");
        foreach (var rate in result.Bands)
            text.WriteLine(Line($"{rate.Group,-4} {rate.Entities,6:N0} {rate.Failed,6:N0} {rate.Rate,6:F2} % ({rate.RateLow:F2}-{rate.RateHigh:F2})"));
        text.WriteLine("tenth     values          n  failed   rate  (95 %)");
        foreach (var rate in result.Calibration)
            text.WriteLine(Line($"{rate.Group,-5} {rate.From,6:F1}-{rate.To,5:F1} {rate.Entities,8:N0} {rate.Failed,6:N0} {rate.Rate,6:F2} % ({rate.RateLow:F2}-{rate.RateHigh:F2})"));
        foreach (var problem in result.Problems)
            text.WriteLine(Line($"row {problem.Row}, {problem.Column}: {problem.Reason} ({problem.Value})"));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
