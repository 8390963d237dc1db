namespace Registry.Notifications;

/// <summary>A mail that is to go out. It stays in the table until a server took it, so that none is lost.</summary>
public sealed class OutboxMail
{
    public required Guid Id { get; init; }

    /// <summary>What the mail is about, once: the same reminder to the same person is not written twice.</summary>
    public required string Key { get; init; }

    /// <summary>Address; personal data.</summary>
    public required string To { get; init; }
    public required string Subject { get; init; }
    public required string Body { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>When a server took it; null while it waits.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Not to be tried before.</summary>
    public required DateTimeOffset NextTryAt { get; set; }
    public int Tries { get; set; }

    /// <summary>What the server said the last time.</summary>
    public string? Error { get; set; }
}
