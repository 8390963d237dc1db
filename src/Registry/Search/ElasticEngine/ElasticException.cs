using System.Net;

namespace Registry.Search.ElasticEngine;

/// <summary>The search server refused a request or did not answer it.</summary>
/// <param name="status">Its status; null where no answer came.</param>
/// <param name="type">The server's name for the error, e.g. <c>cluster_block_exception</c>.</param>
internal sealed class ElasticException(HttpStatusCode? status, string type, string reason, Exception? inner = null)
    : SearchUnavailableException(status is { } code ? $"The search server answered {(int)code}, {type}: {reason}" : $"The search server did not answer: {reason}", inner)
{
    public HttpStatusCode? Status => status;

    public string Type => type;

    /// <inheritdoc/>
    public override bool IsDown => status is not HttpStatusCode.BadRequest;

    /// <summary>Whether the same request may succeed a moment later.</summary>
    public bool IsPassing => status is null or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway
        or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
}
