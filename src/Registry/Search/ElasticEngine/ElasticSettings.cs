namespace Registry.Search.ElasticEngine;

/// <summary>How the search server is reached.</summary>
public sealed record ElasticSettings
{
    /// <summary>Address, http or https; a path before the API's own is kept.</summary>
    public required Uri Url { get; init; }

    /// <summary>The encoded form of an API key, as the server prints it. Goes before a user.</summary>
    public string? ApiKey { get; init; }
    public string? Username { get; init; }
    public string? Password { get; init; }

    /// <summary>What the names of our indices begin with, so that registers may share a server.</summary>
    public string IndexPrefix { get; init; } = "registry";

    /// <summary>Certificate authority of the server (PEM file) beside those that the machine trusts.</summary>
    public string? CertificateAuthority { get; init; }

    /// <summary>SHA-256 of the server's certificate or of its authority's, hexadecimal: such a certificate is trusted, and no other.</summary>
    public string? CertificateFingerprint { get; init; }

    /// <summary>After this a search no longer waits for the server and is answered from elsewhere.</summary>
    public TimeSpan SearchTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Copies of the index on other servers of the cluster.</summary>
    public int Replicas { get; init; }
}
