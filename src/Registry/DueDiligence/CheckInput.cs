using Registry.Facts;
using Registry.Indices;

namespace Registry.DueDiligence;

/// <summary>All that a check looks at.</summary>
/// <param name="Known">Facts known on the context's day.</param>
/// <param name="Indices">The three indices of that day.</param>
/// <param name="InRegister">Whether any register of entities knows the number.</param>
public sealed record CheckInput(
    EntityFacts Known, IReadOnlyList<IndexResult> Indices, ScoringContext Context, CheckPurpose Purpose, bool InRegister)
{
    /// <summary>Who the entity is.</summary>
    public EntityProfile Profile { get; } = EntityProfile.Of(Known, Context.AsOf);

    /// <summary>The day of the check.</summary>
    public DateOnly Day => Context.AsOf;
}

/// <summary>What a check found, and the advice that follows.</summary>
public sealed record CheckFindings(Verdict Verdict, IReadOnlyList<CheckItem> Items);
