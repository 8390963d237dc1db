using System.Collections.Frozen;

namespace Registry.Access;

/// <summary>What may be done. Pages, API and writers ask for one of these, never for a role.</summary>
public enum Permission
{
    /// <summary>Make checks through the API.</summary>
    CheckByApi,

    /// <summary>See the IIN behind a register number; each look is traced.</summary>
    SeeIins,

    /// <summary>Read certificates, labels and decisions with what is not public about them.</summary>
    ReadCertification,

    /// <summary>Enter and change certificates, surveillance and bodies.</summary>
    EditCertificates,

    /// <summary>Apply for a label; who is no staff does so only for a company whose claim was approved.</summary>
    ApplyForLabels,

    /// <summary>Ask to speak for a company, and act for it once that was approved.</summary>
    ClaimCompanies,

    /// <summary>Decide who speaks for a company.</summary>
    DecideClaims,

    /// <summary>Propose a decision about a label.</summary>
    ProposeLabelDecisions,

    /// <summary>Decide what somebody else proposed about a label.</summary>
    DecideLabels,

    /// <summary>Read the accounts.</summary>
    ReadUsers,

    /// <summary>Create, change, lock and reset accounts; make and revoke API keys.</summary>
    ManageUsers,

    /// <summary>Read and export the trace.</summary>
    ReadAudit,

    /// <summary>Erase personal values beside the trace on a lawful request.</summary>
    EraseAuditValues,
}

/// <summary>Which roles hold which permission: the only list.</summary>
public static class Permissions
{
    private static readonly FrozenDictionary<Permission, FrozenSet<Role>> Holders = new Dictionary<Permission, Role[]>
    {
        [Permission.CheckByApi] =
            [Role.Entrepreneur, Role.ProcurementOfficer, Role.CertificationStaff, Role.CertificationApprover, Role.Moderator, Role.Administrator],
        [Permission.SeeIins] =
            [Role.ProcurementOfficer, Role.CertificationStaff, Role.CertificationApprover, Role.Moderator, Role.Auditor],
        [Permission.ReadCertification] =
            [Role.CertificationStaff, Role.CertificationApprover, Role.Administrator, Role.Auditor],
        [Permission.EditCertificates] = [Role.CertificationStaff],
        [Permission.ApplyForLabels] = [Role.Entrepreneur, Role.CertificationStaff],
        [Permission.ClaimCompanies] = [Role.Entrepreneur],
        [Permission.DecideClaims] = [Role.Administrator],
        [Permission.ProposeLabelDecisions] = [Role.CertificationStaff],
        [Permission.DecideLabels] = [Role.CertificationApprover],
        [Permission.ReadUsers] = [Role.Administrator, Role.Auditor],
        [Permission.ManageUsers] = [Role.Administrator],
        [Permission.ReadAudit] = [Role.Administrator, Role.Auditor],
        [Permission.EraseAuditValues] = [Role.Administrator],
    }.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToFrozenSet());

    /// <summary>The roles that hold a permission.</summary>
    public static IReadOnlySet<Role> RolesWith(Permission permission) => Holders[permission];
}
