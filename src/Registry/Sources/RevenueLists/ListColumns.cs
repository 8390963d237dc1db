using Registry.Sources.Tables;

namespace Registry.Sources.RevenueLists;

/// <summary>
/// Columns of a list by its bilingual header. The lists agree in the taxpayer's columns and differ in the last two: the decision,
/// order or act and its day; these are told by standing behind the others, the day by its word.
/// </summary>
internal sealed class ListColumns
{
    public const string Bin = "bin";
    public const string Rnn = "rnn";
    public const string Name = "name";
    public const string Person = "person";
    public const string Document = "document";
    public const string Date = "date";

    private readonly string[] names;
    private readonly Dictionary<string, string> labels = new(StringComparer.Ordinal);

    private ListColumns(TableReader table)
    {
        names = new string[table.Width];
        for (var i = 0; i < names.Length; i++)
        {
            var header = CellText.Clean(table.Cell(i)) ?? "";
            names[i] = NameOf(header, i > 0 && labels.ContainsKey(Bin));
            if (names[i].Length > 0)
                labels[names[i]] = Russian(table.Cell(i));
        }
    }

    /// <summary>The columns, if the present row is a header; otherwise null.</summary>
    public static ListColumns? In(TableReader table)
    {
        if (!NamesBin(table))
            return null;
        var columns = new ListColumns(table);
        return columns.labels.ContainsKey(Bin) && columns.labels.ContainsKey(Name) ? columns : null;
    }

    /// <summary>Names the row's columns, to be quoted in problems as the list heads them.</summary>
    public void Apply(TableRow row) => row.Name(names, labels);

    private static bool NamesBin(TableReader table)
    {
        for (var i = 0; i < table.Width; i++)
        {
            if (table.Cell(i).Contains("БИН", StringComparison.OrdinalIgnoreCase) || table.Cell(i).Contains("БСН", StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private string NameOf(string header, bool behindBin)
    {
        if (Has(header, "руководител") || Has(header, "басшы"))
            return "";
        if (Has(header, "ИИН/БИН") || Has(header, "БИН/ИИН") || header.Equals("БИН", StringComparison.OrdinalIgnoreCase) || Has(header, "ЖСН/БСН"))
            return Free(Bin);
        if (Has(header, "РНН"))
            return Free(Rnn);
        if (Has(header, "наименование") && Has(header, "налогоплательщик"))
            return Free(Name);
        if (Has(header, "ФИО"))
            return Free(Person);
        if (!behindBin || header.Length == 0)
            return "";
        return Has(header, "дата") || Has(header, "күні") ? Free(Date) : Free(Document);
    }

    private string Free(string name) => labels.ContainsKey(name) ? "" : name;

    private static string Russian(ReadOnlySpan<char> header)
    {
        var line = header.LastIndexOf('\n');
        return CellText.Clean(line < 0 ? header : header[(line + 1)..]) ?? CellText.Clean(header) ?? "";
    }

    private static bool Has(string header, string word) => header.Contains(word, StringComparison.OrdinalIgnoreCase);
}
