using System.Text;
using System.Text.Json;

namespace Registry.Sources.Tables;

/// <summary>
/// JSON items as rows: an array, <c>{"items":[…]}</c>, <c>{"elements":[…]}</c> or JSON lines. A property is a column;
/// lists of plain values are joined by blanks; <c>{"status":{"nameRu":…}}</c> is the column <c>statusNameRu</c>.
/// </summary>
public sealed class JsonTable : TableReader
{
    private readonly FileStream file;
    private readonly JsonShape shape;
    private readonly JsonTokens tokens;
    private readonly Dictionary<string, int> columnOf = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly List<string?> cells = [];

    /// <summary>Opens the file at its first item.</summary>
    /// <exception cref="SourceFileException">Not readable, not UTF-8, not JSON to its end, or over a bound.</exception>
    public JsonTable(string path)
    {
        file = Utf8File.Open(path);
        try
        {
            var start = file.Position;
            shape = Guarded(() => JsonShape.Of(file));
            file.Position = start;
            tokens = new JsonTokens(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override int Width => cells.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => names;

    /// <inheritdoc/>
    public override (long Done, long Total) Progress => (file.Position, file.Length);

    /// <inheritdoc/>
    public override bool Read()
    {
        if (Guarded(NextItem) is not { } item)
            return false;
        Row++;
        for (var i = 0; i < cells.Count; i++)
            cells[i] = null;
        if (item.Span[0] == '{')
            ReadCells(item.Span);
        return true;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Cell(int column) => column < cells.Count ? cells[column] : [];

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
    }

    private ReadOnlyMemory<byte>? NextItem()
    {
        do
        {
            var reader = tokens.Reader();
            while (true)
            {
                var before = reader;
                if (!reader.Read())
                    break;
                if (!shape.IsItem(ref reader))
                    continue;
                var start = reader.TokenStartIndex;
                if (!reader.TrySkip())
                {
                    reader = before;
                    break;
                }
                var item = tokens.Slice(start, reader.BytesConsumed);
                tokens.Advance(ref reader);
                return item;
            }
            tokens.Advance(ref reader);
        }
        while (tokens.Fill());
        return null;
    }

    private void ReadCells(ReadOnlySpan<byte> item)
    {
        var reader = new Utf8JsonReader(item, new JsonReaderOptions { MaxDepth = TableBounds.JsonDepth });
        reader.Read();
        ReadObject(ref reader, "");
    }

    private void ReadObject(ref Utf8JsonReader reader, string prefix)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = prefix + Text(ref reader);
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject)
                ReadObject(ref reader, name);
            else
                cells[ColumnOf(name)] = reader.TokenType == JsonTokenType.StartArray ? ValueList(ref reader) : Text(ref reader);
        }
    }

    private int ColumnOf(string name)
    {
        if (columnOf.TryGetValue(name, out var column))
            return column;
        var key = CellText.ColumnKey(name);
        column = names.IndexOf(key);
        if (columnOf.Count == TableBounds.Columns)
            throw TableBounds.TooLarge($"item {Row}: more than {TableBounds.Columns} different properties");
        if (column < 0)
        {
            column = names.Count;
            names.Add(key);
            cells.Add(null);
        }
        columnOf.Add(name, column);
        return column;
    }

    private static string ValueList(ref Utf8JsonReader reader)
    {
        var list = new StringBuilder();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                reader.Skip();
            else
                list.Append(list.Length == 0 ? "" : " ").Append(Text(ref reader));
        }
        return list.ToString();
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return "";
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            return Encoding.UTF8.GetString(reader.ValueSpan);
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half of an escaped surrogate pair: no text, but no reason to lose the file either.
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (JsonException e)
        {
            throw new SourceFileException("unreadable", $"item {Row + 1}, line {e.LineNumber + 1}: not JSON");
        }
    }
}
