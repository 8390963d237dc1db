using Microsoft.AspNetCore.Components;

namespace Registry.Web.Setup;

/// <summary>Addresses to go back to after a choice: only ever our own.</summary>
public static class ReturnUrl
{
    private const string Home = "/";

    /// <summary>Path and query of the page being shown.</summary>
    public static string Of(NavigationManager navigation) => new Uri(navigation.Uri).PathAndQuery;

    /// <summary>The given address if it is a path on this host, else the first page.</summary>
    public static string Local(string? url)
    {
        var isLocal = url is ['/', ..] && !url.StartsWith("//", StringComparison.Ordinal) && !url.StartsWith("/\\", StringComparison.Ordinal)
            && !url.Any(char.IsControl);
        return isLocal ? url! : Home;
    }
}
