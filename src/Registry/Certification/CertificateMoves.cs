namespace Registry.Certification;

/// <summary>What may be done to a certificate.</summary>
public enum CertificateMove
{
    /// <summary>The draft is complete and goes to decision.</summary>
    Submit,

    /// <summary>The draft goes back for correction.</summary>
    Return,

    /// <summary>It is entered into the register.</summary>
    Activate,

    /// <summary>It is temporarily invalid.</summary>
    Suspend,

    /// <summary>The suspension ends.</summary>
    Restore,

    /// <summary>It is invalid for good.</summary>
    Withdraw,

    /// <summary>It was entered by error.</summary>
    Cancel,
}

/// <summary>
/// The states of a certificate and the moves between them (methodology §10):
/// <c>Draft → Submitted → Active ⇄ Suspended → Withdrawn</c>, <c>Cancelled</c> by error. <c>Expired</c> comes by date and no move leads to it or from it.
/// </summary>
public static class CertificateMoves
{
    private static readonly Dictionary<(CertificateState, CertificateMove), CertificateState> Table = new()
    {
        [(CertificateState.Draft, CertificateMove.Submit)] = CertificateState.Submitted,
        [(CertificateState.Submitted, CertificateMove.Return)] = CertificateState.Draft,
        [(CertificateState.Submitted, CertificateMove.Activate)] = CertificateState.Active,
        [(CertificateState.Active, CertificateMove.Suspend)] = CertificateState.Suspended,
        [(CertificateState.Suspended, CertificateMove.Restore)] = CertificateState.Active,
        [(CertificateState.Suspended, CertificateMove.Withdraw)] = CertificateState.Withdrawn,
        [(CertificateState.Draft, CertificateMove.Cancel)] = CertificateState.Cancelled,
        [(CertificateState.Submitted, CertificateMove.Cancel)] = CertificateState.Cancelled,
        [(CertificateState.Active, CertificateMove.Cancel)] = CertificateState.Cancelled,
        [(CertificateState.Suspended, CertificateMove.Cancel)] = CertificateState.Cancelled,
    };

    /// <summary>The state after a move, or null where the move is not open.</summary>
    public static CertificateState? Next(CertificateState state, CertificateMove move) =>
        Table.TryGetValue((state, move), out var next) ? next : null;

    /// <summary>The moves open in a state.</summary>
    public static IReadOnlyList<CertificateMove> Open(CertificateState state) =>
        [.. Enum.GetValues<CertificateMove>().Where(move => Next(state, move) is not null)];

    /// <summary>Whether one person alone may make the move: what no stranger sees yet. Everything else takes two.</summary>
    public static bool TakesOne(CertificateMove move) => move is CertificateMove.Submit or CertificateMove.Return;
}
