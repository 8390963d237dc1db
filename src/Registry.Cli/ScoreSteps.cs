using System.Globalization;
using Registry.Indices;

namespace Registry.Cli;

/// <summary>Shows a scoring run's steps on the bar.</summary>
internal sealed class ScoreSteps(IProgress<Progress> bar) : IProgress<ScoreProgress>
{
    public void Report(ScoreProgress value) => bar.Report(new Progress(
        string.Create(CultureInfo.InvariantCulture, $"{value.Stage} {value.Done:N0} of {value.Total:N0}"),
        value.Total == 0 ? null : Math.Min(1, (double)value.Done / value.Total)));
}
