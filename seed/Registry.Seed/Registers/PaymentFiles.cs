using System.Globalization;

using Registry.Seed.Entities;

namespace Registry.Seed.Registers;

/// <summary><c>payment-experiences</c>: invoices as suppliers saw them paid; a delivery repeats an invoice when it was paid since.</summary>
internal sealed class PaymentExperiencesFile(World world, Wave wave, string path) : CsvRegister(world, wave, path,
    "debtorBin", "supplierBin", "invoice", "amount", "currency", "dueOn", "paidOn")
{
    private const int Window = 900;
    private const int Terms = 30;

    public override void Add(Entity entity)
    {
        if (!entity.IsBusiness || World.Count < Neighbours.BlockSize * 2 || !Knows(entity))
            return;
        var dice = World.Dice(entity.Index, Aspect.Payments);
        var suppliers = entity.Index == 0 ? 38 : entity.Size.IsMediumOrLarge ? 4 + dice.Below(6) : 2 + dice.Below(5);
        var invoices = entity.Index == 0 ? 230 : entity.Size.IsMediumOrLarge ? 12 + dice.Below(14) : 5 + dice.Below(9);
        for (var i = 0; i < invoices; i++)
            Add(entity, i, suppliers, ref dice);
    }

    private void Add(Entity entity, int invoice, int suppliers, ref Dice dice)
    {
        var supplier = Supplier(entity.Index, invoice % suppliers);
        var due = World.Today.AddDays(Terms - dice.Below(Window));
        var delay = (int)(Delay(entity.Health.PaymentIn(Math.Max(0, World.YearsAgo(due)))) + (dice.Bell() * 11));
        var amount = Round(dice.LogBetween(60_000, 1_500_000) * Math.Pow(Math.Max(entity.Employees, 1), 0.45));
        var issued = due.AddDays(-Terms);
        var paid = due.AddDays(Math.Max(delay, 1 - Terms));
        if (supplier == entity.Index || !World.Existed(supplier, issued) || issued < entity.RegisteredOn.AddDays(20))
            return;
        var isPaid = paid <= Wave.AsOf;
        if (!Wave.Brings(issued) && !(isPaid && Wave.Brings(paid)))
            return;
        Csv.Cell(entity.Number).Cell(World.NumberOf(supplier)).Cell(string.Create(CultureInfo.InvariantCulture, $"{issued:yyyy}-{1000 + (entity.Index * 7 % 8000)}-{invoice}"))
            .Cell(amount).Cell("KZT").Cell(due).Cell(isPaid ? paid : null).End();
    }

    private long Supplier(long index, int number)
    {
        var dice = World.Dice((index * 64) + number, Aspect.Payments);
        var blocks = World.Count / Neighbours.BlockSize;
        var supplier = 0L;
        for (var tries = 0; tries < 5; tries++)
        {
            supplier = ((1 + dice.Below(blocks - 1)) * Neighbours.BlockSize) + dice.Below(21);
            if (World.Existed(supplier, World.Today.AddDays(-Window - Terms)))
                break;
        }
        return supplier;
    }

    /// <summary>Days beyond terms at a state of health.</summary>
    private static double Delay(double health) => health switch
    {
        < 0.1 => Economy.Blend(170, 105, health * 10),
        < 0.3 => Economy.Blend(105, 38, (health - 0.1) * 5),
        < 0.5 => Economy.Blend(38, 9, (health - 0.3) * 5),
        < 0.8 => Economy.Blend(9, -9, (health - 0.5) / 0.3),
        _ => Economy.Blend(-9, -22, (health - 0.8) * 5),
    };

    private static long Round(double tenge) => (long)(tenge / 100) * 100;
}

/// <summary><c>enforcement</c>: proceedings opened or closed since the last delivery.</summary>
internal sealed class EnforcementFile(World world, Wave wave, string path)
    : CsvRegister(world, wave, path, "number", "bin", "claimant", "amount", "openedOn", "closedOn")
{
    private static readonly string[] Claimants =
    [
        "РГУ «Управление государственных доходов»", "АО «Банк Болашак Капитал»", "ТОО «Жайлау Логистик Сервис»", "ГУ «Отдел земельных отношений»",
        "ТОО «Энергосбыт Дала»", "ТОО «Көктем Поставка»", "ИП Ахметов С.",
    ];

    public override void Add(Entity entity)
    {
        if (!entity.IsBusiness || !Knows(entity))
            return;
        var dice = World.Dice(entity.Index, Aspect.Enforcement);
        var health = entity.Health.Payment;
        var count = health < Health.Failing ? dice.Below(4) + 1 : health < 0.45 ? dice.Chance(0.35) ? 1 + dice.Below(2) : 0 : dice.Chance(0.03) ? 1 : 0;
        if (entity.Index == 0)
            count = 1;
        for (var i = 0; i < count; i++)
            Add(entity, i, ref dice);
    }

    private void Add(Entity entity, int number, ref Dice dice)
    {
        var opened = World.Today.AddDays(-dice.Below(850) - 8);
        var closes = dice.Chance(entity.Health.Payment < Health.Failing ? 0.2 : 0.7) && entity.Index != 0;
        var closed = opened.AddDays(dice.Below(260) + 20);
        var amount = (long)(dice.LogBetween(120_000, 9_000_000) * Math.Pow(Math.Max(entity.Employees, 1), 0.4) / 100) * 100;
        var claimant = dice.Pick(Claimants);
        if (entity.Index == 0)
            (opened, amount, claimant) = (World.Today.AddDays(-74), 1_200_000, "ТОО «Энергосбыт Дала»");
        var isClosed = closes && closed <= Wave.AsOf;
        if (opened < entity.RegisteredOn.AddDays(90) || (!Wave.Brings(opened) && !(isClosed && Wave.Brings(closed))))
            return;
        Csv.Cell(string.Create(CultureInfo.InvariantCulture, $"{opened:yyyy}/{entity.Place.Kato[..2]}-{entity.Index:D7}-{number}"))
            .Cell(entity.Number).Cell(claimant).Cell(amount).Cell(opened).Cell(isClosed ? closed : null).End();
    }
}

/// <summary><c>court-cases</c>: cases filed or decided since the last delivery.</summary>
internal sealed class CourtCasesFile(World world, Wave wave, string path) : CsvRegister(world, wave, path,
    "number", "court", "filedOn", "plaintiffBin", "defendantBin", "category", "amount", "decidedOn", "outcome")
{
    private static readonly string[] Categories =
    [
        "Взыскание задолженности по договору поставки", "Взыскание задолженности по договору подряда", "Взыскание арендной платы",
        "Возмещение ущерба", "Взыскание налоговой задолженности",
    ];

    private static readonly string[] Outcomes = ["Удовлетворено", "Удовлетворено", "Удовлетворено частично", "Отказано", "Мировое соглашение"];

    public override void Add(Entity entity)
    {
        if (!entity.IsBusiness || World.Count < Neighbours.BlockSize * 2 || !Knows(entity))
            return;
        var dice = World.Dice(entity.Index, Aspect.Courts);
        var health = entity.Health.Payment;
        var count = health < Health.Failing ? dice.Below(4) : health < 0.45 ? dice.Below(2) : dice.Chance(0.05) ? 1 : 0;
        for (var i = 0; i < count; i++)
            Add(entity, i, ref dice);
    }

    private void Add(Entity entity, int number, ref Dice dice)
    {
        var filed = World.Today.AddDays(-dice.Below(1000) - 12);
        var decided = filed.AddDays(dice.Below(120) + 25);
        var plaintiff = (dice.Below(World.Count / Neighbours.BlockSize) * Neighbours.BlockSize) + dice.Below(20);
        var amount = (long)(dice.LogBetween(300_000, 12_000_000) * Math.Pow(Math.Max(entity.Employees, 1), 0.4) / 1000) * 1000;
        var (category, outcome) = (dice.Pick(Categories), dice.Pick(Outcomes));
        var isDecided = decided <= Wave.AsOf;
        if (plaintiff == entity.Index || !World.Existed(plaintiff, filed) || filed < entity.RegisteredOn.AddDays(120) || (!Wave.Brings(filed) && !(isDecided && Wave.Brings(decided))))
            return;
        Csv.Cell(string.Create(CultureInfo.InvariantCulture, $"{entity.Place.Kato[..2]}14-{filed:yy}-00-2/{entity.Index + 1000}-{number}"))
            .Cell($"Специализированный межрайонный экономический суд, {entity.Place.Region}").Cell(filed).Cell(World.NumberOf(plaintiff)).Cell(entity.Number)
            .Cell(category).Cell(amount).Cell(isDecided ? decided : null).Cell(isDecided ? outcome : "").End();
    }
}
