using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Registry.Tests.Support;

/// <summary>
/// A JSON Schema of a folder of schemas that refer to each other by file name. Knows the keywords that those schemas use and
/// fails on any other, so that nothing is passed over in silence.
/// </summary>
internal sealed class JsonSchema
{
    /// <summary>Folder of the schemas; where it is not set, tests that need them are skipped.</summary>
    public const string FolderVariable = "REGISTRY_TEST_SCHEMAS";

    private static readonly HashSet<string> Silent = new(["$schema", "$id", "description", "title", "definitions", "default", "format"], StringComparer.Ordinal);
    private readonly string folder;
    private readonly JsonElement root;

    private JsonSchema(string folder, string file)
    {
        this.folder = folder;
        root = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, file))).RootElement;
    }

    /// <summary>Opens a schema, or skips the test where there are none.</summary>
    /// <param name="set">The folder of one format, e.g. <c>reconciliation-0.2</c>.</param>
    public static JsonSchema Open(string set, string file)
    {
        var sets = Environment.GetEnvironmentVariable(FolderVariable);
        Assert.SkipWhen(string.IsNullOrEmpty(sets), $"Without schemas: set {FolderVariable} to their folder.");
        return new JsonSchema(Path.Combine(sets, set), file);
    }

    /// <summary>What in a document breaks the schema; empty for a valid one.</summary>
    public IReadOnlyList<string> Errors(JsonElement document) => [.. Check(root, document, "$")];

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string path)
    {
        if (schema.ValueKind == JsonValueKind.True)
            return [];
        if (schema.ValueKind == JsonValueKind.False)
            return [$"{path} must not be there"];
        return schema.EnumerateObject().SelectMany(keyword => Keyword(schema, keyword, value, path));
    }

    private IEnumerable<string> Keyword(JsonElement schema, JsonProperty keyword, JsonElement value, string path) => keyword.Name switch
    {
        "type" => HasType(keyword.Value, value) ? [] : [$"{path} is {value.ValueKind}, not {keyword.Value}"],
        "enum" => keyword.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)) ? [] : [$"{path} is not one of {keyword.Value}"],
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!) ? [] : [$"{path} does not match {keyword.Value}"],
        "required" => Required(keyword.Value, value, path),
        "properties" or "patternProperties" or "additionalProperties" => Members(schema, keyword, value, path),
        "items" => Items(value).SelectMany((item, i) => Check(keyword.Value, item, $"{path}[{i}]")),
        "contains" => Items(value).Any(item => !Check(keyword.Value, item, path).Any()) || value.ValueKind != JsonValueKind.Array ? [] : [$"{path} lacks {keyword.Value}"],
        "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= keyword.Value.GetInt32() ? [] : [$"{path} has too few items"],
        "uniqueItems" => Items(value).Select(i => i.GetRawText()).Distinct().Count() == Items(value).Count() ? [] : [$"{path} has an item twice"],
        "oneOf" => Passing(keyword.Value, value, path) == 1 ? [] : [$"{path} fits {Passing(keyword.Value, value, path)} of {keyword.Value.GetArrayLength()} forms"],
        "anyOf" => Passing(keyword.Value, value, path) > 0 ? [] : [$"{path} fits no form"],
        "$ref" => Referred(keyword.Value.GetString()!, value, path),
        var name when Silent.Contains(name) => [],
        var name => throw new NotSupportedException($"The schema keyword {name} is not known here."),
    };

    private IEnumerable<string> Members(JsonElement schema, JsonProperty keyword, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
            yield break;
        foreach (var member in value.EnumerateObject())
        {
            foreach (var rule in Rules(schema, keyword, member.Name))
            {
                foreach (var error in Check(rule, member.Value, $"{path}.{member.Name}"))
                    yield return error;
            }
        }
    }

    private static IEnumerable<JsonElement> Rules(JsonElement schema, JsonProperty keyword, string member) => keyword.Name switch
    {
        "properties" => keyword.Value.TryGetProperty(member, out var own) ? [own] : [],
        "patternProperties" => keyword.Value.EnumerateObject().Where(p => Regex.IsMatch(member, p.Name)).Select(p => p.Value),
        _ => IsNamed(schema, member) ? [] : [keyword.Value],
    };

    private static bool IsNamed(JsonElement schema, string member) =>
        (schema.TryGetProperty("properties", out var own) && own.TryGetProperty(member, out _))
        || (schema.TryGetProperty("patternProperties", out var patterns) && patterns.EnumerateObject().Any(p => Regex.IsMatch(member, p.Name)));

    private static IEnumerable<string> Required(JsonElement names, JsonElement value, string path) => value.ValueKind != JsonValueKind.Object ? []
        : names.EnumerateArray().Select(n => n.GetString()!).Where(n => !value.TryGetProperty(n, out _)).Select(n => $"{path} lacks {n}");

    private IEnumerable<string> Referred(string reference, JsonElement value, string path)
    {
        if (!reference.StartsWith('#'))
            return new JsonSchema(folder, reference).Errors(value).Select(error => $"{path}: {error}");
        var target = reference.Split('/').Skip(1).Aggregate(root, (at, name) => at.GetProperty(name));
        return Check(target, value, path);
    }

    private int Passing(JsonElement forms, JsonElement value, string path) => forms.EnumerateArray().Count(form => !Check(form, value, path).Any());

    private static JsonElement.ArrayEnumerator Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : default;

    private static bool HasType(JsonElement type, JsonElement value) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(t => HasType(t, value))
        : type.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind == JsonValueKind.Null,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(double.Parse(value.GetRawText(), CultureInfo.InvariantCulture)),
            var other => throw new NotSupportedException($"The schema type {other} is not known here."),
        };
}
