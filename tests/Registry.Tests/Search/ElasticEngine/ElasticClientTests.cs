using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Registry.Search;
using Registry.Search.ElasticEngine;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Search.ElasticEngine;

/// <summary>What is sent to a server, and what becomes of its answers.</summary>
public sealed class ElasticClientTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly ElasticSettings Somewhere = new() { Url = new Uri("http://search.example/es/") };

    [Theory]
    [InlineData("abc==", null, null, "ApiKey abc==")]
    [InlineData(null, "elastic", "тайна", "Basic ZWxhc3RpYzrRgtCw0LnQvdCw")]
    [InlineData(null, null, null, null)]
    public async Task Credentials_are_sent_with_every_request(string? key, string? user, string? password, string? expected)
    {
        var wire = new Wire((_, _) => Answer("""{"count":5}"""));
        using var search = Search(Somewhere with { ApiKey = key, Username = user, Password = password }, wire);

        Assert.Equal(5, await search.CountAsync(Never));

        var request = Assert.Single(wire.Requests);
        Assert.Equal(expected, request.Authorization);
        Assert.Equal($"http://search.example/es/registry-companies-{SearchTerms.Form}/_count", request.Address);
    }

    [Fact]
    public async Task Companies_are_sent_with_their_external_version_to_an_alias_only()
    {
        var wire = new Wire(WithIndex((_, _) => Answer("""{"errors":false}""")));
        using var search = Search(Somewhere, wire);

        await search.IndexAsync([SearchCompanies.Of(SearchCompanies.Qyran, "ТОО Қыран", version: 42)], Never);

        var bulk = wire.Requests.Single(r => r.Address.Contains("_bulk", StringComparison.Ordinal));
        Assert.Contains("require_alias=true", bulk.Address, StringComparison.Ordinal);
        Assert.StartsWith($$$"""{"index":{"_index":"registry-companies-{{{SearchTerms.Form}}}","_id":"200140000010","version":42,"version_type":"external_gte"}}""", bulk.Body, StringComparison.Ordinal);
        Assert.Equal(2, bulk.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Of_a_bulk_only_what_may_pass_is_sent_again()
    {
        var bulks = 0;
        var wire = new Wire(WithIndex((_, _) => Answer(bulks++ == 0
            ? """{"errors":true,"items":[{"index":{"status":201}},{"index":{"status":409,"error":{"type":"version_conflict_engine_exception","reason":"newer"}}},{"index":{"status":429,"error":{"type":"es_rejected_execution_exception","reason":"busy"}}},{"index":{"status":400,"error":{"type":"document_parsing_exception","reason":"strange"}}}]}"""
            : """{"errors":false}""")));
        using var search = Search(Somewhere, wire);

        var error = await Assert.ThrowsAsync<DocumentsRefusedException>(() => search.IndexAsync([.. SearchCompanies.Some.Take(4)], Never));

        var sent = wire.Requests.Where(r => r.Address.Contains("_bulk", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, sent.Count);
        Assert.Contains(SearchCompanies.Some[2].Hit.Bin, sent[1].Body, StringComparison.Ordinal);
        Assert.DoesNotContain(SearchCompanies.Some[1].Hit.Bin, sent[1].Body, StringComparison.Ordinal);
        var (bin, reason) = Assert.Single(error.Refused);
        Assert.Equal((SearchCompanies.Some[3].Hit.Bin, "400 document_parsing_exception: strange"), (bin, reason));
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task An_overloaded_server_is_asked_a_bounded_number_of_times(HttpStatusCode status)
    {
        var wire = new Wire(WithIndex((_, _) => Answer("busy", status)));
        using var search = Search(Somewhere, wire);

        await Assert.ThrowsAnyAsync<SearchUnavailableException>(() => search.IndexAsync([SearchCompanies.Some[0]], Never));

        Assert.Equal(Backoff.MostTries, wire.Requests.Count(r => r.Address.Contains("_bulk", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Pauses_between_tries_double_up_to_a_bound_and_are_spread()
    {
        var time = new FakeTimeProvider();
        foreach (var (failed, milliseconds) in new[] { (1, 100.0), (2, 200), (3, 400), (9, 2_500) })
        {
            var pause = new Backoff(time, () => 0.5).WaitAsync(failed, Never);
            time.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
            Assert.False(pause.IsCompleted);
            time.Advance(TimeSpan.FromMilliseconds(1));
            await pause;
        }
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_counts_as_down()
    {
        var time = new FakeTimeProvider();
        var wire = new Wire(async (_, cancel) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
            throw new InvalidOperationException();
        });
        using var search = new ElasticCompanySearch(Somewhere, time, wire, () => 0);

        var asked = search.CountAsync(Never);
        time.Advance(Somewhere.SearchTimeout);

        Assert.Contains("3 s", (await Assert.ThrowsAnyAsync<SearchUnavailableException>(() => asked)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_search_is_no_answer()
    {
        var wire = new Wire((request, _) => Answer(request.Address.Contains("_count", StringComparison.Ordinal)
            ? """{"count":0}"""
            : """{"timed_out":true,"hits":{"total":{"value":1},"hits":[]}}"""));
        using var search = Search(Somewhere, wire);

        await Assert.ThrowsAnyAsync<SearchUnavailableException>(() => search.FindAsync(new CompanyQuery { Text = "алатау" }, Never));
    }

    [Fact]
    public void Only_the_certificate_with_the_fingerprint_is_trusted()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=search", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var fingerprint = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        var withColons = string.Join(':', fingerprint.ToLowerInvariant().Chunk(2).Select(pair => new string(pair)));

        Assert.True(ElasticTrust.IsPinned(withColons, certificate, null));
        Assert.False(ElasticTrust.IsPinned(new string('0', 64), certificate, null));
        Assert.False(ElasticTrust.IsPinned(fingerprint, null, null));
    }

    [Fact]
    public void An_authority_of_ones_own_is_trusted_for_its_certificates_only()
    {
        using var folder = new TemporaryFolder();
        var (from, until) = (new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2050, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var authorityKey = RSA.Create(2048);
        var request = new CertificateRequest("CN=authority", authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var authority = request.CreateSelfSigned(from, until);
        using var serverKey = RSA.Create(2048);
        using var issued = new CertificateRequest("CN=search", serverKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).Create(authority, from, until, [1, 2, 3]);
        using var foreign = new CertificateRequest("CN=search", serverKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(from, until);
        File.WriteAllText(folder["ca.pem"], authority.ExportCertificatePem());

        using var chain = new X509Chain { ChainPolicy = ElasticTrust.Policy(folder["ca.pem"]) };

        Assert.True(chain.Build(issued));
        Assert.False(chain.Build(foreign));
    }

    private static ElasticCompanySearch Search(ElasticSettings settings, Wire wire) => new(settings, TimeProvider.System, wire, () => 0);

    private static Func<Request, CancellationToken, Task<HttpResponseMessage>> WithIndex(Func<Request, CancellationToken, Task<HttpResponseMessage>> bulk) =>
        (request, cancel) => request.Address.Contains("/_alias", StringComparison.Ordinal)
            ? Answer("""{"registry-companies-0":{"aliases":{"registry-companies-FORM":{}}}}""".Replace("FORM", SearchTerms.Form, StringComparison.Ordinal))
            : bulk(request, cancel);

    private static Task<HttpResponseMessage> Answer(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") });

    private sealed record Request(string Address, string? Authorization, string Body);

    /// <summary>The network's end: keeps what was sent and answers as the test says.</summary>
    private sealed class Wire(Func<Request, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        public List<Request> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            var sent = new Request(request.RequestUri!.ToString(), request.Headers.Authorization?.ToString(), body);
            Requests.Add(sent);
            return await answer(sent, cancellationToken);
        }
    }
}
