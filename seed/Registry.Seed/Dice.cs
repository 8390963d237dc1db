using System.Globalization;

namespace Registry.Seed;

/// <summary>
/// A small, seedable source of chance (SplitMix64): the same seed, index and stream give the same throws on every run.
/// Everything about entity <c>i</c> is thrown from dice of (seed, i), so entities can be made in any order and without memory.
/// </summary>
internal struct Dice
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong state;

    /// <summary>Dice of one aspect of one thing.</summary>
    /// <param name="seed">Seed of the whole generation.</param>
    /// <param name="index">Which entity, block or person.</param>
    /// <param name="stream">Which aspect of it: different aspects never disturb each other.</param>
    public Dice(ulong seed, long index, Aspect stream) =>
        state = Mix(Mix(seed + Step) ^ Mix((ulong)index * Step + (ulong)stream));

    public ulong Next() => Mix(state += Step);

    /// <summary>A whole number from 0 to <paramref name="count"/> − 1.</summary>
    public int Below(int count) => (int)((Next() >> 32) * (ulong)count >> 32);

    /// <summary>A whole number from 0 to <paramref name="count"/> − 1.</summary>
    public long Below(long count) => (long)(UInt128.CreateTruncating(Next()) * (ulong)count >> 64);

    /// <summary>A number in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Between(double low, double high) => low + ((high - low) * Unit());

    public bool Chance(double probability) => Unit() < probability;

    /// <summary>A bell around 0 with standard deviation 1, between −3.5 and 3.5.</summary>
    public double Bell() => (Unit() + Unit() + Unit() + Unit() - 2) * 1.7320508;

    /// <summary>A number whose logarithm is even between those of the bounds.</summary>
    public double LogBetween(double low, double high) => low * Math.Pow(high / low, Unit());

    public T Pick<T>(T[] items) => items[Below(items.Length)];

    /// <summary><paramref name="count"/> decimal digits.</summary>
    public string Digits(int count) =>
        (Next() % Power(count)).ToString("D" + count.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static ulong Power(int count)
    {
        var power = 1UL;
        for (var i = 0; i < count; i++)
            power *= 10;
        return power;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

/// <summary>Streams of chance of one entity, one per aspect.</summary>
internal enum Aspect
{
    Core = 1,
    Brand,
    Place,
    Health,
    People,
    Block,
    Coverage,
    Status,
    Lists,
    Finance,
    Tax,
    Payroll,
    Arrears,
    Payments,
    Enforcement,
    Courts,
    Contracts,
    Certificates,
    Contacts,
    Names,
    Months,
    Preliminary,
    Vat,
    Justice,
    Surveillance,
    Labels,
}
