using Registry.Facts;
using Registry.Sources.Tables;

namespace Registry.Sources.RevenueLists;

/// <summary>
/// The list TAX_ARREARS_150: 23 columns by position under a header of several rows, legal entities and sole proprietors on two sheets.
/// Every row gives a standing on the list and the debt of its day.
/// </summary>
internal sealed class LargeArrearsList : Source
{
    private const int MostTitleRows = 30;
    private const int BinColumn = 4;
    private const int TotalColumn = 19;

    private static readonly string[] Columns =
    [
        "num", "region", "office", "officeid", "bin", "rnn", "nameru", "namekk", "lastkk", "firstkk", "middlekk",
        "lastru", "firstru", "middleru", "owneriin", "ownerrnn", "ownernamekk", "ownernameru", "sector",
        "totaldue", "main", "latefee", "fine",
    ];

    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal) { ["totaldue"] = "total_due" };

    /// <inheritdoc/>
    public override string Id => "kgd-arrears-150";

    /// <inheritdoc/>
    public override SourceReading Open(string path, ReadOptions options)
    {
        var table = TableFile.Open(path, TableFormat.Xlsx);
        try
        {
            var row = new TableRow(table, options);
            row.Name(Columns, Labels);
            var (day, hasRow) = ReadHeader(table);
            day = day is { } d ? row.Shifted(d) : null;
            return new SourceReading
            {
                Source = Id,
                Day = day,
                IsSnapshot = true,
                Rows = hasRow ? Rows(table, row, day ?? options.Today) : [],
                Progress = () => table.Progress,
                Close = table.Dispose,
            };
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    /// <summary>Reads to the first debtor: the day of the title, and whether there is a debtor at all.</summary>
    private static (DateOnly? Day, bool HasRow) ReadHeader(TableReader table)
    {
        DateOnly? day = null;
        var width = 0;
        var hasBin = false;
        for (var i = 0; i < MostTitleRows && table.Read(); i++)
        {
            width = Math.Max(width, table.Width);
            var isDebtor = IsDebtor(table);
            if (isDebtor || i == MostTitleRows - 1)
                return Checked(day, width, hasBin, isDebtor);
            day ??= ListTitle.DayIn(table);
            hasBin |= NamesBin(table.Cell(BinColumn));
        }
        return Checked(day, width, hasBin, hasRow: false);
    }

    private static (DateOnly? Day, bool HasRow) Checked(DateOnly? day, int width, bool hasBin, bool hasRow)
    {
        if (!hasBin)
            throw new SourceFileException("missingColumn", "ИИН/БИН, the fifth column");
        return width > TotalColumn ? (day, hasRow) : throw new SourceFileException("missingColumn", "total_due, the twentieth column");
    }

    private static bool NamesBin(ReadOnlySpan<char> header) =>
        header.Contains("БИН", StringComparison.OrdinalIgnoreCase)
        || header.Contains("БСН", StringComparison.OrdinalIgnoreCase)
        || header.Trim().Equals("bin", StringComparison.OrdinalIgnoreCase);

    /// <summary>A debtor's row is numbered; a row of column numbers has 5 where the BIN stands.</summary>
    private static bool IsDebtor(TableReader table) =>
        CellValue.TryNumber(table.Cell(0).Trim(), out _)
        && !(CellValue.TryNumber(table.Cell(BinColumn).Trim(), out var number) && number == BinColumn + 1);

    private IEnumerable<ParsedRow> Rows(TableReader table, TableRow row, DateOnly day)
    {
        do
        {
            if (!IsDebtor(table))
                continue;
            row.Begin();
            yield return Read(row, day);
        }
        while (table.Read());
    }

    private ParsedRow Read(TableRow row, DateOnly day)
    {
        var name = row.Text("nameru") ?? row.Text("namekk")
            ?? CellText.Clean($"{row.Text("lastru")} {row.Text("firstru")} {row.Text("middleru")}");
        if (row.IsEmpty("bin"))
        {
            row.Fail("bin", ProblemValue.Shorten($"РНН {row.Code("rnn")} {name}".Trim()), "noBin");
            return row.Result();
        }
        var bin = row.Entity("bin");
        var total = row.Money("totaldue", MoneySign.Positive);
        return row.Result(
            new ListEntry { Source = Id, Bin = bin, Entry = "", Name = name, Since = day },
            new TaxArrears { Source = Id, Bin = bin, AsOf = day, Total = total });
    }
}
