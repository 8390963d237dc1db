namespace Registry.Tests.Architecture;

/// <summary>The files of the repository that people wrote.</summary>
internal static class SourceTree
{
    private static readonly string[] NotOurs =
        [".git", "bin", "obj", "data", "node_modules", "TestResults", "artifacts", "BenchmarkDotNet.Artifacts", ".vs", ".idea", ".vscode"];

    /// <summary>Folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Path from the root, with forward slashes, and full text of every file with one of these extensions.</summary>
    public static IEnumerable<(string Path, string Text)> Read(params string[] extensions) =>
        Files(Root)
            .Where(file => extensions.Contains(Path.GetExtension(file), StringComparer.Ordinal))
            .Select(file => (Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllText(file)));

    /// <summary>Every line of those files that satisfies a condition, as <c>path:line text</c>.</summary>
    public static IReadOnlyList<string> Lines(Func<string, bool> path, Func<string, bool> line, params string[] extensions) =>
        [.. Read(extensions).Where(file => path(file.Path)).SelectMany(file => file.Text.Split('\n')
            .Select((text, index) => (Text: text, Number: index + 1))
            .Where(l => line(l.Text))
            .Select(l => $"{file.Path}:{l.Number} {l.Text.Trim()}"))];

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder)
            .Where(child => !NotOurs.Contains(Path.GetFileName(child), StringComparer.Ordinal))
            .SelectMany(Files));

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Registry.sln")) ? folder
        : FindRoot(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Registry.sln stands in no parent folder."));
}
