using System.Text.RegularExpressions;
using Registry.Sources.Tables;

namespace Registry.Sources.RevenueLists;

/// <summary>The day that a list's title names: <c>2020.04.07 жылғы жағдай бойынша … по состоянию на 2020.04.07 года</c>.</summary>
internal static partial class ListTitle
{
    private const int FirstYear = 1991;
    private const int LastYear = 2100;

    /// <summary>The first date in the row's cells, or null.</summary>
    public static DateOnly? DayIn(TableReader table)
    {
        for (var i = 0; i < table.Width; i++)
        {
            foreach (Match match in Date().Matches(table.Cell(i).ToString()))
            {
                if (CellValue.TryDate(match.Value, out var day) && day.Year is >= FirstYear and <= LastYear)
                    return day;
            }
        }
        return null;
    }

    [GeneratedRegex(@"\b([0-9]{4}[.-][0-9]{2}[.-][0-9]{2}|[0-9]{2}\.[0-9]{2}\.[0-9]{4})\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Date();
}
