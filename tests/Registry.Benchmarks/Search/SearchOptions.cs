using System.Globalization;

namespace Registry.Benchmarks.Search;

/// <summary>What to measure.</summary>
/// <param name="Companies">Invented companies beside the known ones, one run each.</param>
/// <param name="Each">Queries of each class.</param>
/// <param name="Index">Folder in which indices are kept from run to run, or null.</param>
/// <param name="Others">Every how many-th query the other engines get: they are slow.</param>
/// <param name="Sqlite">Whether SQLite FTS5 is measured too.</param>
/// <param name="Postgres">Connection of a PostgreSQL database to measure pg_trgm in, or null.</param>
/// <param name="Elasticsearch">Address of an Elasticsearch server to measure our search and multi_match on, or null.</param>
/// <param name="WritesQueries">Writes the queries drawn from synthetic names to this file instead of measuring.</param>
/// <param name="ShowsMissed">Names every query whose company did not come first.</param>
/// <param name="Seed">Another seed draws other queries from the real names: a set that nothing was tuned on.</param>
/// <param name="Alike">Invented companies of ten that bear a known name with one word changed: with many, few beginnings mean one company only.</param>
/// <param name="Classes">Only these classes of queries; empty for all.</param>
internal sealed record SearchOptions(IReadOnlyList<int> Companies, int Each, string? Index, int Others, bool Sqlite, string? Postgres, string? Elasticsearch, string? WritesQueries, bool ShowsMissed, int Seed, int Alike, IReadOnlySet<string> Classes)
{
    public const string Usage = "search [--companies 100000,1000000] [--each 200] [--index FOLDER] [--missed] [--seed 7] [--alike 3] [--classes typo1,typo2] [--others 10] [--sqlite] [--postgres CONNECTION] [--elasticsearch URL] [--write-queries FILE]";

    public static SearchOptions Read(string[] args) => new(
        [.. Option(args, "--companies", "100000,1000000").Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture))],
        int.Parse(Option(args, "--each", "200"), CultureInfo.InvariantCulture),
        Option(args, "--index"),
        int.Parse(Option(args, "--others", "10"), CultureInfo.InvariantCulture),
        args.Contains("--sqlite"),
        Option(args, "--postgres"),
        Option(args, "--elasticsearch"),
        Option(args, "--write-queries"),
        args.Contains("--missed"),
        int.Parse(Option(args, "--seed", "7"), CultureInfo.InvariantCulture),
        int.Parse(Option(args, "--alike", "3"), CultureInfo.InvariantCulture),
        Option(args, "--classes", "").Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal));

    private static string? Option(string[] args, string name) => Option(args, name, "") is { Length: > 0 } value ? value : null;

    private static string Option(string[] args, string name, string otherwise)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : otherwise;
    }
}
