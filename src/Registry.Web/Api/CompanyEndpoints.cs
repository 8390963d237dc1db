using Microsoft.AspNetCore.Http.HttpResults;
using Registry.Companies;
using Registry.Identifiers;
using Registry.Search;

namespace Registry.Web.Api;

/// <summary>Entities: found, shown, with their indices.</summary>
public static class CompanyEndpoints
{
    private const int Suggestions = 10;
    private const string BinIsWrong = "must be a BIN (12 digits) or a register number (P and 11 digits).";

    /// <summary>Maps <c>/companies</c>.</summary>
    public static void MapCompanies(this RouteGroupBuilder api)
    {
        var companies = api.MapGroup("/companies").WithTags("Companies");
        companies.MapGet("", ListAsync).WithName("FindCompanies");
        companies.MapGet("/suggest", SuggestAsync).WithName("SuggestCompanies");
        companies.MapPost("/lookup", CompanyLookup.LookUpAsync).WithName("LookUpCompanies").ProducesValidationProblem();
        var company = companies.MapGroup("/{bin}").ProducesValidationProblem().ProducesProblem(StatusCodes.Status404NotFound);
        company.MapGet("", CardAsync).WithName("GetCompany");
        company.MapGet("/indices", IndicesAsync).WithName("GetIndices");
        company.MapGet("/history", HistoryAsync).WithName("GetHistory");
        company.MapGet("/owners", OwnersAsync).WithName("GetOwners");
        company.MapGet("/certificates", CertificatesAsync).WithName("GetCertificates");
    }

    /// <summary>Finds companies by name in any script, BIN or register number, with filters and facets.</summary>
    /// <remarks>An empty text browses. Values within a filter are alternatives; filters hold together. <c>next</c> is the cursor of the next page.</remarks>
    private static async Task<Results<Tagged<CompanyAnswer>, ValidationProblem>> ListAsync(
        [AsParameters] CompanyListParameters parameters, CompanyFinder finder, CancellationToken cancel)
    {
        var (query, error) = parameters.Read();
        if (query is null)
            return Problems.Wrong(error);
        try
        {
            var page = CompanyAnswer.Of(await finder.FindAsync(query, cancel));
            return new Tagged<CompanyAnswer>(page, identity: page with { TookMs = 0 });
        }
        catch (FormatException)
        {
            return Problems.Wrong("cursor", "is not one that this search and order gave out.");
        }
    }

    /// <summary>Up to ten companies while a name is typed.</summary>
    /// <param name="q">What was typed so far.</param>
    private static async Task<Tagged<SuggestAnswer>> SuggestAsync(
        string? q, CompanyFinder finder, SearchCondition condition, CancellationToken cancel)
    {
        var items = await finder.SuggestAsync(q, Suggestions, cancel);
        return new(new SuggestAnswer(items, condition.IsDegraded));
    }

    /// <summary>Everything public about one entity.</summary>
    /// <param name="bin">BIN or register number.</param>
    private static async Task<Results<Tagged<CompanyCard>, ValidationProblem, ProblemHttpResult>> CardAsync(
        string bin, CompanyReader reader, CancellationToken cancel)
    {
        if (!PathNumber.TryRead(bin, out var number))
            return Problems.Wrong("bin", BinIsWrong);
        return number is not null && await reader.CardAsync(number, cancel) is { } card
            ? new Tagged<CompanyCard>(card)
            : await UnknownAsync(number, reader, cancel);
    }

    /// <summary>The three indices in full, as of today or of a past day.</summary>
    /// <param name="bin">BIN or register number.</param>
    /// <param name="asOf">Day, <c>yyyy-MM-dd</c>; today unless told. Only facts known on that day count.</param>
    private static async Task<Results<Tagged<IndicesAnswer>, ValidationProblem, ProblemHttpResult>> IndicesAsync(
        string bin, string? asOf, CompanyReader reader, BusinessClock clock, CancellationToken cancel)
    {
        if (!PathNumber.TryRead(bin, out var number))
            return Problems.Wrong("bin", BinIsWrong);
        if (!TryReadDay(asOf, clock.Today, out var day))
            return Problems.Wrong("asOf", "must be a day as yyyy-MM-dd that is not in the future.");
        return number is not null && await reader.IndicesAsync(number, day, cancel) is { } indices
            ? new Tagged<IndicesAnswer>(new IndicesAnswer(number, day ?? clock.Today, indices))
            : await UnknownAsync(number, reader, cancel);
    }

    /// <summary>How the indices, names, addresses, heads and statuses of an entity changed.</summary>
    /// <param name="bin">BIN or register number.</param>
    private static async Task<Results<Tagged<HistoryAnswer>, ValidationProblem, ProblemHttpResult>> HistoryAsync(
        string bin, CompanyReader reader, CancellationToken cancel)
    {
        if (!PathNumber.TryRead(bin, out var number))
            return Problems.Wrong("bin", BinIsWrong);
        if (number is null || await reader.CardAsync(number, cancel) is not { } card
            || await reader.HistoryAsync(number, cancel) is not { } points)
        {
            return await UnknownAsync(number, reader, cancel);
        }
        return new Tagged<HistoryAnswer>(new HistoryAnswer(card.Bin, points, card.Names, card.Addresses, card.Heads, card.Statuses));
    }

    /// <summary>Founders and beneficial owners, by name only.</summary>
    /// <param name="bin">BIN or register number.</param>
    private static Task<Results<Tagged<ListAnswer<CardOwner>>, ValidationProblem, ProblemHttpResult>> OwnersAsync(
        string bin, CompanyReader reader, CancellationToken cancel) => PartAsync(bin, reader, card => card.Owners, cancel);

    /// <summary>Certificates with the state that holds today.</summary>
    /// <param name="bin">BIN or register number.</param>
    private static Task<Results<Tagged<ListAnswer<CardCertificate>>, ValidationProblem, ProblemHttpResult>> CertificatesAsync(
        string bin, CompanyReader reader, CancellationToken cancel) => PartAsync(bin, reader, card => card.Certificates, cancel);

    private static async Task<Results<Tagged<ListAnswer<T>>, ValidationProblem, ProblemHttpResult>> PartAsync<T>(
        string bin, CompanyReader reader, Func<CompanyCard, IReadOnlyList<T>> part, CancellationToken cancel)
    {
        if (!PathNumber.TryRead(bin, out var number))
            return Problems.Wrong("bin", BinIsWrong);
        return number is not null && await reader.CardAsync(number, cancel) is { } card
            ? new Tagged<ListAnswer<T>>(new ListAnswer<T>(card.Bin, part(card).Count, null, part(card)))
            : await UnknownAsync(number, reader, cancel);
    }

    private static async Task<ProblemHttpResult> UnknownAsync(string? number, CompanyReader reader, CancellationToken cancel) =>
        Problems.UnknownCompany(Bin.TryParse(number, out var bin) && !bin.HasValidCheckDigit ? await reader.NearAsync(bin, cancel) : null);

    private static bool TryReadDay(string? text, DateOnly today, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrEmpty(text))
            return true;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", out var read) || read > today)
            return false;
        day = read;
        return true;
    }
}

/// <summary>A number in a path: it must have the form of a BIN, whether one exists or not.</summary>
internal static class PathNumber
{
    /// <summary>
    /// Whether the text is twelve digits or a register number. <paramref name="number"/> is null for digits that no entity can have,
    /// among them every IIN: those are unknown, not malformed.
    /// </summary>
    public static bool TryRead(string text, out string? number)
    {
        number = EntityNumber.TryParse(text, out var canonical) ? canonical : null;
        return text.Length == DigitText.Length && (number is not null || text.All(char.IsAsciiDigit));
    }
}
