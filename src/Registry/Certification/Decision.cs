namespace Registry.Certification;

/// <summary>What may be decided about a certificate or a label; each takes two people.</summary>
public enum DecisionKind
{
    GrantLabel,
    FreezeLabel,
    LiftReview,
    RevokeLabel,
    RenewLabel,
    ActivateCertificate,
    SuspendCertificate,
    RestoreCertificate,
    WithdrawCertificate,
    CancelCertificate,
}

/// <summary>How far a decision has come.</summary>
public enum DecisionState
{
    /// <summary>Proposed; waits for somebody else.</summary>
    Proposed,
    Approved,
    Rejected,
}

/// <summary>A decision from its proposal on: one person proposes, another one decides.</summary>
public sealed class Decision
{
    public required Guid Id { get; init; }
    public required DecisionKind Kind { get; init; }

    /// <summary>Number of the certificate or label; empty for a grant until it is approved.</summary>
    public required string Subject { get; set; }

    /// <summary>The company.</summary>
    public required string Bin { get; init; }

    /// <summary>Of a grant: the application.</summary>
    public Guid? ApplicationId { get; init; }

    /// <summary>Of a review: day by which it is to be decided.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Why, in words that the public log may show.</summary>
    public required string Reason { get; init; }

    /// <summary>Id of the actor who proposed.</summary>
    public required string ProposedBy { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    public DecisionState State { get; set; }

    /// <summary>Id of the actor who decided; never the one who proposed.</summary>
    public string? DecidedBy { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Business day from which it holds.</summary>
    public DateOnly? DecidedOn { get; set; }

    /// <summary>What the one who decided said to it; within the house, but that an applicant reads why a grant was refused.</summary>
    public string? Answer { get; set; }

    /// <summary>Number in the public log, e.g. <c>2026-031</c>; null until approved.</summary>
    public string? Number { get; set; }

    /// <summary>Grows with every change; two who decide at once find out by it.</summary>
    public long Version { get; set; }
}

/// <summary>What each kind of decision is about.</summary>
public static class DecisionKinds
{
    /// <summary>The move that a decision about a certificate makes; null for a label.</summary>
    public static CertificateMove? MoveOf(DecisionKind kind) => kind switch
    {
        DecisionKind.ActivateCertificate => CertificateMove.Activate,
        DecisionKind.SuspendCertificate => CertificateMove.Suspend,
        DecisionKind.RestoreCertificate => CertificateMove.Restore,
        DecisionKind.WithdrawCertificate => CertificateMove.Withdraw,
        DecisionKind.CancelCertificate => CertificateMove.Cancel,
        _ => null,
    };

    /// <summary>The decision that a move of a certificate needs; null for a move that one person makes.</summary>
    public static DecisionKind? For(CertificateMove move) => move switch
    {
        CertificateMove.Activate => DecisionKind.ActivateCertificate,
        CertificateMove.Suspend => DecisionKind.SuspendCertificate,
        CertificateMove.Restore => DecisionKind.RestoreCertificate,
        CertificateMove.Withdraw => DecisionKind.WithdrawCertificate,
        CertificateMove.Cancel => DecisionKind.CancelCertificate,
        _ => null,
    };

    /// <summary>The event of a label that an approved decision becomes; null for a grant and for certificates.</summary>
    public static Facts.LabelEventKind? EventOf(DecisionKind kind) => kind switch
    {
        DecisionKind.FreezeLabel => Facts.LabelEventKind.Freeze,
        DecisionKind.LiftReview => Facts.LabelEventKind.Lift,
        DecisionKind.RevokeLabel => Facts.LabelEventKind.Revoke,
        DecisionKind.RenewLabel => Facts.LabelEventKind.Renew,
        _ => null,
    };

    /// <summary>Whether the decision concerns a certificate.</summary>
    public static bool IsAboutCertificate(DecisionKind kind) => MoveOf(kind) is not null;
}
