using System.Text.RegularExpressions;
using Xunit;

namespace Registry.Tests.Architecture;

/// <summary>What no source file may hold.</summary>
public sealed class SourceTests
{
    private static readonly string[] Code = [".cs", ".razor"];

    [Fact]
    public void Time_comes_from_the_time_provider() =>
        None(Matches(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b", NotThisFolder));

    [Fact]
    public void Raw_sql_stands_in_data_only() =>
        None(Matches(@"\.(FromSql|ExecuteSql|SqlQuery)(Raw|Interpolated)?(<\w+>)?(Async)?\(", path =>
            path.StartsWith("src/", StringComparison.Ordinal) && !path.StartsWith("src/Registry/Data/", StringComparison.Ordinal)));

    [Fact]
    public void No_test_is_skipped_or_sleeps() =>
        None(Matches(@"\bSkip\s*=\s*""|\bThread\.Sleep\(|\bTask\.Delay\(\d", NotThisFolder));

    [Fact]
    public void Types_say_what_they_are()
    {
        var vague = new Regex("(Manager|Helper|Helpers|Util|Utils|Utilities|Service|Dto|Impl|Base)$");
        None([.. Dependencies.Assemblies.SelectMany(a => a.GetTypes())
            .Where(type => type.Namespace?.StartsWith("Registry", StringComparison.Ordinal) == true && !type.Name.StartsWith('<'))
            .Select(type => type.Name.Split('`')[0])
            .Where(name => vague.IsMatch(name))]);
    }

    [Fact]
    public void No_folder_is_a_drawer_for_everything() =>
        None([.. SourceTree.Read(Code)
            .Select(file => file.Path)
            .Where(path => path.Split('/').Intersect(["Common", "Core", "Extensions", "Helpers", "Utils"]).Any())]);

    [Fact]
    public void No_path_of_somebodys_machine_stands_in_the_tree()
    {
        // Written in two halves, so that this file does not find itself.
        var machine = new Regex("(^|[\\s\"'=(:])(/ro" + "ot/|/wo" + "rk/|/ho" + "me/[a-z]|/Us" + "ers/|/tmp/w" + "t|[A-Z]:\\\\Us" + "ers)");
        string[] text = [.. Code, ".md", ".json", ".yaml", ".yml", ".csproj", ".props", ".sln", ".conf", ".sh", ".css", ".js", ".resx", ""];
        None(SourceTree.Lines(_ => true, machine.IsMatch, text));
    }

    private static bool NotThisFolder(string path) => !path.StartsWith("tests/Registry.Tests/Architecture/", StringComparison.Ordinal);

    private static IReadOnlyList<string> Matches(string pattern, Func<string, bool> path) =>
        SourceTree.Lines(path, new Regex(pattern).IsMatch, Code);

    private static void None(IReadOnlyList<string> found) => Assert.True(found.Count == 0, string.Join('\n', found));
}
