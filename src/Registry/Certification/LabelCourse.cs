using Registry.Facts;

namespace Registry.Certification;

/// <summary>What became of a label by decisions and by date until a day.</summary>
/// <param name="From">First day of the present term.</param>
/// <param name="Until">Last day of the present term.</param>
/// <param name="Review">The review that is open, or null.</param>
/// <param name="Revocation">The revocation, or null.</param>
internal sealed record LabelCourse(DateOnly From, DateOnly Until, LabelEvent? Review, LabelEvent? Revocation)
{
    /// <summary>Plays the decisions in their order. A revocation is final: nothing after it counts.</summary>
    public static LabelCourse Of(Label label, IEnumerable<LabelEvent> events, Certificate? certificate, DateOnly day)
    {
        var ends = certificate?.ExpiresOn ?? DateOnly.MaxValue;
        var course = new LabelCourse(label.GrantedOn, Earliest(label.ValidUntil, label.GrantedOn.AddMonths(LabelPosition.Months), ends), null, null);
        var decided = events
            .Where(e => e.Number == label.Number && e.IsKnownOn(day) && e.DecidedOn <= day)
            .OrderBy(e => e.DecidedOn).ThenBy(e => e.Entry, StringComparer.Ordinal);
        foreach (var decision in decided)
        {
            if (course.Revocation is not null)
                break;
            course = decision.Kind switch
            {
                LabelEventKind.Freeze => course with { Review = decision },
                LabelEventKind.Lift => course with { Review = null },
                LabelEventKind.Revoke => course with { Revocation = decision },
                _ => course.Renewed(decision, ends),
            };
        }
        return course;
    }

    /// <summary>What the decisions and the date say against the label.</summary>
    public IEnumerable<LabelReason> Reasons(DateOnly day)
    {
        if (Revocation is { } revoked)
            yield return new(LabelReasons.Revoked, revoked.DecidedOn, revoked.Reason);
        if (day > Until)
            yield return new(LabelReasons.Expired, Until.AddDays(1));
        if (Review is not { } review)
            yield break;
        yield return new(LabelReasons.UnderReview, review.DecidedOn, review.Reason, null, review.Date);
        if (review.Date < day)
            yield return new(LabelReasons.ReviewOverdue, review.Date?.AddDays(1));
    }

    /// <summary>A renewal before the end prolongs the term; after the end it begins a new one.</summary>
    private LabelCourse Renewed(LabelEvent renewal, DateOnly ends)
    {
        var from = renewal.DecidedOn > Until ? renewal.DecidedOn : From;
        var begins = renewal.DecidedOn > Until ? renewal.DecidedOn : Until.AddDays(1);
        return this with { From = from, Until = Earliest(renewal.Date ?? Until, begins.AddMonths(LabelPosition.Months), ends) };
    }

    private static DateOnly Earliest(DateOnly first, DateOnly second, DateOnly third)
    {
        var earlier = first < second ? first : second;
        return earlier < third ? earlier : third;
    }
}
