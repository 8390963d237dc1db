using System.Globalization;

namespace Registry.Benchmarks.Search;

/// <summary>What to measure.</summary>
/// <param name="Companies">Invented companies beside the known ones, one run each.</param>
/// <param name="Each">Queries of each class.</param>
/// <param name="Index">Folder in which indices are kept from run to run, or null.</param>
/// <param name="Elasticsearch">Address of a server to measure beside the embedded engine, or null.</param>
/// <param name="ShowsMissed">Names every query whose company did not come first.</param>
internal sealed record SearchOptions(IReadOnlyList<int> Companies, int Each, string? Index, Uri? Elasticsearch, bool ShowsMissed)
{
    public const string Usage = "search [--companies 100000,1000000] [--each 200] [--index FOLDER] [--elasticsearch URL] [--missed]";

    public static SearchOptions Read(string[] args) => new(
        [.. Option(args, "--companies", "100000,1000000").Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture))],
        int.Parse(Option(args, "--each", "200"), CultureInfo.InvariantCulture),
        Option(args, "--index", "") is { Length: > 0 } folder ? folder : null,
        Option(args, "--elasticsearch", "") is { Length: > 0 } url ? new Uri(url) : null,
        args.Contains("--missed"));

    private static string Option(string[] args, string name, string otherwise)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : otherwise;
    }
}
