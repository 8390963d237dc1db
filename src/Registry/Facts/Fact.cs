namespace Registry.Facts;

/// <summary>
/// One statement of one source about one entity, with two times: when it holds (years, dates and periods of the kind itself)
/// and when the register learned it (<see cref="KnownFrom"/> until <see cref="KnownTo"/>).
/// A correction closes the old version and adds a new one, so that any past day can be recomputed.
/// The key of a kind is its primary key without <see cref="KnownFrom"/>.
/// </summary>
public abstract record Fact
{
    /// <summary>The entity spoken of: a BIN or a register number. It need not be in the register yet.</summary>
    public required string Bin { get; init; }

    /// <summary>Id of the source (<c>registry import SOURCE</c>) that said so.</summary>
    public required string Source { get; init; }

    /// <summary>First day on which the register knew this version.</summary>
    public DateOnly KnownFrom { get; init; }

    /// <summary>First day on which it no longer stood, or <see langword="null"/> while it does.</summary>
    public DateOnly? KnownTo { get; init; }

    /// <summary>
    /// The same fact with every number passed through <paramref name="number"/>: an import reads IINs as <c>iin:…</c>
    /// and puts register numbers in their place before it writes.
    /// </summary>
    public virtual Fact WithNumbers(Func<string, string> number) => this with { Bin = number(Bin) };

    /// <summary>Whether the register held this version on <paramref name="day"/>.</summary>
    public bool IsKnownOn(DateOnly day) => KnownFrom <= day && (KnownTo is null || day < KnownTo);
}
