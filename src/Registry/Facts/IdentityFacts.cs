using Registry.Companies;

namespace Registry.Facts;

/// <summary>What a register of legal entities says about one of them. Key: <c>Bin, Source</c>.</summary>
public sealed record Registration : Fact
{
    public string? NameRu { get; init; }
    public string? NameKk { get; init; }
    public DateOnly? RegisteredOn { get; init; }

    /// <summary>Main OKED, two to five digits without dots.</summary>
    public string? Oked { get; init; }
    public string? ActivityRu { get; init; }
    public string? ActivityKk { get; init; }

    /// <summary>Secondary OKED codes, separated by one blank.</summary>
    public string? SecondaryOkeds { get; init; }

    /// <summary>Size class, code of the KRP classifier (105 … 311).</summary>
    public string? Krp { get; init; }

    /// <summary>Sector of the economy, code of the KSE classifier.</summary>
    public string? Kse { get; init; }

    /// <summary>Form of ownership, code of the KFS classifier.</summary>
    public string? Kfs { get; init; }

    /// <summary>Place, nine digits of the KATO classifier; its first two are the region.</summary>
    public string? Kato { get; init; }
    public string? SettlementRu { get; init; }
    public string? SettlementKk { get; init; }

    /// <summary>Legal address. A sole proprietor's is personal data: only the district is ever published.</summary>
    public string? AddressRu { get; init; }
    public string? AddressKk { get; init; }
    public string? Head { get; init; }

    /// <summary>Status, where this source states one.</summary>
    public CompanyStatus? Status { get; init; }
}

/// <summary>A change of an entity's legal status. Key: <c>Bin, Since</c>.</summary>
public sealed record StatusChange : Fact
{
    public required DateOnly Since { get; init; }
    public required CompanyStatus Status { get; init; }
    public string? Reason { get; init; }
}

/// <summary>A name in one language over a time: English names and former ones. Key: <c>Bin, Language, From</c>.</summary>
public sealed record CompanyName : Fact
{
    /// <summary><c>ru</c>, <c>kk</c> or <c>en</c>.</summary>
    public required string Language { get; init; }
    public required DateOnly From { get; init; }
    public required string Name { get; init; }

    /// <summary>Last day of the name, or <see langword="null"/> for the present one.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>How an entity is reached. Key: <c>Bin</c>.</summary>
public sealed record Contact : Fact
{
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Website { get; init; }
    public DateOnly? AsOf { get; init; }
}

/// <summary>What somebody is to an entity.</summary>
public enum OwnerKind
{
    Founder,
    BeneficialOwner,
    Head,
}

/// <summary>A founder, beneficial owner or head over a time. Key: <c>Bin, Kind, Party, From</c>.</summary>
public sealed record Owner : Fact
{
    public required OwnerKind Kind { get; init; }

    /// <summary>
    /// Who: <c>person:</c> and the id of <see cref="Person"/> (from a source: <c>iin:</c> and the IIN, replaced before writing),
    /// <c>entity:</c> and a BIN or register number, or <c>name:</c> and the name's key where the source gives no number.
    /// </summary>
    public required string Party { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; init; }
    public string? PersonName { get; init; }
    public string? EntityBin { get; init; }

    /// <summary>Share of the capital in percent, 0-100.</summary>
    public decimal? Share { get; init; }

    /// <summary>Whether the source calls the holder a nominee.</summary>
    public bool Nominee { get; init; }

    /// <inheritdoc/>
    public override Fact WithNumbers(Func<string, string> number)
    {
        var entity = EntityBin is null ? null : number(EntityBin);
        return this with { Bin = number(Bin), EntityBin = entity, Party = entity is null ? Party : $"entity:{entity}" };
    }
}

/// <summary>
/// The only place that holds an IIN. Everything else speaks of a person by <see cref="Id"/>
/// and of a sole proprietor by <see cref="RegisterNumber"/>.
/// </summary>
public sealed record Person
{
    public required Guid Id { get; init; }

    /// <summary>Twelve digits; personal data.</summary>
    public required string Iin { get; init; }

    /// <summary>Public number, drawn at random when a source first speaks of the person as an entity.</summary>
    public string? RegisterNumber { get; init; }
}
