using Registry.Names;

namespace Registry.Benchmarks.Search;

/// <summary>The words of a name without its legal form, in the letters of the register.</summary>
internal static class Core
{
    public static string[] WordsOf(string name) =>
        [.. NormalisedName.Of(name).Tokens.Select(t => name.Substring(t.Start, t.Length))];

    public static string Of(string name) => string.Join(' ', WordsOf(name));
}
