using System.Text.Encodings.Web;
using System.Text.Json;

namespace Registry.Seed.Files;

/// <summary>Writes one page of items as an open service answers it: a line per item.</summary>
internal sealed class JsonItems : IDisposable
{
    private const int FlushAt = 1 << 16;
    private readonly FileStream file;
    private readonly Utf8JsonWriter json;

    /// <summary>Begins the page.</summary>
    /// <param name="path">File to write.</param>
    /// <param name="array">Name of the array that holds the items.</param>
    public JsonItems(string path, string array)
    {
        file = File.Create(path);
        json = new Utf8JsonWriter(file, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteStartArray(array);
    }

    /// <summary>Items written.</summary>
    public long Count { get; private set; }

    public void Item(Action<Utf8JsonWriter> write)
    {
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
        Count++;
        if (json.BytesPending > FlushAt)
            json.Flush();
    }

    /// <summary>Ends the array and writes what stands after it.</summary>
    public void Close(Action<Utf8JsonWriter> tail)
    {
        json.WriteEndArray();
        tail(json);
        json.WriteEndObject();
    }

    public void Dispose()
    {
        json.Dispose();
        file.Dispose();
    }
}
