using System.Globalization;
using Registry.Companies;
using Registry.Indices;

namespace Registry.Web.Companies;

/// <summary>What the address asks of the card's index section: <c>?asOf=2025-06-01&amp;lot=50000000&amp;subject=Works</c>.</summary>
public sealed record IndexRequest
{
    /// <summary>Largest lot that is taken for one, tenge.</summary>
    private const decimal LargestLot = 1e15m;

    /// <summary>Before it no data lie.</summary>
    public static readonly DateOnly Earliest = new(1991, 1, 1);

    /// <summary>A past day, or null for today.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>A day was given that is none, before <see cref="Earliest"/>, or one to come.</summary>
    public bool AsOfIsWrong { get; init; }

    /// <summary>The lot's amount as it was typed.</summary>
    public string? LotText { get; init; }

    /// <summary>The lot, or null where none was given.</summary>
    public ProcurementLot? Lot { get; init; }

    /// <summary>An amount was given that is none.</summary>
    public bool LotIsWrong => LotText is not null && Lot is null;
    public ProcurementSubject Subject { get; init; }

    /// <summary>Whether anything has to be computed besides today's indices.</summary>
    public bool IsAsked => AsOf is not null || Lot is not null;

    /// <summary>Reads the parameters of an address.</summary>
    public static IndexRequest Parse(string? asOf, string? lot, string? subject, DateOnly today)
    {
        var dayGiven = !string.IsNullOrWhiteSpace(asOf);
        var isDay = DateOnly.TryParseExact(asOf?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day >= Earliest && day <= today;
        var what = Enum.TryParse<ProcurementSubject>(subject, ignoreCase: true, out var named) && Enum.IsDefined(named) ? named : default;
        return new IndexRequest
        {
            AsOf = isDay && day < today ? day : null,
            AsOfIsWrong = dayGiven && !isDay,
            LotText = string.IsNullOrWhiteSpace(lot) ? null : lot.Trim(),
            Lot = Amount(lot) is { } amount ? new ProcurementLot(amount, what) : null,
            Subject = what,
        };
    }

    /// <summary>An amount as people write it: blanks between thousands, a comma or a dot before the tiyn, the sign of the tenge.</summary>
    private static decimal? Amount(string? text)
    {
        var plain = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c) && c is not '₸')).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount is > 0 and <= LargestLot
            ? amount
            : null;
    }
}
