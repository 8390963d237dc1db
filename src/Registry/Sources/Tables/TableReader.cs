namespace Registry.Sources.Tables;

/// <summary>Rows of a file one after the other, whatever its format; only the present row is held.</summary>
public abstract class TableReader : IDisposable
{
    /// <summary>One-based number of the present row in the file; rows of several sheets go on counting.</summary>
    public long Row { get; protected set; }

    /// <summary>Cells of the present row.</summary>
    public abstract int Width { get; }

    /// <summary>Names of the present row's cells where the format carries them with every row (JSON), else null.</summary>
    public virtual IReadOnlyList<string>? Names => null;

    /// <summary>Bytes read so far and in all.</summary>
    public abstract (long Done, long Total) Progress { get; }

    /// <summary>Goes to the next row that holds anything; false at the end.</summary>
    /// <exception cref="SourceFileException">The file is broken from here on, or over a bound.</exception>
    public abstract bool Read();

    /// <summary>The cell as it stands in the file; empty where the row has none.</summary>
    public abstract ReadOnlySpan<char> Cell(int column);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the file.</summary>
    protected abstract void Dispose(bool disposing);
}

/// <summary>How a file is written, told by its first bytes and not by its name.</summary>
public enum TableFormat
{
    Csv,
    Json,
    Xlsx,
}

/// <summary>
/// What no honest register file exceeds. A file over one of these is refused as a whole (<c>tooLarge</c>).
/// </summary>
public static class TableBounds
{
    /// <summary>Columns of a row; the widest format has 45, Excel itself allows 16,384.</summary>
    public const int Columns = 512;

    /// <summary>
    /// Characters of one CSV record; the longest real ones (an OKED list, an address) stay under ten thousand.
    /// It also bounds the work on a record of separators only, which grows with the square of their number.
    /// </summary>
    public const int CsvRecordLength = 1 << 17;

    /// <summary>Bytes of one text or tag of a workbook; a quarter of the longest JSON item.</summary>
    public const int RecordLength = 1 << 20;

    /// <summary>Characters of one cell, Excel's own limit.</summary>
    public const int CellLength = 32_767;

    /// <summary>Rows of a file: all entities ever registered are a few million.</summary>
    public const long Rows = 20_000_000;

    /// <summary>Sheets of a workbook.</summary>
    public const int Sheets = 64;

    /// <summary>Parts of a workbook's archive.</summary>
    public const int Parts = 512;

    /// <summary>Distinct texts of a workbook; they have to be held while it is read.</summary>
    public const int SharedStrings = 4_000_000;

    /// <summary>Characters of all distinct texts of a workbook.</summary>
    public const long SharedStringsLength = 100_000_000;

    /// <summary>Bytes of one unpacked part: a full sheet of a million rows and 22 columns has about one billion.</summary>
    public const long PartLength = 2L << 30;

    /// <summary>Unpacked to packed size: sheets reach 30, a bomb has a thousand.</summary>
    public const int UnpackedRatio = 150;

    /// <summary>Bytes under which the ratio says nothing: a small part of blanks packs better than any sheet.</summary>
    public const long RatioMatters = 8L << 20;

    /// <summary>Depth of nested JSON.</summary>
    public const int JsonDepth = 16;

    /// <summary>The file exceeds a bound.</summary>
    public static SourceFileException TooLarge(string what) => new("tooLarge", what);
}
