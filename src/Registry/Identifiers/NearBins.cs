namespace Registry.Identifiers;

/// <summary>Candidates for a mistyped BIN.</summary>
public static class NearBins
{
    /// <summary>
    /// Every BIN with a matching control digit that one wrong digit or one transposition of neighbours away from
    /// <paramref name="bin"/>; at most 119, in ascending order, without the number itself.
    /// </summary>
    public static IReadOnlyList<string> Of(Bin bin)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var digits = bin.Digits.ToCharArray();
        for (var i = 0; i < digits.Length; i++)
        {
            var kept = digits[i];
            for (var c = '0'; c <= '9'; c++)
            {
                digits[i] = c;
                Add(digits, found);
            }
            digits[i] = kept;
            if (i == 0)
                continue;
            (digits[i - 1], digits[i]) = (digits[i], digits[i - 1]);
            Add(digits, found);
            (digits[i - 1], digits[i]) = (digits[i], digits[i - 1]);
        }
        found.Remove(bin.Digits);
        return [.. found];
    }

    private static void Add(char[] digits, SortedSet<string> found)
    {
        if (Bin.TryParse(new string(digits), out var candidate) && candidate.HasValidCheckDigit)
            found.Add(candidate.Digits);
    }
}
