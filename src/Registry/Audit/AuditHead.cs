using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Registry.Audit;

/// <summary>A point of the chain: noted outside the database it proves that nothing up to it was changed since.</summary>
/// <param name="Position">Position of the link, from 1.</param>
/// <param name="Hash">Its hash, 64 hexadecimal digits.</param>
public sealed record AuditHead(long Position, string Hash)
{
    private const int HashDigits = 64;

    /// <summary>The head of a link.</summary>
    public static AuditHead Of(AuditLink link) => new(link.Position, Convert.ToHexStringLower(link.Hash));

    /// <summary>Reads <c>POSITION:HASH</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AuditHead? head)
    {
        head = text?.Split(':') is [var position, var hash]
            && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            && hash.Length == HashDigits && hash.All(char.IsAsciiHexDigit)
            ? new AuditHead(number, hash.ToLowerInvariant())
            : null;
        return head is not null;
    }

    /// <summary><c>POSITION:HASH</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Position}:{Hash}");
}
