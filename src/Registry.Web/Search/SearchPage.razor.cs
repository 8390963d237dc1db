using Microsoft.AspNetCore.Components;
using Registry.Companies;
using Registry.Search;
using Registry.Web.Setup;
using Registry.Web.Shared;

namespace Registry.Web.Search;

/// <summary>The search: the first page without a question, else the page of hits that the address asks for.</summary>
public sealed partial class SearchPage(CompanyFinder search, HomeFigureReader home, CompanyReader companyReader, NavigationManager navigation, ILogger<SearchPage> log)
{
    /// <summary>Filters that hold while the search is degraded.</summary>
    private static readonly string[] WithoutEngine = [Facets.Region, Facets.Oked, Facets.Status, Facets.Size];

    private SearchUrl url = new();
    private CompanyPage? found;
    private HomeFigures? figures;
    private IReadOnlyDictionary<string, string> nearNames = new Dictionary<string, string>(StringComparer.Ordinal);

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    /// <summary>Whether the database answered in the engine's place: it counts no facets and knows only some filters.</summary>
    private bool IsWithoutEngine => found is { Degraded: true } page && page.Facets.Values.All(values => values.Count == 0);

    /// <summary>Chosen filters that the database cannot tell companies by.</summary>
    private IReadOnlyList<string> Idle => [.. url.Filters.Keys.Where(facet => !WithoutEngine.Contains(facet, StringComparer.Ordinal))];

    private string Found => found is null ? "" : $"{L.Counted("Found", found.Total)} · {L["Took", Format.Number(found.TookMs)]}";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        url = SearchUrl.Parse(navigation.Uri);
        var cancel = Http?.RequestAborted ?? CancellationToken.None;
        try
        {
            if (url.IsEmpty)
                figures = await home.ReadAsync(cancel);
            else
            {
                found = await search.FindAsync(url.ToQuery(), cancel);
                if (found.Near is { Count: > 0 } near)
                    nearNames = await companyReader.NamesAsync(near, cancel);
            }
        }
        catch (FormatException) when (url.Cursor is not null)
        {
            navigation.NavigateTo((url with { Cursor = null }).ToString());
        }
        catch (Exception error) when (error is IOException or TimeoutException or HttpRequestException or InvalidOperationException)
        {
            SearchDown(log, error);
            if (!url.IsEmpty)
                Http.AnswerWith(StatusCodes.Status503ServiceUnavailable);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The search did not answer a page.")]
    private static partial void SearchDown(ILogger logger, Exception error);
}
