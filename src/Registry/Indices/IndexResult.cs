namespace Registry.Indices;

/// <summary>The three indices.</summary>
public enum IndexId
{
    TaxpayerIntegrity,
    FinancialStability,
    PaymentDiscipline,
}

/// <summary>State of an index (methodology §1). Only <see cref="Rated"/> has a value and a band.</summary>
public enum IndexState
{
    Rated,
    InsufficientData,
    FirstYear,
    NotApplicable,
}

/// <summary>State of a factor.</summary>
public enum FactorState
{
    Fine,
    Risk,
    NotChecked,
    NotApplicable,
}

/// <summary>What a factor's value was compared with: a threshold or a peers' median.</summary>
/// <param name="Kind"><c>threshold</c>, <c>peerMedian</c>, <c>peerPercentile</c> or <c>ownHistory</c>.</param>
/// <param name="Value">The threshold or median in the factor's unit.</param>
/// <param name="Group">Peer group used, e.g. <c>41/75/160</c> (division, region, size); null for a threshold.</param>
/// <param name="Size">Entities in that group that have the quantity.</param>
public sealed record Reference(string Kind, double? Value, string? Group = null, int? Size = null);

/// <summary>One factor of an index, checked or not.</summary>
public sealed record Factor
{
    /// <summary>Id in the methodology, e.g. <c>T1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The state body or register part that owns the data, e.g. <c>kgd</c>.</summary>
    public required string Owner { get; init; }
    public required FactorState State { get; init; }

    /// <summary>0..1, higher is better; null unless checked.</summary>
    public double? Score { get; init; }

    /// <summary>Weight in the index.</summary>
    public required double Weight { get; init; }

    /// <summary>Points given to the raw value, one decimal; contributions sum exactly to <see cref="IndexResult.Raw"/>. Null unless the index is rated.</summary>
    public double? Contribution { get; init; }

    /// <summary>The value used, in <see cref="Unit"/>; null where it may not be shown or is not known.</summary>
    public double? Value { get; init; }

    /// <summary><c>kzt</c>, <c>mci</c>, <c>percent</c>, <c>ratio</c>, <c>points</c>, <c>days</c>, <c>count</c> or <c>date</c>.</summary>
    public string? Unit { get; init; }
    public Reference? Reference { get; init; }

    /// <summary>Id of the source, e.g. <c>kgd-arrears</c>.</summary>
    public string? Source { get; init; }
    public DateOnly? AsOf { get; init; }

    /// <summary>Machine-readable remark, a key of the texts, e.g. <c>notAmongDebtorsOver150Mci</c> or <c>sourceStale</c>.</summary>
    public string? Note { get; init; }
}

/// <summary>An upper bound put on an index by a fact that outweighs the sum.</summary>
/// <param name="Id">E.g. <c>bankrupt</c>.</param>
/// <param name="Value">0-100.</param>
/// <param name="Reason">Key of the texts, equal to the id unless it says more.</param>
public sealed record Cap(string Id, double Value, string Reason, string Source, DateOnly AsOf);

/// <summary>The same formula over one owner's factors only.</summary>
public sealed record PreliminaryIndex(string Owner, double? Value, double Coverage);

/// <summary>What the index would be if every factor not checked stood at its worst or at its best, before caps.</summary>
public sealed record IndexRange(double Low, double High);

/// <summary>The smallest plausible change of one factor and where it leads.</summary>
public sealed record WhatWouldChange(string Factor, string Change, double Value, string Band);

/// <summary>An index of one entity on one day: the common form of methodology §1.</summary>
public sealed record IndexResult
{
    public required IndexId Id { get; init; }
    public required IndexState State { get; init; }

    /// <summary>0-100 with one decimal, higher is better; null unless rated.</summary>
    public double? Value { get; init; }

    /// <summary>A-E; null unless rated.</summary>
    public string? Band { get; init; }

    /// <summary>Weighted mean of the checked factors before caps, one decimal.</summary>
    public double? Raw { get; init; }

    /// <summary><c>Value − Raw</c> (or the value where nothing was checked); 0 without an active cap.</summary>
    public double? CapAdjustment { get; init; }
    public IndexRange? Range { get; init; }

    /// <summary>Share of the applicable weight that was checked, in percent, one decimal.</summary>
    public required double Coverage { get; init; }
    public required IReadOnlyList<Cap> Caps { get; init; }
    public required IReadOnlyList<PreliminaryIndex> Preliminary { get; init; }
    public required IReadOnlyList<Factor> Factors { get; init; }
    public required IReadOnlyList<WhatWouldChange> WhatWouldChange { get; init; }

    /// <summary>Version of the methodology, e.g. <c>2026.1</c>.</summary>
    public required string Methodology { get; init; }
    public required DateOnly AsOf { get; init; }

    /// <summary>Peers' median of the index itself, where a scoring run has computed it.</summary>
    public double? PeerMedian { get; init; }
}
