namespace Registry.Certification;

/// <summary>What the list of accredited bodies says of an accreditation.</summary>
public enum AccreditationState
{
    Active,
    Suspended,
    Withdrawn,
}

/// <summary>What holds of an accreditation on a day.</summary>
public enum AccreditationStanding
{
    InForce,
    Suspended,
    Withdrawn,
    Expired,

    /// <summary>The list does not name it, or no list was loaded: nothing proves that it is in force.</summary>
    Unknown,
}
