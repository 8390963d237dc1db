using Xunit;
using Registry.Facts;
using Registry.Import;
using Registry.Sources;

namespace Registry.Tests.Sources;

/// <summary>What a source makes of a file.</summary>
internal sealed record Outcome(string Source, DateOnly? Day, bool IsSnapshot, IReadOnlyList<Fact> Facts, IReadOnlyList<string> Problems)
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    public T Only<T>()
        where T : Fact => (T)Facts.Single(f => f is T);

    public static Outcome Of(string source, string path, ReadOptions? options = null)
    {
        using var reading = SourceCatalog.Find(source)!.Open(path, options ?? new ReadOptions(Today));
        var rows = reading.Rows.ToList();
        Assert.All(rows, r => Assert.True(r.Facts.Count > 0 != r.Problems.Count > 0));
        Assert.Equal(rows.Select(r => r.Row).Order(), rows.Select(r => r.Row));
        return new Outcome(
            reading.Source,
            reading.Day,
            reading.IsSnapshot,
            [.. rows.SelectMany(r => r.Facts)],
            [.. rows.SelectMany(r => r.Problems).Select(Text)]);
    }

    public static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Sources", "Fixtures", name);

    public static SourceFileException Refused(string source, string path) => Assert.Throws<SourceFileException>(() => Of(source, path));

    private static string Text(ImportProblem problem) => $"{problem.Row} {problem.Column} [{problem.Value}] {problem.Reason}";
}
