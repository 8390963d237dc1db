using Microsoft.AspNetCore.Http.HttpResults;
using Registry.Companies;
using Registry.Setup;

namespace Registry.Web.Api;

/// <summary>Many cards in one call.</summary>
public static class CompanyLookup
{
    private const int MostBins = 1000;

    /// <summary>Cards of up to 1,000 entities, in the order asked; an unknown or malformed number gives <c>{bin, error}</c>.</summary>
    /// <param name="request">The numbers.</param>
    internal static async Task<Results<JsonHttpResult<LookupAnswer>, ValidationProblem>> LookUpAsync(
        LookupRequest request, CompanyReader reader, CancellationToken cancel)
    {
        if (request.Bins is not { } bins)
            return Problems.Wrong("bins", "is missing.");
        if (bins.Count > MostBins)
            return Problems.Wrong("bins", $"must hold at most {MostBins} numbers.");
        var numbers = bins.Select(Canonical).ToList();
        var known = numbers.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var cards = (await reader.CardsAsync(known, cancel)).OfType<CompanyCard>().ToDictionary(card => card.Bin, StringComparer.Ordinal);
        var items = numbers.Zip(bins, (number, asked) => Item(number, asked, cards)).ToList();
        return TypedResults.Json(new LookupAnswer(items), RegistryJson.Options);
    }

    private static string? Canonical(string? asked) =>
        asked is not null && PathNumber.TryRead(asked.Trim(), out var number) ? number : null;

    private static object Item(string? number, string? asked, Dictionary<string, CompanyCard> cards)
    {
        if (number is not null && cards.TryGetValue(number, out var card))
            return card;
        var isUnknown = number is not null || (asked is not null && PathNumber.TryRead(asked.Trim(), out _));
        return new LookupError(asked, isUnknown ? "unknown" : "malformed");
    }
}

/// <summary>Numbers to look up, at most 1,000.</summary>
public sealed record LookupRequest(IReadOnlyList<string?>? Bins);

/// <summary>Cards (<c>CompanyCard</c>) and errors (<c>{bin, error}</c>) in the order asked.</summary>
public sealed record LookupAnswer(IReadOnlyList<object> Items);

/// <summary>A number without a card.</summary>
/// <param name="Bin">The number as it was asked.</param>
/// <param name="Error"><c>unknown</c> or <c>malformed</c>.</param>
public sealed record LookupError(string? Bin, string Error);
