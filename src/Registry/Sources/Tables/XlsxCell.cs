using System.Globalization;
using System.Text;
using System.Xml;

namespace Registry.Sources.Tables;

/// <summary>One cell of a sheet, or one shared text, put together from the nodes that make it up.</summary>
internal sealed class XlsxCell
{
    private readonly StringBuilder value = new();
    private string type = "";
    private bool inValue;
    private bool inPhonetics;

    /// <summary>Zero-based column by the cell's reference, or null where it has none and follows the one before.</summary>
    public int? Column { get; private set; }

    /// <summary>Takes the present node; true when a cell (or a shared text) is complete.</summary>
    public bool Take(XmlReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                return Begin(xml);
            case XmlNodeType.EndElement:
                return End(xml.LocalName);
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when inValue:
                value.Append(xml.Value);
                return false;
            default:
                return false;
        }
    }

    /// <summary>The cell's text; an index of a text is looked up.</summary>
    public string Text(IReadOnlyList<string> texts)
    {
        var text = value.ToString();
        return type switch
        {
            "s" => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < texts.Count ? texts[i] : "",
            "" or "n" => Number(text),
            _ => Unescape(text),
        };
    }

    /// <summary>The shared text.</summary>
    public string SharedText() => Unescape(value.ToString());

    private bool Begin(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "c" or "si":
                value.Clear();
                inPhonetics = false;
                type = xml.GetAttribute("t") ?? "";
                Column = ColumnOf(xml.GetAttribute("r"));
                return xml.IsEmptyElement;
            case "rPh":
                inPhonetics = !xml.IsEmptyElement;
                return false;
            case "v" or "t":
                inValue = !xml.IsEmptyElement && !inPhonetics;
                return false;
            default:
                return false;
        }
    }

    private bool End(string name)
    {
        if (name is "v" or "t")
            inValue = false;
        else if (name == "rPh")
            inPhonetics = false;
        return name is "c" or "si";
    }

    /// <summary>Java's exporters write a BIN that became a number as <c>2.21240039971E11</c>.</summary>
    private static string Number(string text) =>
        text.AsSpan().ContainsAny('E', 'e') && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : text;

    private static int? ColumnOf(string? reference)
    {
        if (string.IsNullOrEmpty(reference))
            return null;
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetterUpper(c))
                break;
            column = Math.Min((column * 26) + (c - 'A' + 1), TableBounds.Columns + 1);
        }
        return column == 0 ? null : column - 1;
    }

    /// <summary>Spreadsheets write control characters as <c>_x000D_</c>.</summary>
    private static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isEscape = i + 6 < text.Length && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_';
            if (isEscape && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && !char.IsSurrogate((char)code))
            {
                plain.Append((char)code);
                i += 6;
            }
            else
            {
                plain.Append(text[i]);
            }
        }
        return plain.ToString();
    }
}
