using System.Globalization;

namespace Registry.Seed.Entities;

/// <summary>A standing on one of the state's lists.</summary>
/// <param name="Since">First day.</param>
/// <param name="Until">Day from which on it is taken off, or null.</param>
/// <param name="Document">Act by which it was listed.</param>
internal sealed record Listing(DateOnly Since, DateOnly? Until, string Document)
{
    /// <summary>The six lists of the revenue committee and the two registers of bad-faith suppliers.</summary>
    public static readonly string[] Lists =
    [
        "kgd-pseudo", "kgd-wrong-address", "kgd-bankrupt", "kgd-inactive", "kgd-invalid-registration", "kgd-violation", "goszakup-rnu", "samruk-unreliable",
    ];

    public bool StandsOn(DateOnly day) => Since <= day && (Until is null || day < Until);

    public static Listing? Of(World world, Entity entity, string list)
    {
        var number = Array.IndexOf(Lists, list);
        var dice = world.Dice((entity.Index * 16) + number, Aspect.Lists);
        var (today, document) = (world.Today, DocumentOf(list, entity, ref dice));
        if (entity.Story is { } story)
            return story.ListedOn == list ? new Listing(today.AddDays(-230), null, document) : null;
        if (entity.Kind is EntityKind.StateInstitution or EntityKind.Branch)
            return null;
        if (list == "kgd-bankrupt")
            return Fate.Of(world, entity) is { Status: "Bankrupt" } fate ? new Listing(fate.Since.AddDays(12), null, document) : null;
        if (!dice.Chance(Probability(list, entity)))
            return null;
        var since = today.AddDays(-dice.Below(1100) - 20);
        if (since < entity.RegisteredOn.AddDays(60))
            return null;
        var removed = list is not ("kgd-pseudo" or "kgd-invalid-registration") && dice.Chance(0.12);
        return new Listing(since, removed ? since.AddDays(dice.Below(500) + 150) : null, document);
    }

    private static double Probability(string list, Entity entity)
    {
        var sole = entity.Kind == EntityKind.SoleProprietor ? 0.4 : 1;
        var (failing, weak, fine) = list switch
        {
            "kgd-pseudo" => (0.09, 0.004, 0.0004),
            "kgd-wrong-address" => (0.13, 0.05, 0.012),
            "kgd-inactive" => (0.14, 0.04, 0.005),
            "kgd-invalid-registration" => (0.07, 0.006, 0.001),
            "kgd-violation" => (0.12, 0.03, 0.005),
            "goszakup-rnu" => (0.1, 0.025, 0.004),
            _ => (0.07, 0.015, 0.003),
        };
        return sole * (entity.IsFailing ? failing : entity.Health.Core < 0.45 ? weak : fine);
    }

    private static string DocumentOf(string list, Entity entity, ref Dice dice)
    {
        var number = dice.Below(9000) + 1000;
        var city = entity.Place.StemRu;
        return list switch
        {
            "kgd-pseudo" => string.Create(CultureInfo.InvariantCulture, $"Приговор специализированного межрайонного суда по уголовным делам г.{city} №{number}-1"),
            "kgd-bankrupt" => string.Create(CultureInfo.InvariantCulture, $"Решение СМЭС г.{city} №{number}-2"),
            "kgd-invalid-registration" => string.Create(CultureInfo.InvariantCulture, $"Решение СМЭС г.{city} №{number}-4"),
            "kgd-inactive" => string.Create(CultureInfo.InvariantCulture, $"Приказ №{number}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"Акт обследования №{number}"),
        };
    }
}
