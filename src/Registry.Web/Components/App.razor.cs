using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Registry.Web.Setup;

namespace Registry.Web.Components;

/// <summary>
/// The document. Public pages are rendered on the server without a circuit; working pages get one,
/// without prerendering, so that no click comes before it is up.
/// </summary>
public sealed partial class App
{
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private InteractiveServerRenderMode? Mode =>
        Http is not null && Http.AcceptsInteractiveRouting() ? new InteractiveServerRenderMode(prerender: false) : null;

    private string? Theme => Http is null ? null : ThemeChoice.Of(Http);
}
