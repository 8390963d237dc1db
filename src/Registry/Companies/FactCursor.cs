using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Registry.Companies;

/// <summary>
/// A place in the order of an entity's facts: the last fact's place and how many of that place were given, so that facts learned
/// in between shift nothing and no key of a fact leaves the register.
/// </summary>
internal sealed record FactCursor(string Kind, int ValidFrom, int KnownFrom, string Source, int Given)
{
    private const char Separator = '\u001f';
    private const int Parts = 5;

    /// <summary>The place behind the fact at <paramref name="index"/>.</summary>
    public static FactCursor After(IReadOnlyList<PublicFact> facts, int index)
    {
        var last = facts[index];
        var given = 1;
        while (index - given >= 0 && SamePlace(facts[index - given], last))
            given++;
        return new FactCursor(last.Kind, Number(last.ValidFrom), last.KnownFrom.DayNumber, last.Source, given);
    }

    /// <summary>Index of the first fact behind this place.</summary>
    /// <param name="facts">In the order of <see cref="PublicFacts.Of"/>.</param>
    public int Start(IReadOnlyList<PublicFact> facts)
    {
        var (start, same) = (0, 0);
        while (start < facts.Count)
        {
            var order = Compare(facts[start]);
            if (order > 0 || (order == 0 && ++same > Given))
                break;
            start++;
        }
        return start;
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{Kind}{Separator}{ValidFrom}{Separator}{KnownFrom}{Separator}{Source}{Separator}{Given}")));

    /// <summary>Reads a cursor; false for a text that is none.</summary>
    public static bool TryParse(string text, out FactCursor? cursor)
    {
        cursor = null;
        if (!Base64Url.IsValid(text))
            return false;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator);
        if (parts.Length != Parts || !PublicFacts.Kinds.Contains(parts[0], StringComparer.Ordinal)
            || !TryNumber(parts[1], out var valid) || !TryNumber(parts[2], out var known) || !TryNumber(parts[4], out var given))
            return false;
        cursor = new FactCursor(parts[0], valid, known, parts[3], given);
        return true;
    }

    /// <summary>Where a fact stands seen from this place: −1 before, 0 at it, 1 behind.</summary>
    private int Compare(PublicFact fact)
    {
        var order = KindOrder(fact.Kind).CompareTo(KindOrder(Kind));
        if (order == 0)
            order = ValidFrom.CompareTo(Number(fact.ValidFrom));
        if (order == 0)
            order = KnownFrom.CompareTo(fact.KnownFrom.DayNumber);
        return order == 0 ? string.CompareOrdinal(fact.Source, Source) : order;
    }

    private static bool SamePlace(PublicFact one, PublicFact other) =>
        one.Kind == other.Kind && one.ValidFrom == other.ValidFrom && one.KnownFrom == other.KnownFrom && one.Source == other.Source;

    /// <summary>Facts without a day stand behind all others of their kind.</summary>
    private static int Number(DateOnly? day) => day?.DayNumber ?? 0;

    private static int KindOrder(string kind)
    {
        for (var i = 0; i < PublicFacts.Kinds.Count; i++)
        {
            if (PublicFacts.Kinds[i] == kind)
                return i;
        }
        return PublicFacts.Kinds.Count;
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
