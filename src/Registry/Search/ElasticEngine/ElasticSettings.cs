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

    /// <summary>What of the settings the server could not be reached with: which one and why; null where all is well.</summary>
    internal (string Key, string Problem)? Problem
    {
        get
        {
            if (Username is null != Password is null)
                return (Username is null ? "Username" : "Password", "A user needs both name and password.");
            if (ApiKey is not null && Username is not null)
                return ("ApiKey", "Either an API key or a user, not both.");
            if (CertificateFingerprint is not null && !ElasticTrust.IsFingerprint(CertificateFingerprint))
                return ("CertificateFingerprint", "must be a SHA-256 in 64 hexadecimal digits.");
            if (CertificateAuthority is not null && !File.Exists(CertificateAuthority))
                return ("CertificateAuthority", $"The file '{CertificateAuthority}' is not there.");
            return IsIndexName(IndexPrefix) ? null : ("IndexPrefix", $"'{IndexPrefix}' is not made of lower-case letters, digits, - and _, a letter first.");
        }
    }

    private static bool IsIndexName(string text) =>
        text.Length is > 0 and <= 64 && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');
}
