using System.Globalization;
using System.Text.Json;

namespace Registry.Web.Api.Reconcile;

/// <summary>One question of a batch.</summary>
/// <param name="Key">What its answer is filed under.</param>
/// <param name="Text">Name or number to look for; null where only properties are given.</param>
/// <param name="Types">Types asked for; empty is any.</param>
/// <param name="Limit">Candidates wanted.</param>
internal sealed record ReconcileQuery(
    string Key, string? Text, IReadOnlyList<string> Types, int Limit, IReadOnlyList<WantedProperty> Properties);

/// <summary>A property and the values that it should have: any of them.</summary>
internal sealed record WantedProperty(string Id, IReadOnlyList<string> Values);

/// <summary>The batch cannot be read; the message says what of it is wrong and never repeats what was sent.</summary>
internal sealed class ReconcileFormatException(string what) : Exception(what);

/// <summary>Reads batches of queries. Queries are named by their place, because their keys and texts may hold personal numbers.</summary>
internal static class ReconcileQueries
{
    /// <summary>Queries in one batch; a client sends ten.</summary>
    public const int MostQueries = 50;

    private const int UsualLimit = 10;
    private const int LargestLimit = 25;
    private const int MostProperties = 20;
    private static readonly string[] Strictness = ["any", "should", "all"];

    /// <summary>Reads a batch; more than <see cref="MostQueries"/> give null.</summary>
    /// <exception cref="ReconcileFormatException">It is not a batch.</exception>
    public static IReadOnlyList<ReconcileQuery>? ReadBatch(string json)
    {
        using var document = Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new ReconcileFormatException("must be a JSON object of queries.");
        var members = document.RootElement.EnumerateObject().ToList();
        return members.Count > MostQueries ? null : [.. members.Select((member, i) => Read(member.Name, member.Value, i + 1))];
    }

    /// <summary>Reads a single query of the older form: a text, or one query object.</summary>
    /// <exception cref="ReconcileFormatException">It is neither.</exception>
    public static ReconcileQuery ReadSingle(string text)
    {
        if (!text.TrimStart().StartsWith('{'))
            return new ReconcileQuery("", text, [], UsualLimit, []);
        using var document = Parse(text);
        return Read("", document.RootElement, 1);
    }

    /// <summary>JSON of the request.</summary>
    /// <exception cref="ReconcileFormatException">It is no JSON.</exception>
    public static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            throw new ReconcileFormatException("is not JSON.");
        }
    }

    private static ReconcileQuery Read(string key, JsonElement query, int place)
    {
        if (query.ValueKind != JsonValueKind.Object)
            throw Wrong(place, "must be an object.");
        var properties = ReadProperties(query, place);
        var text = ReadText(query, place);
        if (text is null && properties.Count == 0)
            throw Wrong(place, "needs query or properties.");
        if (query.TryGetProperty("type_strict", out var strict) && (strict.ValueKind != JsonValueKind.String || !Strictness.Contains(strict.GetString(), StringComparer.Ordinal)))
            throw Wrong(place, "type_strict must be one of any, should, all.");
        return new ReconcileQuery(key, text, ReadTypes(query, place), ReadLimit(query, place), properties);
    }

    private static string? ReadText(JsonElement query, int place)
    {
        if (!query.TryGetProperty("query", out var text))
            return null;
        return text.ValueKind == JsonValueKind.String ? text.GetString() : throw Wrong(place, "query must be a text.");
    }

    private static int ReadLimit(JsonElement query, int place)
    {
        if (!query.TryGetProperty("limit", out var limit))
            return UsualLimit;
        return limit.ValueKind == JsonValueKind.Number && limit.TryGetDouble(out var number) && number >= 1
            ? (int)Math.Min(number, LargestLimit)
            : throw Wrong(place, "limit must be a positive number.");
    }

    private static IReadOnlyList<string> ReadTypes(JsonElement query, int place)
    {
        if (!query.TryGetProperty("type", out var type))
            return [];
        return type.ValueKind switch
        {
            JsonValueKind.String => [type.GetString()!],
            JsonValueKind.Array when type.EnumerateArray().All(t => t.ValueKind == JsonValueKind.String) => [.. type.EnumerateArray().Select(t => t.GetString()!)],
            _ => throw Wrong(place, "type must be a type id or an array of them."),
        };
    }

    private static IReadOnlyList<WantedProperty> ReadProperties(JsonElement query, int place)
    {
        if (!query.TryGetProperty("properties", out var properties))
            return [];
        if (properties.ValueKind != JsonValueKind.Array || properties.GetArrayLength() > MostProperties)
            throw Wrong(place, $"properties must be an array of at most {MostProperties}.");
        return [.. properties.EnumerateArray().Select(property => ReadProperty(property, place))];
    }

    private static WantedProperty ReadProperty(JsonElement property, int place)
    {
        if (property.ValueKind != JsonValueKind.Object || !property.TryGetProperty("pid", out var id) || id.ValueKind != JsonValueKind.String
            || !property.TryGetProperty("v", out var value))
        {
            throw Wrong(place, "each of the properties needs pid, a text, and v.");
        }
        IEnumerable<JsonElement> values = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        return new WantedProperty(id.GetString()!, [.. values.Select(v => ReadValue(v, place))]);
    }

    private static string ReadValue(JsonElement value, int place) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => bool.TrueString,
        JsonValueKind.False => bool.FalseString,
        JsonValueKind.Object when value.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String => id.GetString()!,
        _ => throw Wrong(place, "v must hold texts, numbers, booleans or entities with an id."),
    };

    private static ReconcileFormatException Wrong(int place, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"query {place}: {what}"));
}
