namespace Registry.Certification;

/// <summary>How far an application for a label has come.</summary>
public enum ApplicationState
{
    Filed,

    /// <summary>Staff proposed the grant; an approver decides.</summary>
    Proposed,
    Granted,

    /// <summary>An approver refused the grant.</summary>
    Rejected,

    /// <summary>Staff gave it back, because it cannot be proposed as it is.</summary>
    Returned,

    /// <summary>The applicant took it back.</summary>
    Withdrawn,
}

/// <summary>An application for a label, by the company or by staff for it.</summary>
public sealed class LabelApplication
{
    public required Guid Id { get; init; }

    /// <summary>The company.</summary>
    public required string Bin { get; init; }

    /// <summary>Number of the certificate on which the label is to rest.</summary>
    public required string Certificate { get; set; }

    /// <summary>Products, services and materials, one per line.</summary>
    public required string Products { get; set; }

    /// <summary>Day on which the company signed the obligations; null while it has not.</summary>
    public DateOnly? ObligationsSignedOn { get; set; }

    /// <summary>Id of the actor who applied.</summary>
    public required string AppliedBy { get; init; }
    public required DateTimeOffset AppliedAt { get; init; }
    public ApplicationState State { get; set; }

    /// <summary>Why it was returned or rejected; the applicant reads it.</summary>
    public string? Answer { get; set; }

    /// <summary>Number of the label once granted.</summary>
    public string? Label { get; set; }

    /// <summary>Grows with every change.</summary>
    public long Version { get; set; }
}
