namespace Registry.Web.Setup;

/// <summary>Status codes of pages that bring their own words.</summary>
public static class OwnAnswer
{
    /// <summary>
    /// Gives the page's answer a status code; does nothing without a request. The code is set as the answer starts: set earlier,
    /// a 404 would make the component endpoint drop the page in favour of the general one.
    /// </summary>
    public static void AnswerWith(this HttpContext? http, int status) => http?.Response.OnStarting(() =>
    {
        // Only when the answer begins: Blazor sends no content for a page that is already 404 when it is rendered.
        http.Response.OnStarting(() =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    });
}
