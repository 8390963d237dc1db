namespace Registry.Seed.Entities;

/// <summary>
/// Who an entity belongs together with. Entities are dealt in blocks of 32; inside a block the place decides the role,
/// and the block's own dice decide whether the role is played. So networks need no memory either.
/// </summary>
internal readonly struct Neighbours
{
    public const int BlockSize = 32;
    private readonly World world;
    private readonly long index;
    private readonly long start;
    private readonly int place;
    private readonly bool holding, circle, nominees, massAddress, shared;

    public Neighbours(World world, long index)
    {
        this.world = world;
        this.index = index;
        place = (int)(index % BlockSize);
        start = index - place;
        var dice = world.Dice(start, Aspect.Block);
        holding = dice.Chance(0.3) && IsDealt;
        circle = dice.Chance(0.06) && IsDealt;
        nominees = dice.Chance(0.12) && IsDealt;
        massAddress = dice.Chance(0.15) && IsDealt;
        shared = dice.Chance(0.5) && IsDealt;
    }

    /// <summary>Entity whose address and telephone this one shares with a dozen others, or null.</summary>
    public long? MassAddress => massAddress && place is >= 9 and <= 20 ? start + 9 : null;

    /// <summary>Person who heads this and other entities in name only, or null.</summary>
    public long? Nominee => nominees && place is >= 12 and <= 18 ? (start + 12) * 2 : null;

    /// <summary>Entity that owns this one, or null: a holding with a chain below it, or a circle.</summary>
    public long? Parent
    {
        get
        {
            if (world.KindOf(index) == EntityKind.Branch)
                return start;
            if (!IsPartnership)
                return null;
            return place switch
            {
                1 or 2 when holding => start,
                3 when holding => start + 2,
                4 when holding => start + 3,
                5 when circle => start + 7,
                6 when circle => start + 5,
                7 when circle => start + 6,
                _ => null,
            };
        }
    }

    /// <summary>A person who founded this entity and its neighbours, beside its own founder, or null.</summary>
    public long? SharedFounder => shared && IsPartnership && place is 8 or 9 or 10 ? (start + 8) * 2 : null;

    private bool IsDealt => start >= World.FirstDealt;

    private bool IsPartnership => world.KindOf(index) == EntityKind.Partnership;
}
