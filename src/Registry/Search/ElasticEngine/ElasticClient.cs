using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace Registry.Search.ElasticEngine;

/// <summary>
/// Speaks to the search server: address, credentials, certificates, time limits, errors. One request is one try; what to try again is
/// the caller's to know.
/// </summary>
internal sealed class ElasticClient : IDisposable
{
    /// <summary>Writes and administration may wait for merges and disks.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue Lines = new("application/x-ndjson");
    private readonly HttpClient http;
    private readonly TimeProvider time;

    /// <summary>Makes a client; <paramref name="handler"/> takes the place of the network in tests of what is sent.</summary>
    public ElasticClient(ElasticSettings settings, TimeProvider time, HttpMessageHandler? handler = null)
    {
        this.time = time;
        http = new HttpClient(handler ?? Network(settings))
        {
            BaseAddress = new Uri(settings.Url.ToString().TrimEnd('/') + '/'),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        if (settings.ApiKey is { } key)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("ApiKey", key);
        else if (settings.Username is { } user)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{settings.Password}")));
    }

    /// <summary>Sends a request and reads the answer's JSON.</summary>
    /// <param name="limit">After this the server counts as not answering.</param>
    /// <exception cref="ElasticException">It refused or did not answer.</exception>
    public async Task<JsonDocument> SendAsync(
        HttpMethod method, string path, ReadOnlyMemory<byte> body, TimeSpan limit, CancellationToken cancel)
    {
        using var ending = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, ending.Token);
        try
        {
            using var request = new HttpRequestMessage(method, path);
            if (body.Length > 0)
            {
                request.Content = new ReadOnlyMemoryContent(body);
                request.Content.Headers.ContentType = path.Contains("_bulk", StringComparison.Ordinal) || path.Contains("_msearch", StringComparison.Ordinal) ? Lines : Json;
            }
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (!answer.IsSuccessStatusCode)
                throw await ErrorAsync(answer, either.Token);
            await using var stream = await answer.Content.ReadAsStreamAsync(either.Token);
            return await JsonDocument.ParseAsync(stream, default, either.Token);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new ElasticException(null, "timeout", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"nothing came within {limit.TotalSeconds:0.#} s"), late);
        }
        catch (Exception broken) when (broken is HttpRequestException or JsonException or IOException and not SearchUnavailableException)
        {
            throw new ElasticException(null, "connection", broken.Message, broken);
        }
    }

    /// <summary>The same with a body of JSON.</summary>
    public Task<JsonDocument> SendAsync(HttpMethod method, string path, System.Text.Json.Nodes.JsonNode? body, TimeSpan limit, CancellationToken cancel) =>
        SendAsync(method, path, body is null ? default : (ReadOnlyMemory<byte>)JsonSerializer.SerializeToUtf8Bytes(body), limit, cancel);

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static async Task<ElasticException> ErrorAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        var text = await answer.Content.ReadAsStringAsync(cancel);
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object)
                return new ElasticException(answer.StatusCode, error.GetProperty("type").GetString() ?? "", error.GetProperty("reason").ToString());
        }
        catch (JsonException)
        {
            // A proxy's page, not the server's answer: the status says enough.
        }
        return new ElasticException(answer.StatusCode, "", answer.ReasonPhrase ?? "");
    }

    private static SocketsHttpHandler Network(ElasticSettings settings)
    {
        var network = new SocketsHttpHandler { PooledConnectionLifetime = ConnectionLife, ConnectTimeout = ConnectTimeout, UseCookies = false, AllowAutoRedirect = false };
        if (settings.CertificateFingerprint is { } fingerprint)
            network.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, _) => ElasticTrust.IsPinned(fingerprint, certificate, chain);
        else if (settings.CertificateAuthority is { } file)
            network.SslOptions.CertificateChainPolicy = ElasticTrust.Policy(file);
        return network;
    }
}

/// <summary>Which certificates of a search server are believed.</summary>
internal static class ElasticTrust
{
    /// <summary>Whether the certificate or one of its chain has the fingerprint.</summary>
    public static bool IsPinned(string fingerprint, X509Certificate? certificate, X509Chain? chain)
    {
        var wanted = Digits(fingerprint);
        return Sha256(certificate) == wanted || (chain?.ChainElements.Any(e => Sha256(e.Certificate) == wanted) ?? false);
    }

    /// <summary>Whether the text is a SHA-256 in hexadecimal, with or without colons.</summary>
    public static bool IsFingerprint(string text) => Digits(text) is { Length: 2 * SHA256.HashSizeInBytes } digits && digits.All(char.IsAsciiHexDigit);

    /// <summary>Trusts the authority of a PEM file beside those of the machine.</summary>
    public static X509ChainPolicy Policy(string file)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(file);
        return policy;
    }

    private static string Digits(string text) => text.Replace(":", "", StringComparison.Ordinal).ToUpperInvariant();

    private static string? Sha256(X509Certificate? certificate) => certificate?.GetCertHashString(HashAlgorithmName.SHA256);
}
