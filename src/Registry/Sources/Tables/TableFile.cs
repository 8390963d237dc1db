namespace Registry.Sources.Tables;

/// <summary>Opens a file by what it is.</summary>
public static class TableFile
{
    private const int Longest = 4096;

    /// <summary>Format of a file by its first bytes: a zip is a workbook, a bracket begins JSON, anything else is CSV.</summary>
    /// <exception cref="SourceFileException">The file cannot be opened, or is none of the formats.</exception>
    public static TableFormat FormatOf(string path)
    {
        using var file = OpenRead(path);
        Span<byte> start = stackalloc byte[Longest];
        start = start[..file.ReadAtLeast(start, Longest, throwOnEndOfStream: false)];
        if (start.StartsWith("PK"u8))
            return TableFormat.Xlsx;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new SourceFileException("unreadable", "an old or an encrypted workbook; save it as .xlsx");
        if (start.StartsWith(Utf8File.ByteOrderMark))
            start = start[Utf8File.ByteOrderMark.Length..];
        start = start.TrimStart(" \t\r\n"u8);
        return !start.IsEmpty && start[0] is (byte)'[' or (byte)'{' ? TableFormat.Json : TableFormat.Csv;
    }

    /// <summary>Opens the file in its format, at its first row.</summary>
    /// <exception cref="SourceFileException">The file cannot be opened or used.</exception>
    public static TableReader Open(string path, TableFormat format) => format switch
    {
        TableFormat.Xlsx => new XlsxTable(path),
        TableFormat.Json => new JsonTable(path),
        _ => new CsvTable(path),
    };

    internal static FileStream OpenRead(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceFileException("unreadable", $"{Path.GetFileName(path)}: {e.GetType().Name}");
        }
    }
}
