using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Registry.Import;
using Registry.Setup;
using Spectre.Console;

namespace Registry.Cli;

/// <summary>
/// Results on standard output, everything else on standard error: one line of JSON with <c>--json</c>, lines for people without.
/// </summary>
internal sealed class Output(TextWriter standard, TextWriter errors, bool json)
{
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(5);

    /// <summary>Where remarks go.</summary>
    public TextWriter Errors => errors;

    /// <summary>Writes the result in the form asked for.</summary>
    public void Result<T>(T result, Action<TextWriter> forPeople)
    {
        if (json)
            standard.WriteLine(JsonSerializer.Serialize(result, RegistryJson.Options));
        else
            forPeople(standard);
    }

    /// <summary>Says why nothing could be done.</summary>
    public int Fail(int exit, string reason, string detail)
    {
        errors.WriteLine($"{reason}: {detail}");
        if (json)
            standard.WriteLine(JsonSerializer.Serialize(new { error = new { reason, detail } }, RegistryJson.Options));
        return exit;
    }

    /// <summary>A remark for people.</summary>
    public void Say(string text) => errors.WriteLine(text);

    /// <summary>Runs long work with a bar on a terminal, plain lines elsewhere.</summary>
    public async Task<T> WithProgressAsync<T>(string title, Func<IProgress<ImportProgress>, Task<T>> work)
    {
        if (json || Console.IsErrorRedirected || !ReferenceEquals(errors, Console.Error))
            return await work(new PlainProgress(title, errors));
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(errors) });
        return await terminal.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Markup.Escape(title), maxValue: 1);
                var result = await work(new BarProgress(bar, title));
                bar.Value = 1;
                return result;
            });
    }

    private static string Rows(ImportProgress progress) =>
        string.Create(CultureInfo.InvariantCulture, $"{progress.Rows:N0} rows, {progress.Rejected:N0} rejected");

    private sealed class BarProgress(ProgressTask bar, string title) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            bar.Description = Markup.Escape($"{title}: {Rows(value)}");
            if (value.Share is { } share)
                bar.Value = share;
            else
                bar.IsIndeterminate = true;
        }
    }

    private sealed class PlainProgress(string title, TextWriter errors) : IProgress<ImportProgress>
    {
        private readonly Lock gate = new();
        private long last = Stopwatch.GetTimestamp();

        public void Report(ImportProgress value)
        {
            lock (gate)
            {
                if (Stopwatch.GetElapsedTime(last) < PlainInterval)
                    return;
                last = Stopwatch.GetTimestamp();
                var share = value.Share is { } known ? string.Create(CultureInfo.InvariantCulture, $" {known:P0}") : "";
                errors.WriteLine($"{title}:{share} {Rows(value)}");
            }
        }
    }
}
