using Registry.Facts;
using Registry.Identifiers;
using Registry.Import;

namespace Registry.Sources.Tables;

/// <summary>What an amount may be.</summary>
public enum MoneySign
{
    /// <summary>A sum that exists only if it is there: an invoice, a debt enforced.</summary>
    Positive,

    /// <summary>A sum that may be nought: taxes, assets.</summary>
    ZeroOrMore,

    /// <summary>A result that may be a loss.</summary>
    Any,
}

/// <summary>
/// The present row with its cells as values. A cell that is no such value becomes a problem and a placeholder is returned,
/// so that a row reports all its problems at once; <see cref="Result"/> then gives no fact.
/// </summary>
public sealed class TableRow(TableReader table, ReadOptions options)
{
    /// <summary>Characters of a text by default.</summary>
    public const int TextLength = 1000;

    private const decimal HighestMoney = 1_000_000_000_000_000m;
    private const int FirstYear = 1991;
    private const int LastYear = 2100;
    private const string IinPrefix = "iin:";

    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, string>? labels;
    private List<ImportProblem>? problems;

    /// <summary>Whether no cell read so far was refused.</summary>
    public bool Ok => problems is null;

    /// <summary>How the file is read.</summary>
    public ReadOptions Options => options;

    /// <summary>Names the columns by position.</summary>
    /// <param name="names">In any spelling; of two with the same name the first counts.</param>
    /// <param name="labels">What a column is called in problems, where its name is our own.</param>
    public void Name(IReadOnlyList<string> names, IReadOnlyDictionary<string, string>? labels = null)
    {
        this.labels = labels;
        columns.Clear();
        for (var i = 0; i < names.Count; i++)
            columns.TryAdd(CellText.ColumnKey(names[i]), i);
    }

    /// <summary>Whether the file has the column.</summary>
    public bool Has(string column) => IndexOf(column) >= 0;

    /// <summary>Begins a new row.</summary>
    public void Begin() => problems = null;

    /// <summary>The facts of the row, or its problems.</summary>
    public ParsedRow Result(params IReadOnlyList<Fact> facts) =>
        problems is null ? new ParsedRow(table.Row, facts, []) : new ParsedRow(table.Row, [], problems) { Refused = facts };

    /// <summary>Refuses the row.</summary>
    /// <param name="value">May be quoted as it is: shortened, without an IIN.</param>
    public void Fail(string column, string value, string reason) =>
        (problems ??= []).Add(new ImportProblem(table.Row, labels?.GetValueOrDefault(column) ?? column, value, reason));

    /// <summary>Refuses the row for a column, quoting its cell.</summary>
    public void Fail(string column, string reason) => Fail(column, ProblemValue.Of(Cell(column)), reason);

    /// <summary>The cell as a problem may quote it.</summary>
    public string Quote(string column) => ProblemValue.Of(Cell(column));

    /// <summary>Whether the cell is empty or the column absent.</summary>
    public bool IsEmpty(string column) => Cell(column).IsEmpty;

    /// <summary>A text, or null where the cell is empty.</summary>
    public string? Text(string column, int longest = TextLength)
    {
        var text = CellText.Clean(Cell(column));
        if (text?.Length > longest)
            Fail(column, "tooLong");
        return text;
    }

    /// <summary>A text that stands in many rows, made once.</summary>
    public string? Repeated(string column, RepeatedTexts texts, int longest = TextLength)
    {
        var cell = Cell(column);
        if (cell.Length <= longest)
            return texts.Of(cell);
        Fail(column, "tooLong");
        return null;
    }

    /// <summary>A text that must be there.</summary>
    public string RequiredText(string column, int longest = TextLength) => Text(column, longest) ?? Missing(column, "");

    /// <summary>A code without blanks; a whole number that a spreadsheet wrote as <c>11.0</c> is mended.</summary>
    public string? Code(string column) => CellText.WithoutZeroFraction(Text(column, 64)).ToString() is { Length: > 0 } code ? code : null;

    /// <summary>The same, required.</summary>
    public string RequiredCode(string column) => Code(column) ?? Missing(column, "");

    /// <summary>
    /// A BIN or a register number in its canonical form, or an IIN as <c>iin:</c> and twelve digits.
    /// A check digit that does not match is kept.
    /// </summary>
    public string Entity(string column) => OptionalEntity(column) ?? Missing(column, "", "noBin");

    /// <summary>The same, or null where the cell is empty.</summary>
    public string? OptionalEntity(string column)
    {
        var cell = Cell(column);
        if (cell.IsEmpty)
            return null;
        var text = cell.ToString();
        if (EntityNumber.TryParse(text, out var number))
            return number;
        if (Iin.TryParse(text, out var iin))
            return IinPrefix + iin.Digits;
        Fail(column, ProblemValue.OfNumber(cell), "notABin");
        return "";
    }

    /// <summary>A BIN only (no person can stand there), or null where the cell is empty.</summary>
    public string? OptionalBin(string column)
    {
        var cell = Cell(column);
        if (cell.IsEmpty)
            return null;
        if (Bin.TryParse(cell.ToString(), out var bin))
            return bin.Digits;
        Fail(column, ProblemValue.OfNumber(cell), "notABin");
        return null;
    }

    /// <summary>A person's number as <c>iin:</c> and twelve digits, or null where the cell is empty.</summary>
    public string? OptionalPerson(string column)
    {
        var cell = Cell(column);
        if (cell.IsEmpty)
            return null;
        if (Iin.TryParse(cell.ToString(), out var iin))
            return IinPrefix + iin.Digits;
        Fail(column, ProblemValue.OfNumber(cell), "notAnIin");
        return null;
    }

    /// <summary>A date, moved by <see cref="ReadOptions.ShiftDays"/>.</summary>
    public DateOnly Date(string column) => IsEmpty(column) ? Missing<DateOnly>(column, default) : OptionalDate(column) ?? default;

    /// <summary>The same, or null where the cell is empty.</summary>
    public DateOnly? OptionalDate(string column)
    {
        var cell = Cell(column);
        if (cell.IsEmpty)
            return null;
        if (!CellValue.TryDate(cell, out var date))
        {
            Fail(column, "notADate");
            return null;
        }
        date = Shifted(date);
        if (date.Year is >= FirstYear and <= LastYear)
            return date;
        Fail(column, "dateOutOfRange");
        return null;
    }

    /// <summary>A date moved as the file's dates are.</summary>
    public DateOnly Shifted(DateOnly date) => options.ShiftDays == 0 ? date : date.AddDays(options.ShiftDays);

    /// <summary>A year from 1991 to the next one, moved by <see cref="ReadOptions.ShiftYears"/>.</summary>
    public int Year(string column)
    {
        var cell = Cell(column);
        if (cell.IsEmpty)
            return Missing(column, 0);
        if (!int.TryParse(CellText.WithoutZeroFraction(cell), System.Globalization.CultureInfo.InvariantCulture, out var year) || year is < 0 or > 9999)
        {
            Fail(column, "notAYear");
            return 0;
        }
        year += options.ShiftYears;
        if (year < FirstYear || year > options.Today.Year + 1)
            Fail(column, "yearOutOfRange");
        return year;
    }

    /// <summary>Tenge, rounded to tiyn, at most 10^15.</summary>
    public decimal Money(string column, MoneySign sign = MoneySign.ZeroOrMore) =>
        IsEmpty(column) ? Missing(column, 0m) : OptionalMoney(column, sign) ?? 0;

    /// <summary>The same, or null where the cell is empty.</summary>
    public decimal? OptionalMoney(string column, MoneySign sign = MoneySign.ZeroOrMore)
    {
        if (Number(column) is not { } number)
            return null;
        var money = decimal.Round(number, 2, MidpointRounding.AwayFromZero);
        if (money < 0 && sign != MoneySign.Any)
            Fail(column, "negative");
        else if (money == 0 && sign == MoneySign.Positive)
            Fail(column, "notPositive");
        else if (Math.Abs(money) > HighestMoney)
            Fail(column, "tooLarge");
        return money;
    }

    /// <summary>A number between two bounds, or null where the cell is empty.</summary>
    public decimal? OptionalNumber(string column, decimal lowest, decimal highest)
    {
        var number = Number(column);
        if (number < lowest || number > highest)
            Fail(column, "outOfRange");
        return number;
    }

    /// <summary>A whole number from 0 to <paramref name="highest"/>.</summary>
    public int Count(string column, int highest)
    {
        if (IsEmpty(column))
            return Missing(column, 0);
        if (OptionalNumber(column, 0, highest) is not { } number || !Ok)
            return 0;
        if (number != decimal.Truncate(number))
            Fail(column, "notWhole");
        return (int)number;
    }

    /// <summary>Yes or no; no where the cell is empty.</summary>
    public bool Bool(string column)
    {
        var cell = Cell(column);
        if (cell.IsEmpty)
            return false;
        if (CellValue.Bool(cell) is { } value)
            return value;
        Fail(column, "notYesOrNo");
        return false;
    }

    /// <summary>One of the names of an enumeration, in any case.</summary>
    public T OneOf<T>(string column)
        where T : struct, Enum
    {
        var cell = Cell(column);
        if (cell.IsEmpty)
            return Missing<T>(column, default);
        if (char.IsAsciiLetter(cell[0]) && !cell.Contains(',') && Enum.TryParse<T>(cell, ignoreCase: true, out var value))
            return value;
        Fail(column, "notOneOf");
        return default;
    }

    /// <summary>Refuses a row whose later day stands before its earlier one.</summary>
    public void InOrder(string earlier, DateOnly? first, string later, DateOnly? second)
    {
        if (Ok && first is { } from && second is { } to && to < from)
            Fail(later, $"before{Pascal(earlier)}");
    }

    private static string Pascal(string column) =>
        string.Concat(column.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private decimal? Number(string column)
    {
        var cell = Cell(column);
        if (cell.IsEmpty)
            return null;
        if (CellValue.TryNumber(cell, out var number))
            return number;
        Fail(column, "notANumber");
        return null;
    }

    private ReadOnlySpan<char> Cell(string column)
    {
        var index = IndexOf(column);
        return index < 0 ? [] : table.Cell(index).Trim();
    }

    /// <summary>A spelling met once is kept, so that a name is normalised once a file and not once a row.</summary>
    private int IndexOf(string column)
    {
        if (columns.TryGetValue(column, out var index))
            return index;
        index = columns.GetValueOrDefault(CellText.ColumnKey(column), -1);
        columns[column] = index;
        return index;
    }

    private T Missing<T>(string column, T placeholder, string reason = "required")
    {
        Fail(column, "", reason);
        return placeholder;
    }
}
