using System.Globalization;
using Registry.Indices;
using Registry.Sources;

namespace Registry.DueDiligence;

/// <summary>How much a finding weighs.</summary>
internal enum Weight
{
    Plain,
    Strong,
    Stop,
}

/// <summary>Collects the items of one section, each kind of state made in one place.</summary>
internal sealed class CheckItems(string section, SourceCalendar sources, List<CheckItem> items)
{
    private static readonly IReadOnlyDictionary<string, string> NoArguments = new SortedDictionary<string, string>(StringComparer.Ordinal);

    public void Fine(string id, string source, DateOnly? asOf, string? note = null, params (string Name, string? Value)[] arguments) =>
        Add(new CheckItem(id, section, CheckState.Fine, false, false, Arguments(arguments), source, asOf, note));

    public void Risk(string id, Weight weight, string source, DateOnly? asOf, string? note = null, params (string Name, string? Value)[] arguments) =>
        Add(new CheckItem(
            id, section, CheckState.Risk, weight == Weight.Stop, weight == Weight.Strong, Arguments(arguments), source, asOf, note));

    public void NotChecked(string id, string source, string note) =>
        Add(new CheckItem(id, section, CheckState.NotChecked, false, false, NoArguments, source, sources.LatestOf(source), note));

    public void NotApplicable(string id, string? source, string note) =>
        Add(new CheckItem(id, section, CheckState.NotApplicable, false, false, NoArguments, source, null, note));

    /// <summary>Why a source proves nothing this day, or null.</summary>
    public string? Gap(string source) => Findings.Gap(sources, source);

    /// <summary>Day of a source's newest data.</summary>
    public DateOnly? Latest(string source) => sources.LatestOf(source);

    public static string Text(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Add(CheckItem item) => items.Add(item);

    private static SortedDictionary<string, string> Arguments((string Name, string? Value)[] arguments)
    {
        var named = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
        {
            if (value is not null)
                named[name] = value;
        }
        return named;
    }
}
