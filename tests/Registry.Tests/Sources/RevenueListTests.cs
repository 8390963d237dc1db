using Registry.Facts;
using Registry.Sources;
using Xunit;

namespace Registry.Tests.Sources;

public sealed class RevenueListTests
{
    private const string Title = "2026.04.08 жылғы жағдай бойынша жалған кәсіпорын деп танылған салық төлеушілер туралы ақпарат / Информация о налогоплательщиках, признанных лжепредприятиями по состоянию на 2026.04.08 года";
    private static readonly string Blanks = new(' ', 512);

    private static readonly object?[] Header =
    [
        "№", "ЖСН/БСН\nИИН/БИН", "СТН\nРНН", "Салық төлеушінің атауы\nНаименование  налогоплательщика", "Салық төлеушінің аты-жөні\nФИО налогоплательщика",
        "Басшысының аты-жөні\nФИО руководителя", "Басшысының ЖСН \nИИН руководителя", "Басшысының СТН\nРНН руководителя",
        "Сот шешімі\nРешение суда", "Қылмысты қызметтің басталған күні\nДата начала преступной деятельности",
    ];

    private static Workbook List() => new Workbook().Sheet().Row(Title).Row(null, null, null, Blanks, Blanks).Row(Header);

    private static string Saved(Workbook list) => list.Sheet("A1").Sheet("A1").Save();

    [Theory]
    [InlineData("kgd-pseudo")]
    [InlineData("kgd-wrong-address")]
    [InlineData("kgd-bankrupt")]
    [InlineData("kgd-inactive")]
    [InlineData("kgd-invalid-registration")]
    [InlineData("kgd-violation")]
    public void List_is_read_past_its_claimed_dimension_with_day_and_quirks(string source)
    {
        var path = Saved(List()
            .Row(1, "230140000017", "600700000001", "ТОО  АВТО ДОМ (11)", "", "ВЫДУМАНОВ И.", "010203500012", "600700000001", "Приговор от 02.04.2008 года.", 39540)
            .Row(2, null, "600700000002", "ТОО \" БЕЗ НОМЕРА\"", "", null, null, "600700000002", null, 38019)
            .Row(3, "10203500012", "600700000003", "", "ПРИДУМАННЫЙ ПЁТР", null, null, null, null, null)
            .Row(4, 80340021186.0, "600700000004", "=HYPERLINK(\"http://example.kz\")", null, null, null, null, "Акт", "32.01.2020")
            .Row(5, "80340021186.0", "600700000005", "=HYPERLINK(\"http://example.kz\")", null, null, null, null, "Акт", "05.06.2019"));

        var outcome = Outcome.Of(source, path);

        Assert.Equal((source, new DateOnly(2026, 4, 8), true), (outcome.Source, outcome.Day, outcome.IsSnapshot));
        Assert.Equal(
            ["5 ИИН/БИН [РНН 600700000002 ТОО \" БЕЗ НОМЕРА\"] noBin", "7 Дата начала преступной деятельности [32.01.2020] notADate"],
            outcome.Problems);
        var entries = outcome.Facts.Cast<ListEntry>().ToList();
        Assert.Equal(["230140000017", "iin:010203500012", "080340021186"], entries.Select(e => e.Bin));
        Assert.Equal([new DateOnly(2008, 4, 2), new DateOnly(2026, 4, 8), new DateOnly(2019, 6, 5)], entries.Select(e => e.Since));
        Assert.Equal(["ТОО  АВТО ДОМ (11)", "ПРИДУМАННЫЙ ПЁТР", "=HYPERLINK(\"http://example.kz\")"], entries.Select(e => e.Name));
        Assert.Equal("Приговор от 02.04.2008 года.", entries[0].Document);
        Assert.All(entries, e => Assert.Equal("", e.Entry));
    }

    [Fact]
    public void List_with_its_header_and_no_rows_is_empty() => Assert.Empty(Outcome.Of("kgd-pseudo", Saved(List())).Facts);

    [Fact]
    public void List_of_another_structure_is_refused()
    {
        var refused = Outcome.Refused("kgd-pseudo", new Workbook().Sheet().Row(Title).Row("№", "Город").Row(1, "Алматы").Save());

        Assert.Equal(("missingColumn", "ИИН/БИН"), (refused.Reason, refused.Detail));
    }

    [Fact]
    public void Formula_is_never_evaluated_and_its_stored_result_is_a_text()
    {
        var formula = new Raw(" t=\"str\"", "<f>HYPERLINK(\"http://example.kz\",\"нажми\")</f><v>ТОО Ссылка</v>");
        var path = Saved(List().Row(1, "230140000017", "600700000001", formula, null, null, null, null, new Raw("", "<f>1+1</f>")));

        var entry = Outcome.Of("kgd-pseudo", path).Only<ListEntry>();

        Assert.Equal(("ТОО Ссылка", null), (entry.Name, entry.Document));
    }

    [Fact]
    public void Debtors_over_the_threshold_stand_on_the_list_with_their_debt()
    {
        var header = Enumerable.Range(1, 23).Select(i => (object?)$"Столбец {i}").ToArray();
        header[4] = "БСН/ЖСН\nБИН/ИИН";
        object?[] Debtor(int number, object? bin, object? name, object? total) =>
            [number, "Алматы", "УГД", "6007", bin, "600700000001", name, null, null, null, null, "ПРИДУМАННЫЙ", "ПЁТР", null, "010203500012", null, null, null, "Торговля", total, 1, 1, 1];
        var numbers = Enumerable.Range(1, 23).Select(i => (object?)i).ToArray();
        var path = new Workbook()
            .Sheet("A1:W7").Row("Список на 01.10.2026 года").Row("свыше 150 МРП").Row().Row(header).Row(numbers)
            .Row(Debtor(1, "230140000017", "ТОО Должник", 1_234_567.5)).Row(Debtor(2, null, "ТОО Старое", 5)).Row("Итого")
            .Sheet("A1:W7").Row("Список на 01.10.2026 года").Row(header).Row(Debtor(1, "010203500012", null, "0")).Row(Debtor(2, "010203500012", null, "9 000,00"))
            .Save();

        var outcome = Outcome.Of("kgd-arrears", path);

        Assert.Equal(("kgd-arrears-150", new DateOnly(2026, 10, 1), true), (outcome.Source, outcome.Day, outcome.IsSnapshot));
        Assert.Equal(["7 bin [РНН 600700000001 ТОО Старое] noBin", "11 total_due [0] notPositive"], outcome.Problems);
        Assert.Equal([1_234_567.5m, 9_000m], outcome.Facts.OfType<TaxArrears>().Select(a => a.Total));
        Assert.Equal(["ТОО Должник", "ПРИДУМАННЫЙ ПЁТР"], outcome.Facts.OfType<ListEntry>().Select(e => e.Name));
        Assert.All(outcome.Facts, f => Assert.Equal("kgd-arrears-150", f.Source));
        Assert.Equal(Absence.Partial, SourceCatalog.Evidence(outcome.Source).Absence);
    }

    [Fact]
    public void Stat_register_is_read_from_several_sheets_and_from_the_older_layout()
    {
        var title = "Тіркелген заңды тұлғалар / Зарегистрированные юридические лица";
        var path = new Workbook()
            .Sheet("A1:V3").Row(title).Row("БСН", "Атауы", "Наименование")
            .Row("230140000017", "\"Көкжиек\" ЖШС", "ТОО \"Кокжиек\"", "12.03.2019", "46901", "", "", null, 105, "", "", 1122, "", "", 15, "", "", 751110000, "Алматы қ.", "г. Алматы", "ул. Сказочная", "ВЫДУМАНОВ И.")
            .Sheet("A1")
            .Sheet("A1:P3").Row(title)
            .Row(80340021186.0, "", "ТОО Дала", 39540, "46901", "", "", null, 105, "", "", 710000000, "Астана қ.", "г. Астана", "пр. Тихий", "ПРИДУМАННЫЙ П.")
            .Row(new Raw("", "<v>2.21240039971E11</v>"), "", "ТОО Степь_x000D_\nРазлив", 39540)
            .Save();

        var outcome = Outcome.Of("stat-register", path);

        Assert.Empty(outcome.Problems);
        var companies = outcome.Facts.Cast<Registration>().ToList();
        Assert.Equal([("230140000017", "1122", "751110000"), ("080340021186", null, "710000000"), ("221240039971", null, null)], companies.Select(c => (c.Bin, c.Kse, c.Kato)));
        Assert.Equal(["ВЫДУМАНОВ И.", "ПРИДУМАННЫЙ П.", null], companies.Select(c => c.Head));
        Assert.Equal("ТОО Степь Разлив", companies[2].NameRu);
    }
}
