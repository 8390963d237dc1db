using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Registry.Setup;
using Spectre.Console;

namespace Registry.Cli;

/// <summary>How far long work is.</summary>
/// <param name="Text">For people.</param>
/// <param name="Share">0..1, where known.</param>
internal sealed record Progress(string Text, double? Share);

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
    public async Task<T> WithProgressAsync<T>(string title, Func<IProgress<Progress>, Task<T>> work)
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

    private sealed class BarProgress(ProgressTask bar, string title) : IProgress<Progress>
    {
        public void Report(Progress value)
        {
            bar.Description = Markup.Escape($"{title}: {value.Text}");
            if (value.Share is { } share)
                bar.Value = share;
            else
                bar.IsIndeterminate = true;
        }
    }

    private sealed class PlainProgress(string title, TextWriter errors) : IProgress<Progress>
    {
        private readonly Lock gate = new();
        private long last = Stopwatch.GetTimestamp();

        public void Report(Progress value)
        {
            lock (gate)
            {
                if (Stopwatch.GetElapsedTime(last) < PlainInterval)
                    return;
                last = Stopwatch.GetTimestamp();
                var share = value.Share is { } known ? string.Create(CultureInfo.InvariantCulture, $" {known:P0}") : "";
                errors.WriteLine($"{title}:{share} {value.Text}");
            }
        }
    }
}
