using System.Globalization;

using Registry.Identifiers;

namespace Registry.Seed.Entities;

/// <summary>
/// Identification numbers of invented entities. Unique by construction, so that no set of used numbers is kept:
/// entity <c>i</c> gets its month from a table of slots and its serial from a bijection within the month.
/// </summary>
internal sealed class Numbers
{
    /// <summary>A prime, so that it shares no rhythm with the blocks in which kinds of entities are dealt.</summary>
    private const int Slots = 397;

    /// <summary>Prime; with the reserved ones below 50,000, half of the 100,000 serials of a month. The other half is there to step aside where no check digit exists.</summary>
    private const int SerialsOfMonth = 48989;

    /// <summary>Serials kept free for the hand-made companies.</summary>
    private const int Reserved = 1000;

    /// <summary>Older registrations are rarer: share of time back is share of entities to this power.</summary>
    private const double Youth = 1.35;
    private static readonly DateOnly First = new(1996, 1, 1);
    private readonly (DateOnly Month, int Ordinal, int Count)[] slots;
    private readonly ulong seed;

    public Numbers(ulong seed, DateOnly today)
    {
        this.seed = seed;
        slots = Deal(seed, today);
    }

    /// <summary>Month in which entity <paramref name="index"/> was registered.</summary>
    public DateOnly MonthOf(long index) => slots[index % Slots].Month;

    /// <summary>BIN of entity <paramref name="index"/>.</summary>
    /// <param name="typeDigits">Fifth and sixth digit, e.g. <c>40</c>.</param>
    public string Bin(long index, string typeDigits)
    {
        var (month, ordinal, count) = slots[index % Slots];
        var place = (index / Slots * count) + ordinal;
        if (place >= SerialsOfMonth)
            throw new ArgumentOutOfRangeException(nameof(index), index, "A month has no more serial numbers.");
        var serial = Reserved + (int)(((place * 31337) + new Dice(seed, month.DayNumber, Aspect.Months).Below((long)SerialsOfMonth)) % SerialsOfMonth);
        return WithControl(string.Create(CultureInfo.InvariantCulture, $"{month:yyMM}{typeDigits}{serial * 2:D5}"));
    }

    /// <summary>The same number with a control digit that does not fit, as some published numbers have.</summary>
    public static string WithWrongControl(string number) =>
        string.Concat(number.AsSpan(0, 11), ((number[11] - '0' + 3) % 10).ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// IIN of an invented person. Its month stands 20 too high (21…32), which no date of birth has: well-formed, and certainly nobody's.
    /// </summary>
    public static string Iin(long person, bool female)
    {
        const long Years = 55, Months = 12, Days = 28, Serials = 5000, Space = Years * Months * Days * Serials, Multiplier = 1_000_003;
        var place = ((person * Multiplier) + 77_777) % Space;
        var (rest, serial) = Math.DivRem(place, Serials);
        (rest, var day) = Math.DivRem(rest, Days);
        var (year, month) = Math.DivRem(rest, Months);
        var born = 1950 + (int)year;
        var century = born < 2000 ? 3 : 5;
        return WithControl(string.Create(CultureInfo.InvariantCulture,
            $"{born % 100:D2}{month + 21:D2}{day + 1:D2}{century + (female ? 1 : 0)}{serial * 2:D4}"));
    }

    /// <summary>
    /// Adds the control digit. Where both rounds give 10, the next serial is taken: the eleventh digit weighs nothing in the
    /// first round and 2 in the second, so an even serial and its successor never both lack a control digit.
    /// </summary>
    private static string WithControl(string eleven)
    {
        if (CheckDigit.Of(eleven) is { } control)
            return eleven + (char)('0' + control);
        var next = string.Concat(eleven.AsSpan(0, 10), ((char)(eleven[10] + 1)).ToString());
        return next + (char)('0' + (CheckDigit.Of(next) ?? throw new InvalidOperationException("Two neighbours without a control digit.")));
    }

    private static (DateOnly Month, int Ordinal, int Count)[] Deal(ulong seed, DateOnly today)
    {
        var months = ((today.Year - First.Year) * 12) + today.Month - First.Month;
        var dealt = new DateOnly[Slots];
        for (var i = 0; i < Slots; i++)
            dealt[i] = new DateOnly(today.Year, today.Month, 1).AddMonths(-(int)(months * Math.Pow((i + 0.5) / Slots, Youth)));
        var dice = new Dice(seed, 0, Aspect.Months);
        for (var i = Slots - 1; i > 0; i--)
        {
            var j = dice.Below(i + 1);
            (dealt[i], dealt[j]) = (dealt[j], dealt[i]);
        }
        var counts = dealt.CountBy(m => m).ToDictionary();
        var seen = new Dictionary<DateOnly, int>();
        var result = new (DateOnly, int, int)[Slots];
        for (var i = 0; i < Slots; i++)
        {
            var ordinal = seen.GetValueOrDefault(dealt[i]);
            seen[dealt[i]] = ordinal + 1;
            result[i] = (dealt[i], ordinal, counts[dealt[i]]);
        }
        return result;
    }
}
