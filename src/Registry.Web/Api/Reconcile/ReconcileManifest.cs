using Microsoft.Extensions.Localization;
using Registry.Setup;

namespace Registry.Web.Api.Reconcile;

/// <summary>Writes the manifest: every address stands on the host that was asked, or on the register's public address where one is set.</summary>
internal sealed class ReconcileManifest(RegistrySettings settings, IStringLocalizer<ReconcileTexts> texts, Reconciler reconciler)
{
    private const int PreviewWidth = 420;
    private const int PreviewHeight = 260;

    /// <summary>The manifest for a request.</summary>
    public Manifest Of(HttpRequest request)
    {
        var root = Root(request);
        var service = root + ReconcileEndpoints.Path;
        return new Manifest(
            ["0.2"],
            texts["ServiceName"],
            $"{root}/companies/",
            $"{root}/api#{Reconciler.TypeId}",
            $"{root}/api",
            $"{root}/favicon.svg",
            typeof(ReconcileManifest).Assembly.GetName().Version?.ToString() ?? "1",
            [reconciler.Type],
            new UrlTemplate($"{root}/companies/{{{{id}}}}"),
            new PreviewSettings($"{service}/preview?id={{{{id}}}}", PreviewWidth, PreviewHeight),
            new SuggestSettings(Suggestions(service, "entity"), Suggestions(service, "property"), Suggestions(service, "type")),
            new ExtendSettings(new ProposalAddress(service, "/properties"), []),
            ReconcileQueries.MostQueries);
    }

    /// <summary>The register's address without a slash at its end.</summary>
    public string Root(HttpRequest request) =>
        (settings.PublicUrl?.ToString() ?? $"{request.Scheme}://{request.Host}{request.PathBase}").TrimEnd('/');

    private static SuggestAddress Suggestions(string service, string what) =>
        new(service, $"/suggest/{what}", service, $"/flyout/{what}?id=${{id}}");
}
