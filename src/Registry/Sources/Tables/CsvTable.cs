using System.Text;
using Sylvan.Data.Csv;

namespace Registry.Sources.Tables;

/// <summary>
/// CSV: UTF-8 with or without byte order mark, comma or semicolon (whichever the first lines hold more of),
/// quoted fields with line breaks. The header is a row like the others; what it means the source says.
/// </summary>
public sealed class CsvTable : TableReader
{
    private const int FirstLines = 8;
    private const int LongestFirstLines = 1 << 16;
    private const int BufferLength = 1 << 16;

    private readonly FileStream file;
    private readonly StreamReader text;
    private readonly CsvDataReader? csv;

    /// <summary>Opens the file at its first row.</summary>
    /// <exception cref="SourceFileException">Not readable, not UTF-8, no CSV or over a bound.</exception>
    public CsvTable(string path)
    {
        file = Utf8File.Open(path);
        try
        {
            var delimiter = FindDelimiter(file);
            text = new StreamReader(file, new UTF8Encoding(false, true), detectEncodingFromByteOrderMarks: false, BufferLength);
            csv = text.Peek() < 0 ? null : Guarded(() => CsvDataReader.Create(text, Options(delimiter)));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override int Width => csv?.RowFieldCount ?? 0;

    /// <inheritdoc/>
    public override (long Done, long Total) Progress => (file.Position, file.Length);

    /// <inheritdoc/>
    public override bool Read()
    {
        while (csv is not null && Guarded(csv.Read))
        {
            Row++;
            if (Row > TableBounds.Rows)
                throw TableBounds.TooLarge($"more than {TableBounds.Rows} rows");
            if (Width > TableBounds.Columns)
                throw TableBounds.TooLarge($"row {Row}: {Width} columns, at most {TableBounds.Columns}");
            if (Width > 1 || !Cell(0).IsWhiteSpace())
                return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Cell(int column) => csv is not null && column < csv.RowFieldCount ? csv.GetFieldSpan(column) : [];

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        csv?.Dispose();
        text.Dispose();
        file.Dispose();
    }

    private static CsvDataReaderOptions Options(char delimiter) => new()
    {
        HasHeaders = false,
        Delimiter = delimiter,
        BufferSize = BufferLength,
        MaxBufferSize = TableBounds.CsvRecordLength,
        OwnsReader = false,
    };

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CsvRecordTooLargeException)
        {
            throw TableBounds.TooLarge($"row {Row + 1}: more than {TableBounds.CsvRecordLength} characters");
        }
        catch (CsvFormatException)
        {
            throw new SourceFileException("unreadable", $"row {Row + 1}: quotes do not match");
        }
    }

    private static char FindDelimiter(FileStream file)
    {
        var start = file.Position;
        Span<byte> bytes = new byte[LongestFirstLines];
        bytes = bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        file.Position = start;
        int commas = 0, semicolons = 0, lines = 0;
        var quoted = false;
        foreach (var b in bytes)
        {
            quoted ^= b == '"';
            if (quoted)
                continue;
            commas += b == ',' ? 1 : 0;
            semicolons += b == ';' ? 1 : 0;
            if (b == '\n' && ++lines == FirstLines)
                break;
        }
        return semicolons > commas ? ';' : ',';
    }
}
