namespace Registry.Sources.Tables;

/// <summary>A source whose files are tables with named columns; CSV and JSON, as far as the source allows them.</summary>
public abstract class TableSource : Source
{
    /// <summary>Columns without which a file cannot be used.</summary>
    protected abstract IReadOnlyList<string> Required { get; }

    /// <summary>Formats of the source's files.</summary>
    protected virtual IReadOnlyList<TableFormat> Formats => [TableFormat.Csv];

    /// <summary>Whether a file is a whole list; then one without rows is an empty list.</summary>
    protected virtual bool IsSnapshot => false;

    /// <summary>Columns without which a JSON file cannot be used, where its names differ.</summary>
    protected virtual IReadOnlyList<string> RequiredInJson => Required;

    /// <summary>Reads one row: its facts, or its problems collected in <paramref name="row"/>.</summary>
    protected abstract ParsedRow Read(TableRow row, TableFormat format);

    /// <inheritdoc/>
    public override SourceReading Open(string path, ReadOptions options)
    {
        var format = TableFile.FormatOf(path);
        if (!Formats.Contains(format))
            throw new SourceFileException("unreadable", $"{Id} is read from {string.Join(" or ", Formats)}, not from {format}");
        var table = TableFile.Open(path, format);
        try
        {
            var row = new TableRow(table, options);
            var width = format == TableFormat.Json ? TableBounds.Columns : ReadHeader(table, row);
            var hasRows = table.Read();
            if (format == TableFormat.Json && hasRows)
                CheckFirstItem(table);
            if (!hasRows && !IsSnapshot)
                throw new SourceFileException("noRows", "the file has no data row");
            return new SourceReading
            {
                Source = Id,
                IsSnapshot = IsSnapshot,
                Rows = hasRows ? Rows(table, row, format, width) : [],
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

    /// <summary>Reads the header; gives the number of its columns.</summary>
    private int ReadHeader(TableReader table, TableRow row)
    {
        var names = table.Read() ? Enumerable.Range(0, table.Width).Select(i => CellText.ColumnKey(table.Cell(i))).ToArray() : [];
        foreach (var column in Required)
        {
            if (!names.Contains(CellText.ColumnKey(column), StringComparer.Ordinal))
                throw new SourceFileException("missingColumn", column);
        }
        row.Name(names);
        return names.Length;
    }

    /// <summary>JSON leaves out what is null, so only a first item that has none of the names proves the wrong file.</summary>
    private void CheckFirstItem(TableReader table)
    {
        if (table.Names is { } names && !RequiredInJson.Any(c => names.Contains(CellText.ColumnKey(c), StringComparer.Ordinal)))
            throw new SourceFileException("missingColumn", RequiredInJson[0]);
    }

    private IEnumerable<ParsedRow> Rows(TableReader table, TableRow row, TableFormat format, int width)
    {
        var named = 0;
        do
        {
            if (table.Names is { } names && names.Count != named)
            {
                row.Name(names);
                named = names.Count;
            }
            row.Begin();
            if (table.Width > width && !table.Cell(width).IsWhiteSpace())
                row.Fail("", ProblemValue.Of(table.Cell(width)), "tooManyColumns");
            yield return row.Ok ? Read(row, format) : row.Result([]);
        }
        while (table.Read());
    }
}
