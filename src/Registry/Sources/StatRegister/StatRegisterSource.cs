using Registry.Facts;
using Registry.Identifiers;
using Registry.Sources.Tables;

namespace Registry.Sources.StatRegister;

/// <summary>
/// The Bureau of National Statistics' bulk register: XLSX of 22 columns by position (16 before 2023), several sheets,
/// titles and headers above; CSV of the same columns. Rows whose first cell holds no number are headers.
/// </summary>
public sealed class StatRegisterSource : Source
{
    /// <summary>A first cell with fewer digits is a sheet's title or a row of column numbers.</summary>
    private const int ShortestNumber = 6;
    private const int Fewest = 12;
    private const int LongestAddress = 2000;
    private const int LongestOkeds = 4000;

    /// <inheritdoc/>
    public override string Id => "stat-register";

    /// <inheritdoc/>
    public override SourceReading Open(string path, ReadOptions options)
    {
        var format = TableFile.FormatOf(path);
        if (format == TableFormat.Json)
            throw new SourceFileException("unreadable", $"{Id} is read from XLSX or CSV, not from JSON");
        var table = TableFile.Open(path, format);
        try
        {
            if (!ReadToData(table))
                throw new SourceFileException("noRows", "no row begins with a BIN or an IIN");
            if (table.Width < Fewest)
                throw new SourceFileException("missingColumn", $"{StatLayout.Newest.Length} or {StatLayout.Oldest.Length} columns by position, {table.Width} found");
            return new SourceReading
            {
                Source = Id,
                Rows = Rows(table, new TableRow(table, options)),
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

    private static bool ReadToData(TableReader table)
    {
        while (table.Read())
        {
            if (IsData(table.Cell(0)))
                return true;
        }
        return false;
    }

    private IEnumerable<ParsedRow> Rows(TableReader table, TableRow row)
    {
        var texts = new StatTexts();
        var layout = StatLayout.Newest;
        row.Name(layout);
        do
        {
            var found = StatLayout.Of(table, layout);
            if (found != layout)
                row.Name(layout = found);
            row.Begin();
            yield return row.Result(Read(row, texts));
        }
        while (ReadToData(table));
    }

    private Registration Read(TableRow row, StatTexts texts)
    {
        var oked = row.Repeated("oked", texts.MainOkeds);
        if (oked is null && !row.IsEmpty("oked"))
            row.Fail("oked", "notAnOked");
        return new Registration
        {
            Source = Id,
            Bin = row.Entity("bin"),
            NameKk = row.Text("nameKk"),
            NameRu = row.Text("nameRu"),
            RegisteredOn = row.OptionalDate("registeredOn"),
            Oked = oked,
            ActivityKk = row.Repeated("activityKk", texts.Plain),
            ActivityRu = row.Repeated("activityRu", texts.Plain),
            SecondaryOkeds = row.Repeated("secondaryOkeds", texts.SecondaryOkeds, LongestOkeds),
            Krp = row.Repeated("krp", texts.Codes),
            Kse = row.Repeated("kse", texts.Codes),
            Kfs = row.Repeated("kfs", texts.Codes),
            Kato = row.Repeated("kato", texts.Codes),
            SettlementKk = row.Repeated("settlementKk", texts.Plain),
            SettlementRu = row.Repeated("settlementRu", texts.Plain),
            AddressRu = row.Text("address", LongestAddress),
            Head = row.Text("head"),
        };
    }

    private static bool IsData(ReadOnlySpan<char> first)
    {
        var text = first.Trim();
        if (text.IsEmpty || !(char.IsAsciiDigit(text[0]) || RegisterNumber.TryParse(text.ToString(), out _)))
            return false;
        var digits = 0;
        foreach (var c in text)
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        return digits >= ShortestNumber;
    }
}

/// <summary>Texts of one file that stand in many of its rows.</summary>
internal sealed class StatTexts
{
    public RepeatedTexts Plain { get; } = new(CellText.Clean);
    public RepeatedTexts Codes { get; } = new(cell => CellText.Clean(CellText.WithoutZeroFraction(cell)));
    public RepeatedTexts MainOkeds { get; } = new(OkedText.Main);
    public RepeatedTexts SecondaryOkeds { get; } = new(OkedText.Secondary);
}
