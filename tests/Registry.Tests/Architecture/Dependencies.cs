using System.Text.RegularExpressions;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;
using IType = ArchUnitNET.Domain.IType;

namespace Registry.Tests.Architecture;

/// <summary>Which type of our assemblies uses which type, method bodies included.</summary>
internal static class Dependencies
{
    /// <summary>The assemblies that are shipped.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. new[] { "Registry", "Registry.Web", "Registry.Cli", "Registry.Seed" }.Select(Assembly.Load)];

    private static readonly Lazy<IReadOnlyList<IType>> Loaded = new(() =>
        [.. new ArchLoader().LoadAssemblies([.. Assemblies]).Build().Types.Where(t => t.FullName?.StartsWith("Registry.", StringComparison.Ordinal) == true)]);

    /// <summary>Uses of types whose full name matches <paramref name="used"/>, in types whose full name matches <paramref name="by"/>.</summary>
    public static IReadOnlyList<string> Find(string by, string used, string except = "^$") =>
        [.. Loaded.Value
            .Where(user => Regex.IsMatch(user.FullName, by) && !Regex.IsMatch(user.FullName, except))
            .SelectMany(user => user.Dependencies, (user, use) => (User: user.FullName, Used: use.Target.FullName))
            .Where(pair => Regex.IsMatch(pair.Used, used))
            .Select(pair => $"{pair.User} uses {pair.Used}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
}
