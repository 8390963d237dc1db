using Registry.Seed.Entities;

namespace Registry.Seed.Registers;

/// <summary>One delivery of a register: what it knew on a day and had not delivered before.</summary>
/// <param name="Source">Id of the source, as on the command line.</param>
/// <param name="AsOf">Day on which the register delivers.</param>
/// <param name="Previous">Day of its delivery before, or null for the first.</param>
internal sealed record Wave(string Source, DateOnly AsOf, DateOnly? Previous)
{
    /// <summary>Whether something of that day is delivered first here.</summary>
    public bool Brings(DateOnly day) => day <= AsOf && (Previous is null || day > Previous);

    public bool IsFirst => Previous is null;
}

/// <summary>A file being written; every entity passes once.</summary>
internal abstract class RegisterFile(World world, Wave wave) : IDisposable
{
    protected World World => world;

    protected Wave Wave => wave;

    /// <summary>Writes what this delivery says of the entity, mostly nothing.</summary>
    public abstract void Add(Entity entity);

    /// <summary>Whether nothing was written: such a delivery is left out, unless it is a list, which may be empty.</summary>
    public abstract bool IsEmpty { get; }

    public abstract void Dispose();

    /// <summary>Whether the register knows the entity at all: it was registered in time, and the source covers it.</summary>
    protected bool Knows(Entity entity) => entity.RegisteredOn <= wave.AsOf && Coverage.Has(world, entity, wave.Source);
}
