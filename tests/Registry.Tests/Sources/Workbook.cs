using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Registry.Tests.Sources;

/// <summary>
/// Writes workbooks from raw OOXML, so that a test decides what the dimension claims, which texts are shared
/// and what stands in a cell.
/// </summary>
internal sealed class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly List<string> sheets = [];
    private readonly List<string> texts = ["___ жылғы жағдай бойынша / по состоянию на ___ года"];
    private readonly StringBuilder sheet = new();
    private string dimension = "A1:J3";
    private int row;
    private bool open;

    public Workbook Sheet(string claimedDimension = "A1:J3")
    {
        Close();
        dimension = claimedDimension;
        row = 0;
        open = true;
        return this;
    }

    /// <summary>A row: a string is a shared text, a number a number, null no cell, <see cref="Raw"/> the cell's own XML.</summary>
    public Workbook Row(params object?[] cells)
    {
        row++;
        sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">");
        for (var i = 0; i < cells.Length; i++)
            Cell($"{ColumnName(i)}{row}", cells[i]);
        sheet.Append("</row>");
        return this;
    }

    public string Save()
    {
        Close();
        var path = Temporary.Path("xlsx");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Part(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(sheets.Select((_, i) => $"<sheet name=\"Лист{i + 1}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>");
        Part(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id=\"rTexts\" Type=\"{Relations}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
        Part(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(texts.Select(t => $"<si><t xml:space=\"preserve\">{Escape(t)}</t></si>"))}</sst>");
        for (var i = 0; i < sheets.Count; i++)
            Part(zip, $"xl/worksheets/sheet{i + 1}.xml", sheets[i]);
        return path;
    }

    public static string ColumnName(int index) => index < 26 ? $"{(char)('A' + index)}" : ColumnName((index / 26) - 1) + (char)('A' + (index % 26));

    public static void Part(ZipArchive zip, string name, string xml)
    {
        using var stream = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        stream.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        stream.Write(xml);
    }

    private void Cell(string reference, object? value)
    {
        switch (value)
        {
            case null:
                return;
            case Raw raw:
                sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{reference}\"{raw.Attributes}>{raw.Xml}</c>");
                return;
            case string text:
                sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{reference}\" s=\"1\" t=\"s\"><v>{Shared(text)}</v></c>");
                return;
            default:
                sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{reference}\" s=\"2\" t=\"n\"><v>{Convert.ToDouble(value, CultureInfo.InvariantCulture):0.0###}</v></c>");
                return;
        }
    }

    private int Shared(string text)
    {
        var known = texts.IndexOf(text);
        if (known >= 0)
            return known;
        texts.Add(text);
        return texts.Count - 1;
    }

    private void Close()
    {
        if (!open)
            return;
        sheets.Add($"<worksheet xmlns=\"{Main}\"><dimension ref=\"{dimension}\"/><sheetData>{sheet}</sheetData></worksheet>");
        sheet.Clear();
        open = false;
    }

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);
}

/// <summary>A cell's own XML.</summary>
internal sealed record Raw(string Attributes, string Xml);

/// <summary>Files that a test writes; the system empties the folder.</summary>
internal static class Temporary
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("registry-sources-").FullName;

    public static string Path(string extension) => System.IO.Path.Combine(Folder, $"{Guid.NewGuid():N}.{extension}");

    public static string File(string extension, ReadOnlySpan<byte> content)
    {
        var path = Path(extension);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    public static string Text(string content, string extension = "csv") => File(extension, Encoding.UTF8.GetBytes(content));
}
