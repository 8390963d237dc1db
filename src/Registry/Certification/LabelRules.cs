using Registry.Facts;

namespace Registry.Certification;

/// <summary>When a decision about a label is open. Pure.</summary>
public static class LabelRules
{
    /// <summary>Longest review in months: a company may not hang in the balance.</summary>
    public const int MonthsOfReview = 3;

    /// <summary>Renewal is open so many days before the end of the term.</summary>
    public const int RenewalDays = 60;

    /// <summary>What stands against an event of a label in its present position; nothing where it is open.</summary>
    /// <param name="now">The label as it stands.</param>
    /// <param name="renewed">The label as it would stand once renewed; asked only for a renewal.</param>
    public static IReadOnlyList<FieldProblem> Against(LabelEventKind kind, LabelPosition now, LabelPosition renewed, DateOnly today)
    {
        if (now.Label is null)
            return [new("", "labelUnknown")];
        if (now.State is LabelState.Revoked)
            return [new("", LabelReasons.Revoked)];
        var underReview = now.Reasons.Any(r => r.Id == LabelReasons.UnderReview);
        return kind switch
        {
            LabelEventKind.Freeze when now.State is LabelState.Expired => [new("", LabelReasons.Expired)],
            LabelEventKind.Freeze when underReview => [new("", LabelReasons.UnderReview)],
            LabelEventKind.Lift when !underReview => [new("", "noReview")],
            LabelEventKind.Renew when now.Until > today.AddDays(RenewalDays) => [new("", "tooEarly")],
            LabelEventKind.Renew => Unmet(renewed),
            _ => [],
        };
    }

    /// <summary>The unmet conditions of a label that is to be granted or renewed.</summary>
    public static IReadOnlyList<FieldProblem> Unmet(LabelPosition position) =>
        [.. position.Reasons.Select(r => new FieldProblem("", r.Id)).Distinct()];
}
