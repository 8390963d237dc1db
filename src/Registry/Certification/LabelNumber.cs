using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Registry.Certification;

/// <summary>
/// The number of a label, e.g. <c>KZ-CW-00417-L</c>: a serial of five digits and a check character out of 31 without look-alikes,
/// the sum of the digits weighted 1…5, modulo 31.
/// 31 is prime and above every digit, weight and difference of weights, so that no single wrong character, no exchange of any two
/// (also with the check character) and no twin mistaken for another (<c>00</c> for <c>11</c>) leaves a number that fits; a decimal
/// check digit cannot promise the exchanges. Of wild guesses one in 31 fits, and then still has to be a number that was granted.
/// </summary>
public static class LabelNumber
{
    /// <summary>Highest serial.</summary>
    public const int HighestSerial = 99_999;
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPRTUVWXY";
    private const string Letters = "KZCW";
    private const int SerialLength = 5;

    /// <summary>The number of a serial.</summary>
    /// <param name="serial">1 to <see cref="HighestSerial"/>.</param>
    public static string Of(int serial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, HighestSerial);
        return Format(serial.ToString("D5", CultureInfo.InvariantCulture));
    }

    /// <summary>Reads a number however it was typed (any case, any or no dashes and blanks); false where its check character does not fit.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out string? number)
    {
        var plain = string.Concat((text ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (plain.StartsWith(Letters, StringComparison.Ordinal))
            plain = plain[Letters.Length..];
        number = plain.Length == SerialLength + 1 && plain.AsSpan(0, SerialLength).IndexOfAnyExceptInRange('0', '9') < 0
            && Control(plain.AsSpan(0, SerialLength)) == plain[SerialLength] ? Format(plain[..SerialLength]) : null;
        return number is not null;
    }

    /// <summary>
    /// The form in which a number is looked up: ours in its canonical spelling, one taken over from elsewhere as it stands but for case and blanks.
    /// </summary>
    public static string Canonical(string text) =>
        TryParse(text, out var number) ? number : text.Trim().ToUpperInvariant();

    /// <summary>
    /// The next number to give out: behind the highest of ours, and never one slip away from a number taken over, whose check character
    /// promises nothing.
    /// </summary>
    /// <exception cref="InvalidOperationException">All serials are used up.</exception>
    public static string Next(IReadOnlyCollection<string> taken)
    {
        var serial = taken.Where(n => TryParse(n, out _)).Select(SerialOf).DefaultIfEmpty(0).Max();
        while (++serial <= HighestSerial)
        {
            var number = Of(serial);
            if (!taken.Any(other => IsOneSlipApart(number, other)))
                return number;
        }
        throw new InvalidOperationException("All serials of labels are used up.");
    }

    private static int SerialOf(string number) =>
        int.Parse(number.AsSpan(number.Length - SerialLength - 2, SerialLength), NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsOneSlipApart(string left, string right)
    {
        if (left.Length != right.Length)
            return false;
        var differ = Enumerable.Range(0, left.Length).Where(i => left[i] != right[i]).ToList();
        return differ.Count < 2 || (differ.Count == 2 && left[differ[0]] == right[differ[1]] && left[differ[1]] == right[differ[0]]);
    }

    private static string Format(string serial) => $"KZ-CW-{serial}-{Control(serial)}";

    private static char Control(ReadOnlySpan<char> serial)
    {
        var sum = 0;
        for (var i = 0; i < serial.Length; i++)
            sum += (i + 1) * (serial[i] - '0');
        return Alphabet[sum % Alphabet.Length];
    }
}
