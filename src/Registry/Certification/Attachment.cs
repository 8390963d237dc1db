namespace Registry.Certification;

/// <summary>A file kept with a certificate or an application. Its bytes lie in the data folder, outside of anything that is served.</summary>
public sealed class Attachment
{
    public required Guid Id { get; init; }

    /// <summary><c>certificate:</c> and a number, or <c>application:</c> and an id.</summary>
    public required string Subject { get; init; }

    /// <summary>Name as uploaded, without folders; shown, never used as a path.</summary>
    public required string Name { get; init; }

    /// <summary>Type found in the content.</summary>
    public required string ContentType { get; init; }
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the content, hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Id of the actor who uploaded it.</summary>
    public required string UploadedBy { get; init; }
    public required DateTimeOffset UploadedAt { get; init; }
}
