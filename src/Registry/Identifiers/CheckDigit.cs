namespace Registry.Identifiers;

/// <summary>
/// The control digit that BIN and IIN share (Rules of the national registers of identification numbers):
/// a weighted sum modulo 11, repeated once with shifted weights when it gives 10.
/// </summary>
public static class CheckDigit
{
    private const int Undefined = 10;
    private static ReadOnlySpan<byte> FirstRound => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    private static ReadOnlySpan<byte> SecondRound => [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

    /// <summary>Control digit of the first eleven digits, or <see langword="null"/> where none exists and the number is never issued.</summary>
    /// <param name="digits">At least eleven characters <c>0</c>-<c>9</c>; the rest is not read.</param>
    public static int? Of(ReadOnlySpan<char> digits)
    {
        var sum = Remainder(digits, FirstRound);
        if (sum == Undefined)
            sum = Remainder(digits, SecondRound);
        return sum == Undefined ? null : sum;
    }

    /// <summary>Whether the twelfth digit is the control digit of the eleven before it.</summary>
    public static bool Matches(ReadOnlySpan<char> digits) => Of(digits) == digits[11] - '0';

    private static int Remainder(ReadOnlySpan<char> digits, ReadOnlySpan<byte> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += (digits[i] - '0') * weights[i];
        return sum % 11;
    }
}
