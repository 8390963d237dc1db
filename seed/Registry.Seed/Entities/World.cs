using System.Globalization;

using Registry.Seed.Words;

namespace Registry.Seed.Entities;

/// <summary>
/// All invented entities of a seed. Nothing is stored: entity <c>i</c> is computed from (seed, i) when asked for,
/// also when another entity's owner, supplier or customer is needed.
/// </summary>
/// <param name="seed">Same seed, same world.</param>
/// <param name="count">How many entities there are.</param>
/// <param name="today">The day the world is seen from.</param>
internal sealed class World(ulong seed, long count, DateOnly today)
{
    /// <summary>Share of entities whose control digit is wrong, as in published lists.</summary>
    private const double WrongControl = 0.002;

    /// <summary>First entity that is not made by hand: the first whole block after the stories.</summary>
    public const long FirstDealt = Neighbours.BlockSize;

    private readonly Numbers numbers = new(seed, today);

    public ulong Seed => seed;

    public long Count => count;

    public DateOnly Today => today;

    public Dice Dice(long index, Aspect aspect) => new(seed, index, aspect);

    /// <summary>Share of the entity's year that lies between today and the day, in years.</summary>
    public double YearsAgo(DateOnly day) => (today.DayNumber - day.DayNumber) / 365.25;

    public EntityKind KindOf(long index) => index < Stories.All.Length ? EntityKind.Partnership : (index % Neighbours.BlockSize) switch
    {
        21 => new Dice(seed, index, Aspect.Core).Chance(0.5) ? EntityKind.JointStock : EntityKind.Partnership,
        >= 22 and <= 26 => EntityKind.SoleProprietor,
        27 => EntityKind.PeasantFarm,
        28 => EntityKind.Branch,
        31 => EntityKind.StateInstitution,
        _ => EntityKind.Partnership,
    };

    /// <summary>Whether an entity existed on a day, to the month and without making it; sole proprietors are taken to.</summary>
    public bool Existed(long index, DateOnly day) =>
        index < Stories.All.Length ? Stories.All[index].RegisteredOn <= day : numbers.MonthOf(index).AddMonths(1) <= day;

    /// <summary>Identification number of an entity, without making the rest of it.</summary>
    public string NumberOf(long index)
    {
        if (index < Stories.All.Length)
            return Stories.All[index].Number;
        var kind = KindOf(index);
        if (kind == EntityKind.SoleProprietor)
            return Numbers.Iin(index * 2, IsFemale(index * 2));
        var number = numbers.Bin(index, kind switch { EntityKind.Branch => "41", EntityKind.PeasantFarm => "63", _ => "40" });
        return HasWrongControl(index) ? Numbers.WithWrongControl(number) : number;
    }

    /// <summary>Whether the entity's number was given a control digit that does not fit.</summary>
    public bool HasWrongControl(long index) =>
        index >= Stories.All.Length && KindOf(index) != EntityKind.SoleProprietor && new Dice(seed, index, Aspect.Names).Chance(WrongControl);

    public Person PersonOf(long person)
    {
        var dice = new Dice(seed, person, Aspect.People);
        var female = dice.Chance(0.38);
        var surname = dice.Pick(People.Surnames);
        var given = dice.Pick(female ? People.FemaleNames : People.MaleNames);
        var father = dice.Pick(People.FatherNames);
        var patronymic = dice.Chance(0.5) ? father + (female ? "қызы" : "ұлы") : father + (female ? "овна" : "ович");
        var feminine = surname.EndsWith("ов", StringComparison.Ordinal) || surname.EndsWith("ев", StringComparison.Ordinal) || surname.EndsWith("ин", StringComparison.Ordinal) || surname.EndsWith("ёв", StringComparison.Ordinal);
        return new Person(Numbers.Iin(person, female), Latin.ToRussian($"{surname}{(female && feminine ? "а" : "")} {given} {patronymic}").ToUpperInvariant());
    }

    public Entity EntityOf(long index)
    {
        if (index < Stories.All.Length)
            return FromStory(index, Stories.All[index]);
        var kind = KindOf(index);
        var dice = new Dice(seed, index, Aspect.Brand);
        var place = Places.Pick(ref dice);
        var activity = kind switch
        {
            EntityKind.StateInstitution => dice.Pick(Activities.State),
            EntityKind.PeasantFarm => Activities.Of(dice.Chance(0.5) ? "01111" : "01410"),
            _ => Activities.Pick(ref dice),
        };
        var size = kind is EntityKind.SoleProprietor or EntityKind.PeasantFarm && dice.Chance(0.85) ? SizeClass.All[0] : SizeClass.Pick(ref dice);
        var owner = new Neighbours(this, index);
        return new Entity
        {
            Index = index,
            Kind = kind,
            Number = NumberOf(index),
            RegisteredOn = RegisteredOn(index, kind, ref dice),
            Activity = activity,
            SecondaryOkeds = dice.Chance(0.35) ? Activities.Pick(ref dice).Oked : "",
            Place = place,
            Size = size,
            Employees = dice.Below(size.To - size.From + 1) + size.From,
            Street = owner.MassAddress is { } shared ? StreetOf(shared) : StreetOf(index),
            Phone = owner.MassAddress is { } common ? PhoneOf(common) : PhoneOf(index),
            Names = Naming.Of(kind, activity, place, PersonOf(index * 2), ref dice),
            Health = HealthOf(index),
            Head = owner.Nominee ?? index * 2,
            FormerHead = (index * 2) + 1,
            HeadSince = dice.Chance(0.08) ? today.AddDays(-dice.Below(700) - 20) : null,
        };
    }

    /// <summary>Legal address in Russian as it was on a day; a few moved within their settlement.</summary>
    public string AddressOn(Entity entity, DateOnly day)
    {
        var dice = new Dice(seed, entity.Index, Aspect.Justice);
        var moved = entity.Story is null && dice.Chance(0.05) && today.AddDays(-dice.Below(700) - 20) > day;
        return $"{entity.Place.Region}, {entity.Place.Ru}, {(moved ? StreetOf(-entity.Index) : entity.Street)}";
    }

    /// <summary>All entities in order.</summary>
    public IEnumerable<Entity> Entities()
    {
        for (var i = 0L; i < count; i++)
            yield return EntityOf(i);
    }

    private Entity FromStory(long index, HandMade story)
    {
        var size = SizeClass.Of(story.Krp);
        return new Entity
        {
            Index = index,
            Kind = EntityKind.Partnership,
            Number = story.Number,
            RegisteredOn = story.RegisteredOn,
            Activity = Activities.Of(story.Oked),
            SecondaryOkeds = "",
            Place = Array.Find(Places.All, p => p.Kato == story.Kato) ?? Places.All[0],
            Size = size,
            Employees = (size.From + size.To) / 2,
            Street = StreetOf(index),
            Phone = PhoneOf(index),
            Names = story.Names,
            Health = story.Health,
            Head = index * 2,
            FormerHead = (index * 2) + 1,
            Story = story,
        };
    }

    private DateOnly RegisteredOn(long index, EntityKind kind, ref Dice dice)
    {
        var month = numbers.MonthOf(index);
        var current = month.Year == today.Year && month.Month == today.Month;
        var last = current ? Math.Max(1, today.Day - 5) : 28;
        if (kind == EntityKind.SoleProprietor && month.Year < 2005)
            month = month.AddYears(14);
        return month.AddDays(dice.Below(last));
    }

    private Health HealthOf(long index)
    {
        var dice = new Dice(seed, index, Aspect.Health);
        var core = dice.Below(100) switch
        {
            < 9 => dice.Between(0, Health.Failing),
            < 27 => dice.Between(Health.Failing, 0.45),
            < 78 => dice.Between(0.45, 0.75),
            _ => dice.Between(0.75, 1),
        };
        var trend = core < Health.Failing ? dice.Between(-0.16, -0.06) : dice.Bell() * 0.04;
        return new Health(core, Near(core, ref dice), Near(core, ref dice), Near(core, ref dice), trend);
    }

    private static double Near(double core, ref Dice dice) => Math.Clamp(core + (dice.Bell() * 0.08), 0, 1);

    private bool IsFemale(long person) => new Dice(seed, person, Aspect.People).Chance(0.38);

    private string StreetOf(long index)
    {
        var dice = new Dice(seed, index, Aspect.Place);
        var street = dice.Pick(Places.Streets);
        var house = dice.Below(180) + 1;
        return dice.Chance(0.6)
            ? string.Create(CultureInfo.InvariantCulture, $"{street}, дом {house}, офис {dice.Below(90) + 1}")
            : string.Create(CultureInfo.InvariantCulture, $"{street}, дом {house}");
    }

    private static string PhoneOf(long index)
    {
        // A bijection of seven digits, so that only mass addresses share a telephone; 790 is no operator's code.
        var number = ((index * 7_654_321) + 1_234_567) % 10_000_000;
        return string.Create(CultureInfo.InvariantCulture, $"+7 790 {number / 10_000:D3} {number / 100 % 100:D2} {number % 100:D2}");
    }
}
