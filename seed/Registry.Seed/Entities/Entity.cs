using Registry.Seed.Words;

namespace Registry.Seed.Entities;

/// <summary>Legal form of an invented entity.</summary>
internal enum EntityKind
{
    Partnership,
    JointStock,
    SoleProprietor,
    PeasantFarm,
    Branch,
    StateInstitution,
}

/// <summary>Names in three languages.</summary>
/// <param name="Kk">As the register writes it, form last.</param>
/// <param name="Ru">As the register writes it, form first.</param>
/// <param name="En">English name.</param>
/// <param name="Brand">The Latin brand alone, for addresses of mail and sites.</param>
internal sealed record Names(string Kk, string Ru, string En, string Brand);

/// <summary>An invented person.</summary>
/// <param name="Iin">Invented IIN.</param>
/// <param name="Name">Full name in capitals, as registers write it.</param>
internal sealed record Person(string Iin, string Name);

/// <summary>
/// How well an entity does, 0 (failing) to 1 (thriving); every file is drawn from it, so that arrears, late payments,
/// weak accounts, proceedings and lists come together.
/// </summary>
/// <param name="Core">The common ground of the three others.</param>
/// <param name="Tax">Towards the state.</param>
/// <param name="Finance">In the accounts.</param>
/// <param name="Payment">Towards suppliers.</param>
/// <param name="Trend">Change per year up to today.</param>
internal sealed record Health(double Core, double Tax, double Finance, double Payment, double Trend)
{
    /// <summary>Below this an entity is failing.</summary>
    public const double Failing = 0.2;

    public double TaxIn(double yearsAgo) => Then(Tax, yearsAgo);

    public double FinanceIn(double yearsAgo) => Then(Finance, yearsAgo);

    public double PaymentIn(double yearsAgo) => Then(Payment, yearsAgo);

    private double Then(double now, double yearsAgo) => Math.Clamp(now - (Trend * yearsAgo), 0, 1);
}

/// <summary>An invented entity: what all files about it agree on.</summary>
internal sealed class Entity
{
    public required long Index { get; init; }
    public required EntityKind Kind { get; init; }

    /// <summary>BIN, or the IIN of a sole proprietor.</summary>
    public required string Number { get; init; }
    public required Names Names { get; init; }
    public required DateOnly RegisteredOn { get; init; }
    public required Activity Activity { get; init; }
    public required string SecondaryOkeds { get; init; }
    public required Place Place { get; init; }

    /// <summary>Street and house; mass addresses are the same for many.</summary>
    public required string Street { get; init; }
    public required string Phone { get; init; }
    public required SizeClass Size { get; init; }
    public required int Employees { get; init; }
    public required Health Health { get; init; }

    /// <summary>Person at the head today.</summary>
    public required long Head { get; init; }

    /// <summary>Day on which today's head came, where somebody else was before.</summary>
    public DateOnly? HeadSince { get; init; }

    /// <summary>Person at the head before.</summary>
    public required long FormerHead { get; init; }

    /// <summary>A hand-made company with its own story, or null.</summary>
    public HandMade? Story { get; init; }

    /// <summary>Whether it keeps accounts, has staff and trades: all but branches and state institutions.</summary>
    public bool IsBusiness => Kind is not (EntityKind.Branch or EntityKind.StateInstitution);

    public bool IsFailing => Health.Core < Health.Failing;
}

/// <summary>A class of the KRP classifier.</summary>
internal sealed record SizeClass(string Code, int From, int To, string Ru, string Kk, int Weight)
{
    public static readonly SizeClass[] All =
    [
        new("105", 0, 5, "Малые предприятия (<= 5)", "Шағын кәсіпорындар (<= 5)", 520),
        new("110", 6, 10, "Малые предприятия (6 - 10)", "Шағын кәсіпорындар (6 - 10)", 130),
        new("115", 11, 15, "Малые предприятия (11 - 15)", "Шағын кәсіпорындар (11 - 15)", 70),
        new("120", 16, 20, "Малые предприятия (16 - 20)", "Шағын кәсіпорындар (16 - 20)", 55),
        new("130", 21, 30, "Малые предприятия (21 - 30)", "Шағын кәсіпорындар (21 - 30)", 55),
        new("140", 31, 40, "Малые предприятия (31 - 40)", "Шағын кәсіпорындар (31 - 40)", 35),
        new("150", 41, 50, "Малые предприятия (41 - 50)", "Шағын кәсіпорындар (41 - 50)", 25),
        new("160", 51, 100, "Малые предприятия (51 - 100)", "Шағын кәсіпорындар (51 - 100)", 45),
        new("215", 101, 150, "Средние предприятия (101 - 150)", "Орта кәсіпорындар (101 - 150)", 22),
        new("220", 151, 200, "Средние предприятия (151 - 200)", "Орта кәсіпорындар (151 - 200)", 12),
        new("225", 201, 250, "Средние предприятия (201 - 250)", "Орта кәсіпорындар (201 - 250)", 9),
        new("305", 251, 500, "Крупные предприятия (251 - 500)", "Ірі кәсіпорындар (251 - 500)", 14),
        new("310", 501, 1000, "Крупные предприятия (501 - 1000)", "Ірі кәсіпорындар (501 - 1000)", 6),
        new("311", 1001, 4000, "Крупные предприятия (> 1000)", "Ірі кәсіпорындар (> 1000)", 2),
    ];

    public bool IsMicro => Code == "105";

    public bool IsMediumOrLarge => From > 100;

    public static SizeClass Of(string code) => Array.Find(All, s => s.Code == code) ?? throw new ArgumentOutOfRangeException(nameof(code));

    public static SizeClass Pick(ref Dice dice)
    {
        var throwing = dice.Below(1000);
        foreach (var size in All)
        {
            if (throwing < size.Weight)
                return size;
            throwing -= size.Weight;
        }
        return All[0];
    }
}
