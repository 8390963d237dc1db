using System.Text.Json;

namespace Registry.Sources.Tables;

/// <summary>
/// Where a JSON file keeps its rows: in the array that the file is, in <c>items</c> or <c>elements</c> of the object that it is,
/// or one after the other (JSON lines).
/// </summary>
internal sealed class JsonShape
{
    private const int InList = 2;
    private bool listNamed;
    private bool inList;

    /// <summary>Nesting of an item.</summary>
    public int ItemDepth { get; private set; }

    /// <summary>
    /// Reads the whole file once: broken or cut JSON is refused before the first row of it is used.
    /// </summary>
    /// <exception cref="JsonException">The file is not JSON to its end.</exception>
    public static JsonShape Of(Stream stream)
    {
        var shape = new JsonShape();
        var tokens = new JsonTokens(stream);
        var walk = new JsonShape { ItemDepth = InList };
        var first = true;
        do
        {
            var reader = tokens.Reader();
            while (reader.Read())
            {
                if (first && reader.TokenType == JsonTokenType.StartArray)
                    shape.ItemDepth = 1;
                first = false;
                if (shape.ItemDepth == 0 && walk.IsListBegin(ref reader))
                    shape.ItemDepth = InList;
            }
            tokens.Advance(ref reader);
        }
        while (tokens.Fill());
        return shape;
    }

    /// <summary>Whether the token is or begins an item. To be asked of every token in turn.</summary>
    public bool IsItem(ref Utf8JsonReader reader)
    {
        if (ItemDepth == InList && reader.CurrentDepth == 1)
            IsListBegin(ref reader);
        return reader.CurrentDepth == ItemDepth
            && (ItemDepth != InList || inList)
            && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject or JsonTokenType.PropertyName);
    }

    private bool IsListBegin(ref Utf8JsonReader reader)
    {
        if (reader.CurrentDepth != 1)
            return false;
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            listNamed = reader.ValueTextEquals("items"u8) || reader.ValueTextEquals("elements"u8);
            inList = false;
            return false;
        }
        inList = listNamed && reader.TokenType == JsonTokenType.StartArray;
        return inList;
    }
}
