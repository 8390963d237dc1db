using Registry.Setup;

namespace Registry.Web.Setup;

/// <summary>The address under which strangers reach the register: in QR codes, statements and snippets.</summary>
public sealed class PublicAddress(RegistrySettings settings)
{
    /// <summary>Scheme and host without a slash at the end: as configured, else the request's own.</summary>
    public string Of(HttpRequest request) =>
        (settings.PublicUrl?.AbsoluteUri ?? $"{request.Scheme}://{request.Host}{request.PathBase}").TrimEnd('/');
}
