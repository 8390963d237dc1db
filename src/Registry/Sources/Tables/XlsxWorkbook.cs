using System.Xml;

namespace Registry.Sources.Tables;

/// <summary>What stands around the sheets of a workbook: their order, and the texts they share.</summary>
internal static class XlsxWorkbook
{
    private const string Folder = "xl/";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    /// <summary>Parts of the sheets in the workbook's order, and the shared texts; all parts measured.</summary>
    /// <exception cref="SourceFileException">No workbook, or over a bound.</exception>
    public static (IReadOnlyList<string> Sheets, IReadOnlyList<string> Texts) Read(XlsxArchive archive)
    {
        archive.Measure("xl/workbook.xml");
        archive.Measure("xl/_rels/workbook.xml.rels");
        var targets = Targets(archive);
        var sheets = Sheets(archive, targets);
        foreach (var sheet in sheets)
            archive.Measure(sheet);
        var texts = targets.Values.FirstOrDefault(t => t.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase));
        if (texts is null)
            return (sheets, []);
        archive.Measure(texts);
        return (sheets, Texts(archive, texts));
    }

    private static Dictionary<string, string> Targets(XlsxArchive archive)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using var xml = archive.Open("xl/_rels/workbook.xml.rels");
        while (xml is not null && xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Id") is { } id)
                targets[id] = PartName(xml.GetAttribute("Target") ?? "");
        }
        return targets;
    }

    private static string PartName(string target) => target.StartsWith('/') ? target[1..] : Folder + target;

    private static List<string> Sheets(XlsxArchive archive, Dictionary<string, string> targets)
    {
        using var xml = archive.Open("xl/workbook.xml") ?? throw new SourceFileException("unreadable", "the archive holds no workbook");
        var sheets = new List<string>();
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                continue;
            var id = xml.GetAttribute("id", Relations) ?? xml.GetAttribute("id", StrictRelations);
            if (id is not null && targets.TryGetValue(id, out var part))
                sheets.Add(part);
            if (sheets.Count > TableBounds.Sheets)
                throw TableBounds.TooLarge($"more than {TableBounds.Sheets} sheets");
        }
        return sheets;
    }

    private static List<string> Texts(XlsxArchive archive, string part)
    {
        var texts = new List<string>();
        var text = new XlsxCell();
        long length = 0;
        using var xml = archive.Open(part);
        while (xml is not null && xml.Read())
        {
            if (!text.Take(xml))
                continue;
            texts.Add(text.SharedText());
            length += texts[^1].Length;
            if (texts.Count > TableBounds.SharedStrings || length > TableBounds.SharedStringsLength)
                throw TableBounds.TooLarge("too many distinct texts");
        }
        return texts;
    }
}
