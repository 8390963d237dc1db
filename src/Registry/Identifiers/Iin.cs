using System.Diagnostics.CodeAnalysis;

namespace Registry.Identifiers;

/// <summary>
/// An individual identification number: twelve digits of a person. Personal data: it never leaves the register
/// on a public page; a sole proprietor is shown by a <see cref="RegisterNumber"/> instead.
/// Its date part is not checked: since 2013 the number is no longer tied to birth date and sex.
/// </summary>
public readonly record struct Iin
{
    private const int DayTensPosition = 4;
    private readonly string? digits;

    private Iin(string digits) => this.digits = digits;

    /// <summary>The twelve digits.</summary>
    public string Digits => digits ?? throw new InvalidOperationException("An uninitialised IIN has no digits.");

    /// <summary>Whether the twelfth digit fits the eleven before it.</summary>
    public bool HasValidCheckDigit => CheckDigit.Matches(Digits);

    /// <summary>Reads an IIN, mending a trailing <c>.0</c> and lost leading zeros. A fifth digit of 4 to 6 makes it a BIN, over 6 neither.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Iin iin)
    {
        var mended = DigitText.Mend(text);
        if (mended is null || mended[DayTensPosition] > '3')
        {
            iin = default;
            return false;
        }
        iin = new Iin(mended);
        return true;
    }

    /// <summary>Never the number itself: a log line or an error that prints the value must not publish it.</summary>
    public override string ToString() => "IIN";
}
