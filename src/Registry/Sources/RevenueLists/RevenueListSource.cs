using Registry.Facts;
using Registry.Sources.Tables;

namespace Registry.Sources.RevenueLists;

/// <summary>
/// One of the State Revenue Committee's lists of taxpayers: a workbook with a title that names the day, a bilingual header
/// and one taxpayer per row. Old entries have only an RNN, the number before the BIN: they cannot be joined to anything and are reported.
/// </summary>
/// <param name="id">Which list.</param>
public sealed class RevenueListSource(string id) : Source
{
    /// <summary>Rows above the header: title and blanks.</summary>
    private const int MostTitleRows = 30;

    /// <inheritdoc/>
    public override string Id => id;

    /// <inheritdoc/>
    public override SourceReading Open(string path, ReadOptions options)
    {
        if (TableFile.FormatOf(path) != TableFormat.Xlsx)
            throw new SourceFileException("unreadable", $"{Id} is read from XLSX");
        var table = TableFile.Open(path, TableFormat.Xlsx);
        try
        {
            var row = new TableRow(table, options);
            DateOnly? day = null;
            ListColumns? columns = null;
            for (var i = 0; i < MostTitleRows && columns is null && table.Read(); i++)
            {
                day ??= ListTitle.DayIn(table);
                columns = ListColumns.In(table);
            }
            columns = columns ?? throw new SourceFileException("missingColumn", "ИИН/БИН");
            columns.Apply(row);
            day = day is { } d ? row.Shifted(d) : null;
            return new SourceReading
            {
                Source = Id,
                Day = day,
                IsSnapshot = true,
                Rows = Rows(table, row, day ?? options.Today),
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

    private IEnumerable<ParsedRow> Rows(TableReader table, TableRow row, DateOnly day)
    {
        while (table.Read())
        {
            if (ListColumns.In(table) is { } again)
            {
                again.Apply(row);
                continue;
            }
            row.Begin();
            if (IsEntry(table, row))
                yield return Read(row, day);
        }
    }

    /// <summary>Titles and sums stand in one cell; a row of column numbers has a BIN of <c>2</c>.</summary>
    private static bool IsEntry(TableReader table, TableRow row)
    {
        if (row.IsEmpty(ListColumns.Bin) && row.IsEmpty(ListColumns.Rnn) && row.IsEmpty(ListColumns.Name) && row.IsEmpty(ListColumns.Person))
            return false;
        return row.Code(ListColumns.Bin) is not { Length: <= 2 } || !CellValue.TryNumber(table.Cell(0), out var number) || number > 1;
    }

    private ParsedRow Read(TableRow row, DateOnly day)
    {
        var name = row.Text(ListColumns.Name) ?? row.Text(ListColumns.Person);
        if (row.Code(ListColumns.Bin)?.Any(char.IsAsciiDigit) != true)
        {
            row.Fail(ListColumns.Bin, ProblemValue.Shorten($"РНН {row.Code(ListColumns.Rnn)} {name}".Trim()), "noBin");
            return row.Result();
        }
        return row.Result(new ListEntry
        {
            Source = Id,
            Bin = row.Entity(ListColumns.Bin),
            Entry = "",
            Name = name,
            Document = row.Text(ListColumns.Document, 4000),
            Since = row.OptionalDate(ListColumns.Date) ?? day,
        });
    }
}
