namespace Registry.Sources.Tables;

/// <summary>
/// Texts that stand in thousands of rows (activities, places, codes): each is made once. Forgets everything when it has
/// grown too large, so that a file of distinct texts cannot fill the memory.
/// </summary>
/// <param name="read">Makes the text of a trimmed cell.</param>
public sealed class RepeatedTexts(Func<ReadOnlySpan<char>, string?> read)
{
    private const int Most = 20_000;
    private readonly Dictionary<string, string?> texts = new(StringComparer.Ordinal);

    /// <summary>The text of the cell.</summary>
    public string? Of(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty)
            return null;
        var known = texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(cell, out var text))
            return text;
        text = read(cell);
        if (texts.Count == Most)
            texts.Clear();
        texts.Add(cell.ToString(), text);
        return text;
    }
}
