using Microsoft.AspNetCore.Diagnostics;

namespace Registry.Web.Setup;

/// <summary>Status codes of pages that bring their own words.</summary>
public static class OwnAnswer
{
    /// <summary>Gives the page's answer a status code and keeps the general page for it away; does nothing without a request.</summary>
    public static void AnswerWith(this HttpContext? http, int status)
    {
        if (http is not { Response.HasStarted: false })
            return;
        http.Response.StatusCode = status;
        if (http.Features.Get<IStatusCodePagesFeature>() is { } general)
            general.Enabled = false;
    }
}
