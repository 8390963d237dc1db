using System.Diagnostics.CodeAnalysis;

namespace Registry.Identifiers;

/// <summary>Who a BIN was issued to (its fifth digit).</summary>
public enum BinHolder
{
    /// <summary>Resident legal entity (digit 4).</summary>
    Resident,

    /// <summary>Non-resident legal entity (digit 5).</summary>
    NonResident,

    /// <summary>Joint individual entrepreneurship (digit 6).</summary>
    JointEntrepreneurship,
}

/// <summary>What part of the holder a BIN stands for (its sixth digit).</summary>
public enum BinUnit
{
    /// <summary>Head unit (digit 0).</summary>
    HeadUnit,

    /// <summary>Branch (digit 1).</summary>
    Branch,

    /// <summary>Representation (digit 2).</summary>
    Representation,

    /// <summary>Peasant farm on the base of joint entrepreneurship (digit 3).</summary>
    PeasantFarm,

    /// <summary>A digit outside the rules; real numbers with 4 exist, so they are kept.</summary>
    Other,
}

/// <summary>
/// A business identification number: twelve digits (Law of 12 January 2007 No. 223).
/// A number whose control digit does not match is still a value, flagged by <see cref="HasValidCheckDigit"/>:
/// the state itself has issued and published such numbers.
/// </summary>
public readonly record struct Bin : IComparable<Bin>
{
    private const int HolderPosition = 4;
    private const int UnitPosition = 5;
    private readonly string? digits;

    private Bin(string digits) => this.digits = digits;

    /// <summary>The twelve digits.</summary>
    public string Digits => digits ?? throw new InvalidOperationException("An uninitialised BIN has no digits.");

    /// <summary>Whether the twelfth digit fits the eleven before it.</summary>
    public bool HasValidCheckDigit => CheckDigit.Matches(Digits);

    /// <summary>Who the number was issued to.</summary>
    public BinHolder Holder => (BinHolder)(Digits[HolderPosition] - '4');

    /// <summary>Head unit, branch, representation or peasant farm.</summary>
    public BinUnit Unit => (BinUnit)Math.Min(Digits[UnitPosition] - '0', (int)BinUnit.Other);

    /// <summary>
    /// Reads a BIN, mending a trailing <c>.0</c> and lost leading zeros. Refused are texts that are not twelve digits
    /// and numbers whose fifth digit is not 4, 5 or 6 (those are IINs, see <see cref="Iin"/>).
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Bin bin)
    {
        var mended = DigitText.Mend(text);
        if (mended is null || mended[HolderPosition] is < '4' or > '6')
        {
            bin = default;
            return false;
        }
        bin = new Bin(mended);
        return true;
    }

    /// <summary>Reads a BIN that is known to be one.</summary>
    /// <exception cref="FormatException">The text is not a BIN.</exception>
    public static Bin Parse(string text) =>
        TryParse(text, out var bin) ? bin : throw new FormatException($"'{text}' is not a BIN.");

    /// <inheritdoc/>
    public int CompareTo(Bin other) => string.CompareOrdinal(digits, other.digits);

    /// <summary>The twelve digits.</summary>
    public override string ToString() => digits ?? "";

    public static bool operator <(Bin left, Bin right) => left.CompareTo(right) < 0;
    public static bool operator >(Bin left, Bin right) => left.CompareTo(right) > 0;
    public static bool operator <=(Bin left, Bin right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Bin left, Bin right) => left.CompareTo(right) >= 0;
}
