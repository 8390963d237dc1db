using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Registry.Tests.Architecture;

/// <summary>The texts for people, in three languages.</summary>
public sealed class TextTests
{
    private static readonly string[] Translations = ["kk", "en"];

    [Fact]
    public void Every_text_stands_in_three_languages()
    {
        var problems = new List<string>();
        foreach (var neutral in NeutralFiles())
        {
            var texts = Texts(neutral);
            problems.AddRange(texts.Where(t => string.IsNullOrWhiteSpace(t.Value)).Select(t => $"{neutral}: {t.Key} is empty"));
            foreach (var translation in Translations.Select(language => $"{neutral[..^".resx".Length]}.{language}.resx"))
            {
                problems.AddRange(Differences(texts, translation));
            }
        }
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private static IEnumerable<string> NeutralFiles() => SourceTree.Read(".resx")
        .Select(file => Path.Combine(SourceTree.Root, file.Path))
        .Where(file => !Translations.Any(language => file.EndsWith($".{language}.resx", StringComparison.Ordinal)));

    private static IEnumerable<string> Differences(Dictionary<string, string> neutral, string translation)
    {
        var name = Path.GetRelativePath(SourceTree.Root, translation);
        if (!File.Exists(translation))
        {
            return [$"{name} is missing"];
        }
        var translated = Texts(translation);
        return neutral.Keys.Except(translated.Keys).Select(key => $"{name}: {key} is missing")
            .Concat(translated.Keys.Except(neutral.Keys).Select(key => $"{name}: {key} is not in the neutral file"))
            .Concat(translated.Where(t => string.IsNullOrWhiteSpace(t.Value)).Select(t => $"{name}: {t.Key} is empty"))
            .Concat(translated.Where(t => neutral.TryGetValue(t.Key, out var text) && !Places(text).SetEquals(Places(t.Value)))
                .Select(t => $"{name}: {t.Key} has other placeholders"));
    }

    private static HashSet<string> Places(string text) => [.. Regex.Matches(text, @"\{(\d+)").Select(m => m.Groups[1].Value)];

    private static Dictionary<string, string> Texts(string file) => XDocument.Load(file).Root!.Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")?.Value ?? "", StringComparer.Ordinal);
}
