namespace Registry.Companies;

/// <summary>Legal status of an entity.</summary>
public enum CompanyStatus
{
    Registered,
    Active,
    Suspended,
    Reorganising,
    Liquidating,
    Liquidated,
    Bankrupt,
    Rehabilitation,
}

/// <summary>What sort of entity stands behind the number.</summary>
public enum CompanyKind
{
    LegalEntity,
    Branch,
    Representation,
    StateInstitution,
    SoleProprietor,
    JointEntrepreneurship,
    PeasantFarm,
}

/// <summary>
/// An entity as it stands now: the row that lists, search and the card's head read. It is derived from the facts
/// of all sources by <c>CompanyProjection</c> and never typed.
/// </summary>
public sealed class Company
{
    /// <summary>BIN or register number; the natural key.</summary>
    public required string Bin { get; set; }
    public CompanyKind Kind { get; set; }

    /// <summary>False for a BIN whose control digit does not match; such numbers are real and kept.</summary>
    public bool CheckDigitValid { get; set; }
    public string? NameRu { get; set; }
    public string? NameKk { get; set; }
    public string? NameEn { get; set; }

    /// <summary>Former names, one per line.</summary>
    public string? FormerNames { get; set; }

    /// <summary>Folded core of the main name, computed in C#: equality look-ups ask for this, never for SQL <c>lower</c>.</summary>
    public string? NameKey { get; set; }
    public CompanyStatus Status { get; set; }
    public DateOnly? StatusSince { get; set; }
    public DateOnly? RegisteredOn { get; set; }

    /// <summary>Main OKED, digits.</summary>
    public string? Oked { get; set; }

    /// <summary>OKED section, one letter A-U.</summary>
    public string? Section { get; set; }

    /// <summary>Region: first two digits of KATO.</summary>
    public string? Region { get; set; }
    public string? Kato { get; set; }

    /// <summary>Size class, KRP code.</summary>
    public string? Krp { get; set; }
    public string? AddressRu { get; set; }
    public string? AddressKk { get; set; }
    public string? Head { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }
    public string? Website { get; set; }

    /// <summary>Grows with every change of the entity or of a fact about it; ETag and external version of the index.</summary>
    public long Version { get; set; }
}
