using Registry.Indices;
using Registry.Search;

namespace Registry.Companies;

/// <summary>A name over a time, and who says so.</summary>
public sealed record CardName(string Language, string Name, DateOnly? From, DateOnly? To, string Source, DateOnly KnownFrom);

/// <summary>An address over a time. A sole proprietor's ends at the district.</summary>
public sealed record CardAddress(string? Ru, string? Kk, DateOnly? From, DateOnly? To, string Source, DateOnly KnownFrom);

/// <summary>A head over a time; by name only.</summary>
public sealed record CardHead(string Name, DateOnly? From, DateOnly? To, string Source, DateOnly KnownFrom);

/// <summary>A status over a time.</summary>
public sealed record CardStatus(CompanyStatus Status, DateOnly? Since, string? Reason, string Source, DateOnly KnownFrom);

/// <summary>A founder or beneficial owner, without IIN.</summary>
/// <param name="Kind"><c>Founder</c> or <c>BeneficialOwner</c>.</param>
/// <param name="Name">Person's name, or the owning entity's.</param>
/// <param name="Bin">The owning entity, when it is one.</param>
/// <param name="Share">Percent.</param>
public sealed record CardOwner(string Kind, string Name, string? Bin, decimal? Share, bool Nominee, DateOnly From, DateOnly? To, string Source, DateOnly KnownFrom);

/// <summary>A certificate with the state that holds on the card's day.</summary>
public sealed record CardCertificate(
    string Number, string Standard, Certification.CertificateState State, string? Scope, string? BodyBin, string? BodyName,
    string? Accreditation, DateOnly IssuedOn, DateOnly ExpiresOn, string Source, DateOnly KnownFrom,
    DateOnly Since, Certification.AccreditationStanding AccreditationState, DateOnly? LastAuditOn, DateOnly? NextAuditBy, bool AuditOverdue);

/// <summary>A standing on a list, past or present.</summary>
public sealed record CardListing(string List, DateOnly Since, DateOnly? Until, string? Document, string Source);

/// <summary>Two sources with different values for one fact; both are kept, the rule says which one is used.</summary>
/// <param name="Field"><c>nameRu</c>, <c>registeredOn</c>, <c>oked</c>, <c>address</c>, <c>head</c> …</param>
/// <param name="Rule">Key of the texts that names the rule, e.g. <c>newestThenStatRegister</c>.</param>
public sealed record Disagreement(string Field, IReadOnlyList<SourceValue> Values, string Rule);

/// <summary>One source's value.</summary>
public sealed record SourceValue(string Value, string Source, DateOnly KnownFrom, bool Used);

/// <summary>A source that speaks of the entity, with the day of its data.</summary>
public sealed record CardSource(string Source, string Owner, DateOnly AsOf, bool Fresh);

/// <summary>A point of an index's history.</summary>
public sealed record HistoryPoint(IndexId Index, DateOnly AsOf, IndexState State, double? Value, string? Band, string Methodology);

/// <summary>Everything public about one entity: a hit without score, with names, addresses, heads, indices, lists and sources.</summary>
public sealed record CompanyCard
{
    public required string Bin { get; init; }
    public string? NameRu { get; init; }
    public string? NameKk { get; init; }
    public string? NameEn { get; init; }
    public CompanyStatus Status { get; init; }
    public DateOnly? StatusSince { get; init; }
    public string? Region { get; init; }
    public string? Oked { get; init; }
    public required IReadOnlyDictionary<string, HitIndex> Indices { get; init; }
    public HitRating? Rating { get; init; }
    public IReadOnlyList<CardCertificate> Certificates { get; init; } = [];
    public HitLabel? Label { get; init; }

    /// <summary>Every label that the entity was granted, the one that counts first.</summary>
    public IReadOnlyList<Certification.LabelView> Labels { get; init; } = [];
    public IReadOnlyList<Stop> Stops { get; init; } = [];
    public CompanyKind Kind { get; init; }
    public bool CheckDigitValid { get; init; }
    public DateOnly? RegisteredOn { get; init; }
    public string? Section { get; init; }
    public string? SecondaryOkeds { get; init; }
    public string? Krp { get; init; }
    public string? Kato { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Website { get; init; }
    public IReadOnlyList<CardName> Names { get; init; } = [];
    public IReadOnlyList<CardAddress> Addresses { get; init; } = [];
    public IReadOnlyList<CardHead> Heads { get; init; } = [];
    public IReadOnlyList<CardStatus> Statuses { get; init; } = [];
    public IReadOnlyList<CardOwner> Owners { get; init; } = [];
    public IReadOnlyList<CardListing> Listings { get; init; } = [];
    public IReadOnlyList<Disagreement> Disagreements { get; init; } = [];

    /// <summary>The three indices in full, as of the card's day.</summary>
    public required IReadOnlyList<IndexResult> Panels { get; init; }

    /// <summary>The published models of every year filed, newest first: shown beside the index, without weight.</summary>
    public IReadOnlyList<ModelResult> Models { get; init; } = [];

    /// <summary>Snapshots of the last 24 months, oldest first.</summary>
    public IReadOnlyList<HistoryPoint> History { get; init; } = [];
    public IReadOnlyList<CardSource> Sources { get; init; } = [];
    public required DateOnly AsOf { get; init; }
    public required long Version { get; init; }
}
