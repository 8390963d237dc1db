using System.Globalization;

using Registry.Seed.Entities;
using Registry.Seed.Files;

namespace Registry.Seed.Registers;

/// <summary>What differs between the six lists: the title and the last two columns.</summary>
internal sealed record RevenueListTexts(string TitleKk, string TitleRu, string Act, string Day)
{
    public static RevenueListTexts Of(string source) => source switch
    {
        "kgd-pseudo" => new("жалған кәсіпорын деп танылған салық төлеушілер туралы ақпарат", "Информация о налогоплательщиках, признанных лжепредприятиями",
            "Сот шешімі\nРешение суда", "Қылмысты қызметтің басталған күні\nДата начала преступной деятельности"),
        "kgd-wrong-address" => new("заңды мекенжайы бойынша жоқ салық төлеушілер туралы ақпарат", "Информация о налогоплательщиках, отсутствующих по юридическому адресу",
            "Тексеру актісінің нөмірі\nНомер акта обследования", "Тексеру күні\nДата обследования"),
        "kgd-bankrupt" => new("банкрот деп танылған салық төлеушілер туралы ақпарат", "Информация о налогоплательщиках, признанных банкротами",
            "Сот шешімі\nРешение суда", "Сот шешімінің күні\nДата решения суда"),
        "kgd-inactive" => new("әрекетсіз деп танылған салық төлеушілер туралы ақпарат", "Информация о налогоплательщиках, признанных бездействующими",
            "Бұйрық нөмірі\nНомер приказа", "Бұйрық күні\nДата приказа"),
        "kgd-invalid-registration" => new("тіркелуі жарамсыз деп танылған салық төлеушілер туралы ақпарат", "Информация о налогоплательщиках, регистрация которых признана недействительной",
            "Сот шешімінің нөмірі\nНомер решения суда", "Сот шешімінің күні\nДата решения суда"),
        _ => new("салық заңнамасын бұзған салық төлеушілер туралы ақпарат", "Информация о налогоплательщиках, нарушивших налоговое законодательство",
            "Тексеру актісінің нөмірі\nНомер акта обследования", "Тексеру күні\nДата обследования"),
    };
}

/// <summary>
/// One of the six lists of the State Revenue Committee, in the structure of the real workbooks: bilingual title with the day,
/// a row of blanks, bilingual headers, numbers as <c>1.0</c>, dates as serial numbers, two empty sheets, some rows without BIN.
/// </summary>
internal sealed class RevenueListFile : RegisterFile
{
    /// <summary>One extra row in so many is of a firm so old that only its RNN is known.</summary>
    private const int OldFirmEvery = 12;
    private readonly XlsxFile sheet;
    private int number;

    public RevenueListFile(World world, Wave wave, string path)
        : base(world, wave)
    {
        sheet = new XlsxFile(path, "A1:J3", "Лист1", "Лист2", "Лист3");
        var texts = RevenueListTexts.Of(wave.Source);
        sheet.Text(string.Create(CultureInfo.InvariantCulture,
            $"{wave.AsOf:yyyy.MM.dd} жылғы жағдай бойынша {texts.TitleKk} / {texts.TitleRu} по состоянию на {wave.AsOf:yyyy.MM.dd} года"), CellStyle.Wrapped);
        for (var i = 1; i < 10; i++)
            sheet.Skip(CellStyle.Wrapped);
        sheet.End();
        sheet.Skip(CellStyle.Wrapped).Skip(CellStyle.Wrapped).Skip(CellStyle.Wrapped).Text(new string(' ', 512), CellStyle.Wrapped).End();
        string[] headers =
        [
            "№", "ЖСН/БСН\nИИН/БИН", "СТН\nРНН", "Салық төлеушінің атауы\nНаименование  налогоплательщика", "Салық төлеушінің аты-жөні\nФИО налогоплательщика",
            "Басшысының аты-жөні\nФИО руководителя", "Басшысының ЖСН \nИИН руководителя", "Басшысының СТН\nРНН руководителя", texts.Act, texts.Day,
        ];
        foreach (var header in headers)
            sheet.Text(header, CellStyle.Wrapped);
        sheet.End();
    }

    public override void Add(Entity entity)
    {
        if (entity.RegisteredOn > Wave.AsOf || Listing.Of(World, entity, Wave.Source) is not { } listing || !listing.StandsOn(Wave.AsOf))
            return;
        var dice = World.Dice(entity.Index, Aspect.Lists);
        var sole = entity.Kind == EntityKind.SoleProprietor;
        var head = World.PersonOf(entity.Head);
        Row(entity.Number, AsTyped(entity.Names.Ru, ref dice), sole ? head.Name : "", head, listing, ref dice);
        if (Wave.Source == "kgd-pseudo" && number % OldFirmEvery == 0)
            Row("", $"ТОО  {entity.Names.Brand.ToUpperInvariant()} СЕРВИС (1)", "", null, listing, ref dice);
    }

    public override bool IsEmpty => number == 0;

    public override void Dispose() => sheet.Dispose();

    private void Row(string identifier, string name, string person, Person? head, Listing listing, ref Dice dice)
    {
        sheet.Number(++number);
        var _ = identifier.Length == 0 ? sheet.Skip() : sheet.Text(identifier);
        sheet.Text(dice.Digits(12)).Text(name).Text(person).Text(head?.Name ?? "");
        _ = head is null ? sheet.Skip() : sheet.Text(head.Iin);
        sheet.Text(dice.Digits(12)).Text(listing.Document).Day(listing.Since).End();
    }

    private static string AsTyped(string name, ref Dice dice) => dice.Below(6) switch
    {
        0 => name.Replace("Товарищество", "товарищество", StringComparison.Ordinal),
        1 => name.Replace("\"", "\" ", StringComparison.Ordinal).Trim(),
        2 => name.Replace("ТОО ", "ТОО  ", StringComparison.Ordinal),
        _ => name,
    };
}
