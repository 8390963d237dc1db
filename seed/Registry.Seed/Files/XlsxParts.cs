using System.Globalization;
using System.Text;

namespace Registry.Seed.Files;

/// <summary>The parts of a workbook that are the same in every file.</summary>
internal static class XlsxParts
{
    public const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    public const string MainNamespace = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    public const string EmptySheet = Declaration + "\n<worksheet " + MainNamespace + "><dimension ref=\"A1\"/><sheetData/></worksheet>";
    public const string Relations = Declaration + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
        + Office + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

    /// <summary>General, wrapped, text and date, in the order of <see cref="CellStyle"/>.</summary>
    public const string Styles = Declaration + "<styleSheet " + MainNamespace
        + "><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy;@\"/></numFmts><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders>"
        + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"4\"><xf/><xf applyAlignment=\"1\"><alignment wrapText=\"1\"/></xf>"
        + "<xf numFmtId=\"49\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static string Workbook(string[] sheetNames)
    {
        var xml = new StringBuilder(Declaration).Append("<workbook ").Append(MainNamespace).Append(" xmlns:r=\"").Append(Office).Append("\"><workbookPr/><sheets>");
        for (var i = 0; i < sheetNames.Length; i++)
            xml.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{sheetNames[i]}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>");
        return xml.Append("</sheets></workbook>").ToString();
    }

    public static string WorkbookRelations(int sheets)
    {
        var xml = new StringBuilder(Declaration).Append("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (var i = 1; i <= sheets; i++)
            xml.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>");
        return xml.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{sheets + 1}\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/>")
            .Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{sheets + 2}\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>").ToString();
    }

    public static string ContentTypes(int sheets)
    {
        var xml = new StringBuilder(Declaration).Append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
            .Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>")
            .Append(Part("/xl/workbook.xml", "sheet.main")).Append(Part("/xl/sharedStrings.xml", "sharedStrings")).Append(Part("/xl/styles.xml", "styles"));
        for (var i = 1; i <= sheets; i++)
            xml.Append(Part(string.Create(CultureInfo.InvariantCulture, $"/xl/worksheets/sheet{i}.xml"), "worksheet"));
        return xml.Append("</Types>").ToString();
    }

    private static string Part(string name, string type) => $"<Override PartName=\"{name}\" ContentType=\"{Types}{type}+xml\"/>";
}
