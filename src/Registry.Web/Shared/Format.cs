using System.Globalization;

namespace Registry.Web.Shared;

/// <summary>
/// Numbers, money and dates as a person reads them in the page's language: thin non-breaking spaces in thousands and before
/// signs, a decimal comma in Russian and Kazakh, a true minus.
/// </summary>
public static class Format
{
    /// <summary>Narrow no-break space.</summary>
    public const char Thin = '\u202F';
    private const char Minus = '\u2212';
    private const double Million = 1e6;
    private const double Milliard = 1e9;

    private static bool English => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en";

    /// <summary>A number with at most <paramref name="decimals"/> decimals.</summary>
    public static string Number(double value, int decimals = 0) => Written(value, "#,0." + new string('#', decimals));

    /// <summary>A number with exactly <paramref name="decimals"/> decimals.</summary>
    public static string Fixed(double value, int decimals) => Written(value, decimals == 0 ? "#,0" : "#,0." + new string('0', decimals));

    /// <summary>A change with its sign, e.g. <c>+9</c>.</summary>
    public static string Change(double value) => value > 0 ? "+" + Number(value, 1) : Number(value, 1);

    /// <summary>A whole number.</summary>
    public static string Count(long value) => Written(value, "#,0");

    /// <summary>Percent, given in percent.</summary>
    public static string Percent(double value, int decimals = 1)
    {
        var least = Math.Pow(10, -decimals);
        return value > 0 && value < least / 2 ? $"<{Thin}{Number(least, decimals)}{Thin}%" : $"{Number(value, decimals)}{Thin}%";
    }

    /// <summary>Tenge in full.</summary>
    public static string Money(decimal tenge) => Number((double)decimal.Round(tenge)) + Thin + '₸';

    /// <summary>Tenge, shortened from a million on, e.g. <c>1,2 млн ₸</c>.</summary>
    public static string ShortMoney(double tenge)
    {
        var size = Math.Abs(tenge);
        var (divisor, word) = size >= Milliard ? (Milliard, English ? "bn" : "млрд") : size >= Million ? (Million, English ? "m" : "млн") : (1, "");
        var number = Number(tenge / divisor, divisor > 1 ? 1 : 0);
        return word.Length == 0 ? $"{number}{Thin}₸" : $"{number}{Thin}{word}{Thin}₸";
    }

    /// <summary>A day: <c>23.11.2026</c>, in English <c>23 Nov 2026</c>.</summary>
    public static string Date(DateOnly day) =>
        English ? day.ToString("d MMM yyyy", CultureInfo.GetCultureInfo("en-US")).Replace(' ', '\u00A0') : day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>An instant in Kazakhstan's time, to the minute.</summary>
    public static string Instant(DateTimeOffset instant)
    {
        var local = instant.ToOffset(KazakhstanOffset);
        return $"{Date(DateOnly.FromDateTime(local.Date))}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>The one offset of the whole country since 1 March 2024.</summary>
    private static TimeSpan KazakhstanOffset => TimeSpan.FromHours(5);

    private static string Written(double value, string pattern)
    {
        var text = value.ToString(pattern, CultureInfo.InvariantCulture);
        if (text is "-0" or "-0.0")
            text = text[1..];
        var written = text.Replace(',', Thin).Replace('-', Minus);
        return English ? written : written.Replace('.', ',');
    }
}
