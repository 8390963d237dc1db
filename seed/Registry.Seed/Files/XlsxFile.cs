using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Registry.Seed.Files;

/// <summary>Style of a cell, by its place in the workbook's table of styles.</summary>
internal enum CellStyle
{
    General,
    Wrapped,
    Text,
    Date,
}

/// <summary>
/// Writes a workbook in the structure of the state's own exports: a wrong dimension, shared strings, further sheets empty,
/// numbers as <c>1.0</c>, dates as serial numbers. The same rows give the same bytes (fixed times inside the archive).
/// Rows of the first sheet go straight to the archive; only the shared strings are held.
/// </summary>
internal sealed class XlsxFile : IDisposable
{
    private static readonly DateTimeOffset EntryTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly SerialOrigin = new(1899, 12, 30);
    private readonly ZipArchive archive;
    private readonly StreamWriter sheet;
    private readonly Dictionary<string, int> shared = new(StringComparer.Ordinal);
    private readonly string[] sheetNames;
    private readonly StringBuilder row = new();
    private int uses;
    private int rowNumber;
    private int column;

    public XlsxFile(string path, string dimension, params string[] sheetNames)
    {
        this.sheetNames = sheetNames;
        archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        sheet = Open("xl/worksheets/sheet1.xml");
        sheet.Write($"{XlsxParts.Declaration}\n<worksheet {XlsxParts.MainNamespace}><dimension ref=\"{dimension}\"/><sheetData>");
    }

    /// <summary>An empty cell.</summary>
    public XlsxFile Skip(CellStyle style = CellStyle.Text) => Cell($"s=\"{(int)style}\"", "");

    /// <summary>A shared string; an empty one is stored as an empty string, not as an empty cell.</summary>
    public XlsxFile Text(string text, CellStyle style = CellStyle.Text)
    {
        uses++;
        if (!shared.TryGetValue(text, out var id))
            shared.Add(text, id = shared.Count);
        return Cell($"s=\"{(int)style}\" t=\"s\"", id.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A number written with a decimal, as <c>1.0</c>.</summary>
    public XlsxFile Number(double value, CellStyle style = CellStyle.Text) =>
        Cell($"s=\"{(int)style}\" t=\"n\"", value.ToString("0.0##", CultureInfo.InvariantCulture));

    /// <summary>A day as serial number.</summary>
    public XlsxFile Day(DateOnly day) => Number(day.DayNumber - SerialOrigin.DayNumber, CellStyle.Date);

    public void End()
    {
        rowNumber++;
        sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{rowNumber}\" spans=\"1:{column}\">"));
        foreach (var chunk in row.GetChunks())
            sheet.Write(chunk.Span);
        sheet.Write("</row>");
        row.Clear();
        column = 0;
    }

    public void Dispose()
    {
        sheet.Write("</sheetData></worksheet>");
        sheet.Dispose();
        for (var i = 1; i < sheetNames.Length; i++)
            Write(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{i + 1}.xml"), XlsxParts.EmptySheet);
        using (var strings = Open("xl/sharedStrings.xml"))
        {
            strings.Write(string.Create(CultureInfo.InvariantCulture,
                $"{XlsxParts.Declaration}\n<sst count=\"{uses}\" uniqueCount=\"{shared.Count}\" {XlsxParts.MainNamespace}>"));
            foreach (var text in shared.Keys)
                strings.Write(text.Length == 0 ? "<si><t/></si>" : $"<si><t xml:space=\"preserve\">{Escape(text)}</t></si>");
            strings.Write("</sst>");
        }
        Write("xl/styles.xml", XlsxParts.Styles);
        Write("xl/workbook.xml", XlsxParts.Workbook(sheetNames));
        Write("xl/_rels/workbook.xml.rels", XlsxParts.WorkbookRelations(sheetNames.Length));
        Write("_rels/.rels", XlsxParts.Relations);
        Write("[Content_Types].xml", XlsxParts.ContentTypes(sheetNames.Length));
        archive.Dispose();
    }

    private XlsxFile Cell(string attributes, string value)
    {
        row.Append(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + column)}{rowNumber + 1}\" {attributes}");
        row.Append(value.Length == 0 ? "/>" : $"><v>{value}</v></c>");
        column++;
        return this;
    }

    private StreamWriter Open(string part)
    {
        var entry = archive.CreateEntry(part, CompressionLevel.SmallestSize);
        entry.LastWriteTime = EntryTime;
        return new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
    }

    private void Write(string part, string content)
    {
        using var writer = Open(part);
        writer.Write(content);
    }

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
