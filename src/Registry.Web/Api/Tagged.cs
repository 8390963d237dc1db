using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Registry.Setup;

namespace Registry.Web.Api;

/// <summary>
/// A JSON answer with its <c>ETag</c>: 304 without a body where the client holds the same state already.
/// The tag is weak, because it stands for the content and not for the bytes of one compression.
/// </summary>
/// <param name="value">What is answered.</param>
/// <param name="identity">What the tag is computed from, where a part of the answer changes without meaning (a duration); null: the answer.</param>
public sealed class Tagged<T>(T value, object? identity = null) : IResult, IEndpointMetadataProvider
{
    private const int TagBytes = 16;

    /// <inheritdoc/>
    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified));
    }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, RegistryJson.Options);
        var tag = TagOf(identity is null ? body : JsonSerializer.SerializeToUtf8Bytes(identity, identity.GetType(), RegistryJson.Options));
        var headers = httpContext.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
        if (IsHeld(httpContext.Request, tag))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private static EntityTagHeaderValue TagOf(byte[] content) =>
        new($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, TagBytes))}\"", isWeak: true);

    private static bool IsHeld(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(held =>
            held.Equals(EntityTagHeaderValue.Any) || held.Compare(tag, useStrongComparison: false));
}
