namespace Registry.Facts;

/// <summary>
/// A standing on a list of the state: tax lists, registers of bad-faith suppliers, bankrupts.
/// The list's id is <see cref="Fact.Source"/>. Key: <c>Bin, Source, Entry</c>.
/// </summary>
public sealed record ListEntry : Fact, IListed
{
    /// <summary>The list's own number of the entry; empty where an entity stands on it once.</summary>
    public required string Entry { get; init; }

    /// <summary>Name as the list spells it.</summary>
    public string? Name { get; init; }

    /// <summary>Decision, order or act by which the entity was listed.</summary>
    public string? Document { get; init; }

    /// <summary>First day of the standing: the day the list gives, else the day of the first list that had it.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>Day of the first list without the entry, or the end that the list itself gives; <see langword="null"/> while it stands.</summary>
    public DateOnly? Until { get; init; }

    /// <inheritdoc/>
    public Fact EndedOn(DateOnly day) => this with { Until = day > Since ? day : Since };

    /// <summary>Whether the entity stood on the list on <paramref name="day"/>.</summary>
    public bool StandsOn(DateOnly day) => Since <= day && (Until is null || day < Until);
}

/// <summary>A certificate of an anti-corruption management system. Key: <c>Number</c>.</summary>
public sealed record Certificate : Fact
{
    public required string Number { get; init; }

    /// <summary><c>ISO 37001:2016</c>, <c>ISO 37001:2025</c> or <c>ST RK 3049</c>.</summary>
    public required string Standard { get; init; }
    public string? Scope { get; init; }

    /// <summary>BIN of the certification body.</summary>
    public string? BodyBin { get; init; }

    /// <summary>Number of the body's accreditation.</summary>
    public string? Accreditation { get; init; }
    public DateOnly IssuedOn { get; init; }
    public DateOnly ExpiresOn { get; init; }

    /// <summary>Day of the first issue, where the certificate was recertified since.</summary>
    public DateOnly? OriginallyIssuedOn { get; init; }

    /// <summary>State as the source gives it; what holds on a day is <see cref="StateOn"/>.</summary>
    public required Certification.CertificateState State { get; init; }

    /// <summary>
    /// What the source says where the desk holds something else, as JSON; empty while no source ever spoke of it; null where they agree.
    /// See <see cref="Certification.DeskHold"/>.
    /// </summary>
    public string? SourceSays { get; init; }

    /// <summary>Drafts and submissions are the chamber's own until decided.</summary>
    public bool IsPublic => State is not (Certification.CertificateState.Draft or Certification.CertificateState.Submitted);

    /// <summary>State on a day: expiry comes by date, whatever the source last said.</summary>
    public Certification.CertificateState StateOn(DateOnly day) =>
        State is Certification.CertificateState.Active or Certification.CertificateState.Suspended && day > ExpiresOn
            ? Certification.CertificateState.Expired
            : State;
}
