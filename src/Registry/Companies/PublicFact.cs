namespace Registry.Companies;

/// <summary>One version of one fact as anybody may read it.</summary>
/// <param name="Kind">E.g. <c>registration</c>, <c>statement</c>; see <see cref="PublicFacts.Kinds"/>.</param>
/// <param name="Source">Id of the source that says so.</param>
/// <param name="Owner">The state body or register part that owns the data.</param>
/// <param name="ValidFrom">First day for which it speaks, or null where the source gives none.</param>
/// <param name="ValidTo">Last or ending day, or null while it holds or where the source gives none.</param>
/// <param name="KnownFrom">Day on which the register learned this version.</param>
/// <param name="KnownTo">Day on which a newer version took its place, or null while it stands.</param>
/// <param name="Values">What the source says, by field; money in tenge, days <c>yyyy-MM-dd</c>.</param>
/// <param name="Withheld">Fields that the register holds and does not publish: personal data, pay, who reported a payment.</param>
public sealed record PublicFact(
    string Kind, string Source, string Owner, DateOnly? ValidFrom, DateOnly? ValidTo, DateOnly KnownFrom, DateOnly? KnownTo,
    IReadOnlyDictionary<string, object?> Values, IReadOnlyList<string> Withheld);

/// <summary>A page of an entity's facts.</summary>
/// <param name="Next">Cursor of the next page, or null on the last.</param>
public sealed record PublicFactPage(int Total, string? Next, IReadOnlyList<PublicFact> Items);

/// <summary>Which facts are asked for.</summary>
/// <param name="Kind">One kind, or null for all.</param>
/// <param name="Source">One source, or null for all.</param>
/// <param name="Cursor">The <c>next</c> of the page before.</param>
/// <param name="Limit">Facts per page.</param>
public sealed record PublicFactQuery(string? Kind, string? Source, string? Cursor, int Limit);
