using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Registry.Search;

/// <summary>
/// A place between two hits, as text that means nothing outside: the order's key of the last hit, not a count,
/// so that companies that come and go in between shift nothing.
/// </summary>
/// <param name="Sort">The order it belongs to.</param>
/// <param name="Ranked">Among the hits ranked in full; else behind them, in the engine's order.</param>
/// <param name="Key">The last hit's place in the order.</param>
internal sealed record PageCursor(CompanySort Sort, bool Ranked, string Key)
{
    private const char Separator = '\u001f';

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, ((int)Sort).ToString(CultureInfo.InvariantCulture), Ranked ? "r" : "e", Key)));

    /// <summary>Reads a cursor of a page of the same order.</summary>
    /// <exception cref="FormatException">The text is not a cursor, or one of another order.</exception>
    public static PageCursor? Parse(string? text, CompanySort sort)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (!Base64Url.IsValid(text))
            throw new FormatException("The cursor is not one that this search gave out.");
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator);
        if (parts.Length != 3 || parts[0] != ((int)sort).ToString(CultureInfo.InvariantCulture))
            throw new FormatException("The cursor does not belong to this search and order.");
        return new PageCursor(sort, parts[1] == "r", parts[2]);
    }
}
