using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Registry.Companies;
using Registry.Sources;

namespace Registry.Web.Api;

/// <summary>Everything that the register's sources say about one entity.</summary>
public static class CompanyFacts
{
    /// <summary>All facts about an entity that may be published, every version with its source, its own dates and the days on which the register knew it.</summary>
    /// <remarks>Personal data, pay and who reported a payment are withheld and named in <c>withheld</c>. <c>next</c> is the cursor of the next page.</remarks>
    /// <param name="bin">BIN or register number.</param>
    /// <param name="parameters">Filters and page.</param>
    internal static async Task<Results<Tagged<FactsAnswer>, ValidationProblem, ProblemHttpResult>> ListAsync(
        string bin, [AsParameters] CompanyFactsParameters parameters, CompanyReader reader, CancellationToken cancel)
    {
        if (!PathNumber.TryRead(bin, out var number))
            return Problems.Wrong("bin", CompanyEndpoints.BinIsWrong);
        var (query, error) = parameters.Read();
        if (query is null)
            return Problems.Wrong(error);
        try
        {
            return number is not null && await reader.FactsAsync(number, query, cancel) is { } page
                ? new Tagged<FactsAnswer>(new FactsAnswer(number, page.Total, page.Next, page.Items))
                : await CompanyEndpoints.UnknownAsync(number, reader, cancel);
        }
        catch (FormatException)
        {
            return Problems.Wrong("cursor", "is not one that this list gave out.");
        }
    }
}

/// <summary>A page of an entity's facts.</summary>
public sealed record FactsAnswer(string Bin, int Total, string? Next, IReadOnlyList<PublicFact> Items);

/// <summary>What <c>GET /companies/{bin}/facts</c> is asked with.</summary>
public sealed record CompanyFactsParameters
{
    private const int LargestPage = 100;

    [FromQuery(Name = "kind"), Description("One kind of fact, e.g. statement.")]
    public string? Kind { get; init; }

    [FromQuery(Name = "source"), Description("One source, e.g. stat-register.")]
    public string? Source { get; init; }

    [FromQuery(Name = "cursor"), Description("The next of the page before.")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "limit"), Description("Facts per page, 1-100; 100 unless told.")]
    public string? Limit { get; init; }

    /// <summary>The question, or the field that is wrong.</summary>
    public (PublicFactQuery? Query, FieldError? Error) Read()
    {
        var (kind, source) = (Given(Kind), Given(Source));
        if (kind is not null && !PublicFacts.Kinds.Contains(kind, StringComparer.Ordinal))
            return (null, new FieldError("kind", $"must be one of {string.Join(", ", PublicFacts.Kinds)}."));
        if (source is not null && !SourceCatalog.All.Any(s => string.Equals(s.Source, source, StringComparison.Ordinal)))
            return (null, new FieldError("source", "is not a source of the register; /health/ready names them."));
        var limit = LargestPage;
        var isNumber = Given(Limit) is not { } text
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= LargestPage);
        return isNumber
            ? (new PublicFactQuery(kind, source, Given(Cursor), limit), null)
            : (null, new FieldError("limit", $"must be a whole number from 1 to {LargestPage}."));
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
