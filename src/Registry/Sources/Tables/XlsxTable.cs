using System.Globalization;
using System.Xml;

namespace Registry.Sources.Tables;

/// <summary>
/// All sheets of a workbook, row after row, straight from their XML. The declared dimension is not read (registers' exports
/// declare three rows and hold thousands), cells stand where their own reference says. A number stays as the file writes it,
/// a date is its serial number; a formula is never evaluated: its stored result is a text like any other.
/// </summary>
public sealed class XlsxTable : TableReader
{
    private readonly XlsxArchive archive;
    private readonly IReadOnlyList<string> sheets;
    private readonly IReadOnlyList<string> texts;
    private readonly string?[] cells = new string?[TableBounds.Columns];
    private readonly XlsxCell cell = new();
    private XmlReader? sheet;
    private int nextSheet;
    private int width;
    private long rowsBefore;

    /// <summary>Opens the workbook at the first row of its first sheet.</summary>
    /// <exception cref="SourceFileException">No workbook, broken, or over a bound.</exception>
    public XlsxTable(string path)
    {
        archive = new XlsxArchive(path);
        try
        {
            (sheets, texts) = Guarded(() => XlsxWorkbook.Read(archive));
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override int Width => width;

    /// <inheritdoc/>
    public override (long Done, long Total) Progress => archive.Progress;

    /// <inheritdoc/>
    public override bool Read() => Guarded(NextRow);

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Cell(int column) => column < width ? cells[column] : [];

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        sheet?.Dispose();
        archive.Dispose();
    }

    private bool NextRow()
    {
        while (true)
        {
            if (sheet is null && !OpenSheet())
                return false;
            while (sheet is not null && sheet.Read())
            {
                if (sheet is { NodeType: XmlNodeType.Element, LocalName: "row" } && ReadRow(sheet))
                    return true;
            }
            sheet?.Dispose();
            sheet = null;
        }
    }

    private bool OpenSheet()
    {
        if (nextSheet == sheets.Count)
            return false;
        rowsBefore = Row;
        sheet = archive.Open(sheets[nextSheet++]);
        return true;
    }

    private bool ReadRow(XmlReader xml)
    {
        var declared = long.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var r) ? rowsBefore + r : 0;
        Row = Math.Max(Row + 1, declared);
        if (Row > TableBounds.Rows)
            throw TableBounds.TooLarge($"more than {TableBounds.Rows} rows");
        cells.AsSpan(0, width).Clear();
        width = 0;
        if (xml.IsEmptyElement)
            return false;
        var any = false;
        while (xml.Read() && xml is not { NodeType: XmlNodeType.EndElement, LocalName: "row" })
        {
            if (!cell.Take(xml))
                continue;
            any |= Put(cell.Column ?? width, cell.Text(texts));
        }
        return any;
    }

    private bool Put(int column, string text)
    {
        if (column >= TableBounds.Columns)
            throw TableBounds.TooLarge($"row {Row}: column {column + 1}, at most {TableBounds.Columns}");
        if (text.Length > TableBounds.CellLength)
            throw TableBounds.TooLarge($"row {Row}: a cell of {text.Length} characters");
        cells[column] = text;
        width = Math.Max(width, column + 1);
        return !string.IsNullOrWhiteSpace(text);
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            throw new SourceFileException("unreadable", $"row {Row + 1}: the workbook is broken");
        }
    }
}
