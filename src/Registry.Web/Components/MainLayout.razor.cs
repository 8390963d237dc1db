using Microsoft.AspNetCore.Components;
using Registry.Web.Setup;

namespace Registry.Web.Components;

/// <summary>Header, content, footer of every page.</summary>
public sealed partial class MainLayout(NavigationManager navigation)
{
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private bool Dark => Http is not null && string.Equals(ThemeChoice.Of(Http), ThemeChoice.Dark, StringComparison.Ordinal);

    /// <summary>The page's own address: with a base element a bare fragment would lead to the first page.</summary>
    private string Here => ReturnUrl.Of(navigation, Http);
}
