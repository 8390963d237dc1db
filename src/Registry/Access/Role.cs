namespace Registry.Access;

/// <summary>What somebody is to the register. A person may hold several roles; an API key holds one.</summary>
public enum Role
{
    /// <summary>Nobody signed in. Never given to an account.</summary>
    Guest,

    /// <summary>Acts for companies whose claim was approved.</summary>
    Entrepreneur,
    ProcurementOfficer,

    /// <summary>Enters certificates, proposes labels.</summary>
    CertificationStaff,

    /// <summary>Decides what staff proposed.</summary>
    CertificationApprover,

    /// <summary>Disputes, evidence of the rating, register of offenders.</summary>
    Moderator,
    Administrator,

    /// <summary>Reads everything, changes nothing.</summary>
    Auditor,
}
