using Registry.Certification;

namespace Registry.Facts;

/// <summary>A fact that stands on a list: what the next list lacks was taken off on that list's day.</summary>
public interface IListed
{
    /// <summary>Day of the first list without it; null while it stands.</summary>
    DateOnly? Until { get; }

    /// <summary>The same fact, taken off on a day.</summary>
    Fact EndedOn(DateOnly day);
}

/// <summary>
/// An accreditation of a certification body, from the list of accredited bodies. Key: <c>Bin, Accreditation</c>;
/// <see cref="Fact.Bin"/> is the body's.
/// </summary>
public sealed record CertificationBody : Fact, IListed
{
    /// <summary>Number of the accreditation.</summary>
    public required string Accreditation { get; init; }

    /// <summary>Name as the list spells it.</summary>
    public string? Name { get; init; }

    /// <summary>What the list says of the accreditation; what holds on a day is <see cref="AccreditationPosition"/>.</summary>
    public required AccreditationState State { get; init; }

    /// <summary>Last day of the accreditation; null where the list gives none.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <inheritdoc/>
    public DateOnly? Until { get; init; }

    /// <inheritdoc/>
    public Fact EndedOn(DateOnly day) => this with { Until = day };
}

/// <summary>
/// A surveillance audit of a certificate, planned or held. Key: <c>Number, PlannedOn</c>. It is found by the certificate's number
/// and <see cref="Fact.Bin"/> is empty: the audit may be known before the certificate.
/// </summary>
public sealed record Surveillance : Fact
{
    /// <summary>Number of the certificate.</summary>
    public required string Number { get; init; }
    public required DateOnly PlannedOn { get; init; }
    public DateOnly? HeldOn { get; init; }

    /// <summary>The auditor's words; null where none were given.</summary>
    public string? Outcome { get; init; }

    /// <summary>Whether the audit was held and not passed: then the surveillance is still owed.</summary>
    public bool Failed { get; init; }

    /// <summary>
    /// What the source says where the desk holds something else, as JSON; empty while no source ever spoke of it; null where they agree.
    /// See <see cref="DeskHold"/>.
    /// </summary>
    public string? SourceSays { get; init; }
}

/// <summary>A clear wave label as granted. Its state is derived (<see cref="LabelPosition"/>), never stored. Key: <c>Number</c>.</summary>
public sealed record Label : Fact
{
    public required string Number { get; init; }

    /// <summary>Number of the certificate on which the label rests.</summary>
    public required string Certificate { get; init; }
    public required DateOnly GrantedOn { get; init; }

    /// <summary>Last day as granted; the certificate's end and the twelve months may come before it.</summary>
    public required DateOnly ValidUntil { get; init; }

    /// <summary>Day on which the company signed the obligations; null while it has not.</summary>
    public DateOnly? ObligationsSignedOn { get; init; }

    /// <summary>Number of the decision that granted it; null for one taken over.</summary>
    public string? Decision { get; init; }

    /// <summary>Products, services and materials, one per line.</summary>
    public required string Products { get; init; }

    /// <summary>The products as a list.</summary>
    public IReadOnlyList<string> ProductList() => Products.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What was decided about a label after its grant.</summary>
public enum LabelEventKind
{
    /// <summary>A review opens; the label is frozen until it is lifted or revoked.</summary>
    Freeze,

    /// <summary>A review ends without fault.</summary>
    Lift,

    /// <summary>The label is taken away for good.</summary>
    Revoke,

    /// <summary>The label runs on.</summary>
    Renew,
}

/// <summary>An approved decision about a label after its grant. Key: <c>Number, Entry</c>.</summary>
public sealed record LabelEvent : Fact
{
    /// <summary>Number of the label.</summary>
    public required string Number { get; init; }

    /// <summary>Number of the decision; orders the decisions of one day.</summary>
    public required string Entry { get; init; }
    public required LabelEventKind Kind { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Of a review: day by which it is to be decided. Of a renewal: the new last day.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The reason, as the public log gives it.</summary>
    public required string Reason { get; init; }
}
