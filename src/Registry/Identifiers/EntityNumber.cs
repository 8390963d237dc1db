using System.Diagnostics.CodeAnalysis;

namespace Registry.Identifiers;

/// <summary>
/// The public identifier of a business entity: a BIN, or the register number of a sole proprietor.
/// It fills every field called <c>bin</c> in the register's data, addresses and answers.
/// </summary>
public static class EntityNumber
{
    /// <summary>Reads a BIN or a register number into its canonical twelve characters. An IIN is refused.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out string? number)
    {
        if (Bin.TryParse(text, out var bin))
            number = bin.Digits;
        else if (RegisterNumber.TryParse(text, out var registerNumber))
            number = registerNumber.Text;
        else
            number = null;
        return number is not null;
    }

    /// <summary>Whether the canonical number belongs to a sole proprietor.</summary>
    public static bool IsSoleProprietor(string number) => number.StartsWith('P');
}
