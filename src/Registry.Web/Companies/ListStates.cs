using Registry.Companies;

namespace Registry.Web.Companies;

/// <summary>Where an entity stands with one restrictive list.</summary>
/// <param name="AsOf">Day of the list's newest data, null if it was never loaded.</param>
/// <param name="Fresh">The newest data are still good for saying "not there".</param>
/// <param name="Standing">Standings on it that hold on the card's day.</param>
/// <param name="Past">Standings that have ended.</param>
public sealed record ListState(string List, DateOnly? AsOf, bool Fresh, IReadOnlyList<CardListing> Standing, IReadOnlyList<CardListing> Past)
{
    /// <summary>Presence is known as soon as it is seen; absence only from a fresh load.</summary>
    public bool IsChecked => Standing.Count > 0 || Fresh;
}

/// <summary>The restrictive lists of a card.</summary>
public static class ListStates
{
    /// <summary>Lists whose absence proves something and whose presence counts against an entity.</summary>
    private static readonly string[] Lists =
    [
        "kgd-pseudo", "kgd-invalid-registration", "kgd-bankrupt", "kgd-inactive", "kgd-wrong-address", "kgd-violation",
        "goszakup-rnu", "samruk-unreliable", "offenders", "sanctions",
    ];

    /// <summary>The state of every list, those with a standing first.</summary>
    public static IReadOnlyList<ListState> Of(CompanyCard card)
    {
        var sources = card.Sources.ToDictionary(s => s.Source, StringComparer.Ordinal);
        return
        [
            .. Lists.Select(list => One(list, sources.GetValueOrDefault(list), [.. card.Listings.Where(l => string.Equals(l.List, list, StringComparison.Ordinal))], card.AsOf))
                .OrderBy(l => l.Standing.Count > 0 ? 0 : l.IsChecked ? 1 : 2),
        ];
    }

    private static ListState One(string list, CardSource? source, IReadOnlyList<CardListing> entries, DateOnly today)
    {
        var standing = entries.Where(e => e.Until is null || e.Until > today).ToList();
        return new ListState(list, source?.AsOf, source?.Fresh ?? false, standing, [.. entries.Except(standing)]);
    }
}
