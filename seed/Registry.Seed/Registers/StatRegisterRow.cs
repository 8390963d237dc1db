using Registry.Seed.Entities;

namespace Registry.Seed.Registers;

/// <summary>The 22 columns of the Bureau of National Statistics, by position.</summary>
internal static class StatRegisterRow
{
    public static readonly string[] Headers =
    [
        "БСН (ЖСН)\nБИН (ИИН)", "Толық атауы (қаз)\nПолное наименование (каз)", "Толық атауы\nПолное наименование", "Тіркелген күні\nДата регистрации",
        "ЭҚЖЖ\nОКЭД", "Негізгі қызмет түрінің атауы\nНаименование основного вида деятельности (каз)", "Негізгі қызмет түрінің атауы (орыс)\nНаименование основного вида деятельности",
        "Қосымша ЭҚЖЖ\nВтор.ОКЭД", "КӨЖ\nКРП", "КӨЖ атауы\nНаименование КРП (каз)", "КӨЖ атауы (орыс)\nНаименование КРП", "ЭСЖ\nКСЭ", "ЭСЖ атауы", "ЭСЖ атауы (орыс)\nНаименование КСЭ",
        "МНЖ\nКФС", "МНЖ атауы", "МНЖ атауы (орыс)\nНаименование КФС", "ӘАОЖ\nКАТО", "Елді мекеннің атауы\nНаименование населенного пункта (каз)",
        "Елді мекеннің атауы (орыс)\nНаименование населенного пункта", "Заңды мекенжайы\nЮридический адрес", "Басшының Т.А.Ә.\nФИО руководителя",
    ];

    /// <summary>The cells of an entity as the register knew it on a day: an earlier head, an earlier address.</summary>
    public static string[] Of(World world, Entity entity, DateOnly asOf)
    {
        var state = entity.Kind == EntityKind.StateInstitution;
        var head = world.PersonOf(entity.HeadSince > asOf ? entity.FormerHead : entity.Head);
        return
        [
            entity.Number, entity.Names.Kk, entity.Names.Ru, entity.RegisteredOn.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture),
            entity.Activity.Oked, entity.Activity.Kk, entity.Activity.Ru, entity.SecondaryOkeds,
            entity.Size.Code, entity.Size.Kk, entity.Size.Ru,
            state ? "1311" : "1122",
            state ? "Орталық және жергілікті басқару органдары" : "Ұлттық жеке меншік қаржылық емес корпорациялар – НБҰ",
            state ? "Органы центрального и местного управления" : "Национальные частные нефинансовые корпорации – ОПП",
            state ? "13" : "16",
            state ? "Коммуналдық меншік" : "Азаматтардың меншігі",
            state ? "Коммунальная собственность" : "Собственность граждан",
            entity.Place.Kato, entity.Place.Kk, entity.Place.Ru,
            world.AddressOn(entity, asOf), head.Name,
        ];
    }
}

/// <summary><c>stat-register</c> as CSV by position, for large sets.</summary>
internal sealed class StatRegisterCsv : RegisterFile
{
    private readonly Files.CsvFile csv;

    public StatRegisterCsv(World world, Wave wave, string path)
        : base(world, wave)
    {
        csv = new Files.CsvFile(path);
        csv.Row(Array.ConvertAll(StatRegisterRow.Headers, h => h.Split('\n')[^1]));
    }

    public override void Add(Entity entity)
    {
        if (Knows(entity))
            csv.Row(StatRegisterRow.Of(World, entity, Wave.AsOf));
    }

    public override bool IsEmpty => csv.Rows < 2;

    public override void Dispose() => csv.Dispose();
}

/// <summary><c>stat-register</c> as the Bureau's workbook: a title, bilingual headers, an empty second sheet.</summary>
internal sealed class StatRegisterWorkbook : RegisterFile
{
    private readonly Files.XlsxFile sheet;

    public StatRegisterWorkbook(World world, Wave wave, string path)
        : base(world, wave)
    {
        sheet = new Files.XlsxFile(path, "A1:V3", "1", "2");
        sheet.Text(string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"Заңды тұлғалар, филиалдар және жеке кәсіпкерлер / Юридические лица, филиалы и индивидуальные предприниматели на {wave.AsOf:dd.MM.yyyy}")).End();
        foreach (var header in StatRegisterRow.Headers)
            sheet.Text(header, Files.CellStyle.Wrapped);
        sheet.End();
    }

    public override void Add(Entity entity)
    {
        if (!Knows(entity))
            return;
        foreach (var cell in StatRegisterRow.Of(World, entity, Wave.AsOf))
        {
            if (cell.Length == 0)
                sheet.Skip();
            else
                sheet.Text(cell);
        }
        sheet.End();
    }

    public override bool IsEmpty => false;

    public override void Dispose() => sheet.Dispose();
}
