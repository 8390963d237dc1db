using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace Registry.Web.Setup;

/// <summary>Addresses to go back to after a choice: only ever our own.</summary>
public static class ReturnUrl
{
    private const string Home = "/";

    /// <summary>Path and query that the visitor asked for, also while an error page answers in the place of that page.</summary>
    public static string Of(NavigationManager navigation, HttpContext? http)
    {
        if (http?.Features.Get<IStatusCodeReExecuteFeature>() is { } missing)
            return missing.OriginalPathBase + missing.OriginalPath + missing.OriginalQueryString;
        return http?.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? new Uri(navigation.Uri).PathAndQuery;
    }

    /// <summary>The given address if it is a path on this host, else the first page.</summary>
    public static string Local(string? url)
    {
        var isLocal = url is ['/', ..] && !url.StartsWith("//", StringComparison.Ordinal) && !url.StartsWith("/\\", StringComparison.Ordinal)
            && !url.Any(char.IsControl);
        return isLocal ? url! : Home;
    }
}
