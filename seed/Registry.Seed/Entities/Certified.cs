using System.Globalization;

using Registry.Certification;

namespace Registry.Seed.Entities;

/// <summary>An entity's certificate: what became of it, and of the label that rests on it.</summary>
/// <param name="Issued">Day of issue.</param>
/// <param name="State">State today.</param>
/// <param name="Changed">Day of the change to that state, where it is not active.</param>
/// <param name="Body">Which of the certifiers issued it.</param>
internal sealed record Certified(World World, Entity Entity, string Standard, DateOnly Issued, string State, DateOnly Changed, int Body)
{
    private const int CycleYears = 3;
    private const int HighestLabelled = 90_000;
    private static readonly DateOnly EditionOf2025 = new(2025, 3, 1);

    public string Number => string.Create(CultureInfo.InvariantCulture, $"KZ.75{Body + 10}.ACMS.{Issued:yy}{Entity.Index:D5}");

    public DateOnly Expires => Issued.AddYears(CycleYears).AddDays(-1);

    /// <summary>A body is accredited for the national standard apart.</summary>
    public string Accreditation => AccreditationOf(Body, isNational: Standard == "ST RK 3049");

    public static string AccreditationOf(int body, bool isNational) =>
        string.Create(CultureInfo.InvariantCulture, $"KZ.Q.02.{1200 + body + (isNational ? 10 : 0)}");

    /// <summary>The entity's certificate, or null.</summary>
    public static Certified? Of(World world, Entity entity)
    {
        if (entity.Kind is not (EntityKind.Partnership or EntityKind.JointStock) || entity.RegisteredOn > world.Today)
            return null;
        var dice = world.Dice(entity.Index, Aspect.Certificates);
        var (standard, state, issued) = Draw(world, entity, ref dice);
        if (standard.Length == 0)
            return null;
        var changed = issued.AddDays(150 + dice.Below(250));
        if (changed >= world.Today)
            changed = world.Today.AddDays(-15);
        return new(world, entity, standard, issued, state, changed, dice.Below(Stories.Certifiers.Length));
    }

    /// <summary>Surveillance audits up to today and the next one planned; a few were missed.</summary>
    public IEnumerable<(DateOnly Planned, DateOnly? Held)> Audits()
    {
        var dice = World.Dice(Entity.Index, Aspect.Surveillance);
        var misses = Entity.Story is { } story ? story.Label is LabelStory.Overdue : dice.Chance(0.12);
        for (var from = Issued; from.AddMonths(11) < Expires.AddMonths(-6);)
        {
            var planned = from.AddMonths(11).AddDays(dice.Below(20));
            var held = planned.AddDays(dice.Below(9));
            var isLast = planned.AddMonths(11) > World.Today;
            var isHeld = held < World.Today.AddDays(-3) && !(isLast && misses) && !(State == "Withdrawn" && held > Changed);
            yield return (planned, isHeld ? held : null);
            if (!isHeld)
                yield break;
            from = held;
        }
    }

    /// <summary>The label that rests on the certificate, or null.</summary>
    public LabelOf? Label()
    {
        var dice = World.Dice(Entity.Index, Aspect.Labels);
        if (Entity.Index > HighestLabelled || (Entity.Story is null && !dice.Chance(0.6)))
            return null;
        var granted = Entity.Story is { } story
            ? World.Today.AddDays(story.Label is LabelStory.Expired ? -400 : -145)
            : dice.Chance(0.7) ? World.Today.AddDays(-15 - dice.Below(340)) : Issued.AddDays(30 + dice.Below(420));
        if (granted >= World.Today.AddDays(-10) || granted < Issued.AddDays(20) || granted > Expires.AddMonths(-3))
            return null;
        var number = LabelNumber.Of(Entity.Index == 0 ? 417 : 1_000 + (int)Entity.Index);
        var fate = Entity.Story?.Label ?? (dice.Below(100) switch { < 6 => LabelStory.Revoked, < 10 => LabelStory.UnderReview, _ => LabelStory.Valid });
        return new(number, granted, granted.AddYears(1).AddDays(-1), fate, World.Today.AddDays(-20 - dice.Below(60)));
    }

    private static (string Standard, string State, DateOnly Issued) Draw(World world, Entity entity, ref Dice dice)
    {
        if (entity.Story is { } story)
            return story.Certificate is { } certificate ? (certificate.Standard, certificate.State, world.Today.AddDays(-480)) : ("", "", world.Today);
        var probability = entity.Health.Core < 0.35 ? 0.003 : entity.Size.IsMicro ? 0.006 : entity.Size.IsMediumOrLarge ? 0.22 : 0.05;
        var issued = world.Today.AddDays(-dice.Below(1400) - 25);
        if (!dice.Chance(probability) || issued < entity.RegisteredOn.AddDays(200))
            return ("", "", issued);
        var standard = dice.Chance(0.3) ? "ST RK 3049" : issued >= EditionOf2025 && dice.Chance(0.7) ? "ISO 37001:2025" : "ISO 37001:2016";
        return (standard, dice.Below(100) switch { < 84 => "Active", < 93 => "Suspended", _ => "Withdrawn" }, issued);
    }
}

/// <summary>What is to become of a label.</summary>
internal enum LabelStory
{
    Valid,
    Overdue,
    Expired,
    UnderReview,
    Revoked,
}

/// <summary>A label as granted.</summary>
/// <param name="Decided">Day of the review or revocation, where there is one.</param>
internal sealed record LabelOf(string Number, DateOnly Granted, DateOnly Until, LabelStory Fate, DateOnly Decided);
