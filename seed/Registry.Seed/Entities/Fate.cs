namespace Registry.Seed.Entities;

/// <summary>What became of an entity in law.</summary>
/// <param name="Status">As in the file <c>company-status</c>.</param>
/// <param name="Since">From when on.</param>
/// <param name="Reason">In the register's words.</param>
internal sealed record Fate(string Status, DateOnly Since, string Reason)
{
    /// <summary>Days before today on which the hand-made fates happened.</summary>
    private const int StoryDays = 190;

    /// <summary>The entity's fate, or null while it simply goes on.</summary>
    public static Fate? Of(World world, Entity entity)
    {
        if (entity.Story is { } story)
            return story.Status is null ? null : new Fate(story.Status, world.Today.AddDays(-StoryDays), Reasons(story.Status));
        var dice = world.Dice(entity.Index, Aspect.Status);
        var status = StatusOf(entity, ref dice);
        var since = world.Today.AddDays(-dice.Below(760) - 30);
        return status is null || entity.Kind == EntityKind.StateInstitution || since < entity.RegisteredOn.AddDays(200)
            ? null
            : new Fate(status, since, Reasons(status));
    }

    /// <summary>Whether the entity has ended: it files nothing any more.</summary>
    public bool IsEnd => Status is "Liquidated" or "Bankrupt";

    private static string? StatusOf(Entity entity, ref Dice dice)
    {
        var chance = dice.Unit();
        if (entity.Health.Core >= 0.1)
        {
            return chance switch
            {
                < 0.012 => "Liquidated",
                < 0.018 => "Reorganising",
                < 0.026 => "Liquidating",
                < 0.034 => "Suspended",
                _ => null,
            };
        }
        return chance switch
        {
            < 0.22 => "Bankrupt",
            < 0.32 => "Rehabilitation",
            < 0.44 => "Liquidating",
            < 0.5 => "Suspended",
            < 0.56 => "Liquidated",
            _ => null,
        };
    }

    private static string Reasons(string status) => status switch
    {
        "Bankrupt" => "Решение специализированного межрайонного экономического суда о признании банкротом",
        "Rehabilitation" => "Определение суда о применении реабилитационной процедуры",
        "Liquidating" => "Решение участников о ликвидации",
        "Liquidated" => "Приказ о регистрации прекращения деятельности",
        "Reorganising" => "Решение участников о реорганизации путём присоединения",
        _ => "Заявление о приостановлении деятельности",
    };
}
