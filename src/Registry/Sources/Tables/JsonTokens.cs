using System.Text.Json;

namespace Registry.Sources.Tables;

/// <summary>Tokens of a JSON file of any length through one buffer that is as long as the longest item.</summary>
internal sealed class JsonTokens(Stream stream)
{
    private const int FirstLength = 1 << 16;
    private const int LongestItem = TableBounds.RecordLength * 4;

    private static readonly JsonReaderOptions Options = new() { AllowMultipleValues = true, MaxDepth = TableBounds.JsonDepth };

    private byte[] buffer = new byte[FirstLength];
    private JsonReaderState state = new(Options);
    private int start;
    private int end;
    private bool final;

    /// <summary>A reader over what the buffer holds.</summary>
    public Utf8JsonReader Reader() => new(buffer.AsSpan(start, end - start), final, state);

    /// <summary>Bytes of the buffer, counted from where <see cref="Reader"/> began.</summary>
    public ReadOnlyMemory<byte> Slice(long from, long to) => buffer.AsMemory(start + (int)from, (int)(to - from));

    /// <summary>Keeps what the reader has consumed.</summary>
    public void Advance(ref Utf8JsonReader reader)
    {
        start += (int)reader.BytesConsumed;
        state = reader.CurrentState;
    }

    /// <summary>Reads on; false when the file had already ended.</summary>
    public bool Fill()
    {
        if (final)
            return false;
        var kept = end - start;
        if (kept == buffer.Length)
            Grow();
        else
            buffer.AsSpan(start, kept).CopyTo(buffer);
        start = 0;
        end = kept;
        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        final = read == 0;
        return true;
    }

    private void Grow()
    {
        if (buffer.Length >= LongestItem)
            throw TableBounds.TooLarge($"one item has more than {LongestItem} bytes");
        Array.Resize(ref buffer, buffer.Length * 2);
    }
}
