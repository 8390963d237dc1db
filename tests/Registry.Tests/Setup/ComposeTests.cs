using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Registry.Data;
using Registry.Setup;
using Registry.Tests.Architecture;
using Xunit;

namespace Registry.Tests.Setup;

public sealed class ComposeTests
{
    [Fact]
    public void Compose_names_only_settings_that_are_read()
    {
        var given = Settings();
        var asked = new AskedSettings(given);

        var settings = RegistrySettings.Read(new ConfigurationRoot([asked]));

        Assert.Equal(DatabaseProvider.Postgres, settings.Provider);
        Assert.NotEmpty(given);
        Assert.All(given.Keys, key => Assert.Contains(key, asked.Keys));
    }

    private static Dictionary<string, string?> Settings() =>
        Regex.Matches(File.ReadAllText(Path.Combine(SourceTree.Root, "compose.yaml")), @"^ +(?<key>Registry__\w+): (?<value>.+)$", RegexOptions.Multiline)
            .ToDictionary(
                m => m.Groups["key"].Value.Replace("__", ":", StringComparison.Ordinal),
                m => (string?)Regex.Replace(m.Groups["value"].Value, @"\$\{\w+:-(?<otherwise>[^}]*)\}", "${otherwise}"),
                StringComparer.OrdinalIgnoreCase);

    private sealed class AskedSettings : ConfigurationProvider
    {
        public AskedSettings(IDictionary<string, string?> given) => Data = given;

        public HashSet<string> Keys { get; } = new(StringComparer.OrdinalIgnoreCase);

        public override bool TryGet(string key, out string? value)
        {
            Keys.Add(key);
            return base.TryGet(key, out value);
        }
    }
}
