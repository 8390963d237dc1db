using Microsoft.AspNetCore.Components;
using Registry.Companies;
using Registry.Search;
using Registry.Web.Setup;
using Registry.Web.Shared;

namespace Registry.Web.Search;

/// <summary>The search: the first page without a question, else the page of hits that the address asks for.</summary>
public sealed partial class SearchPage(CompanyFinder search, CompanyReader companyReader, NavigationManager navigation, ILogger<SearchPage> log)
{
    private SearchUrl url = new();
    private CompanyPage? found;
    private long? companies;
    private IReadOnlyDictionary<string, string> nearNames = new Dictionary<string, string>(StringComparer.Ordinal);

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private string Found => found is null ? "" : $"{L.Counted("Found", found.Total)} · {L["Took", Format.Number(found.TookMs)]}";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        url = SearchUrl.Parse(navigation.Uri);
        var cancel = Http?.RequestAborted ?? CancellationToken.None;
        try
        {
            if (url.IsEmpty)
                companies = await search.CountAsync(cancel);
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
