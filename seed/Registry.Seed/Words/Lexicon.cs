namespace Registry.Seed.Words;

/// <summary>Grammatical gender of a Russian noun.</summary>
internal enum Gender
{
    Masculine,
    Feminine,
    Neuter,
}

/// <summary>A word of a brand in two languages, with what an adjective before it must agree with.</summary>
/// <param name="Kk">Kazakh.</param>
/// <param name="Ru">Russian translation.</param>
/// <param name="En">English translation.</param>
/// <param name="Gender">Gender of the Russian word.</param>
internal sealed record Noun(string Kk, string Ru, string En, Gender Gender);

/// <summary>An adjective in two languages and three Russian genders.</summary>
internal sealed record Adjective(string Kk, string Masculine, string Feminine, string Neuter, string En)
{
    public string Ru(Gender gender) => gender switch
    {
        Gender.Masculine => Masculine,
        Gender.Feminine => Feminine,
        _ => Neuter,
    };
}

/// <summary>Real words from which invented brands are made.</summary>
internal static class Lexicon
{
    /// <summary>Kazakh words, places of nature and history that open a brand.</summary>
    public static readonly string[] Openers =
    [
        "Алатау", "Көктөбе", "Сарыарқа", "Жетісу", "Хантәңірі", "Бурабай", "Балқаш", "Зайсаң", "Тарбағатай", "Ұлытау",
        "Мұғалжар", "Маңғыстау", "Жайық", "Ертіс", "Есіл", "Тобыл", "Іле", "Сырдария", "Шу", "Талас",
        "Қаратау", "Баянауыл", "Көкшетау", "Жібек", "Дәстүр", "Береке", "Ырыс", "Құт", "Шаңырақ", "Қазына",
        "Мұрагер", "Жұлдыз", "Күншуақ", "Шұғыла", "Арай", "Таңшолпан", "Нұрлы", "Айбын", "Сенім", "Бірлік",
        "Достық", "Ынтымақ", "Парасат", "Өркен", "Өрлеу", "Серпін", "Қарқын", "Қыран", "Бүркіт", "Сұңқар",
        "Тұлпар", "Арлан", "Барыс", "Бәйтерек", "Емен", "Терек", "Самал", "Жайлау", "Дала", "Теңіз",
        "Бұлақ", "Көркем", "Асыл", "Алтын", "Күміс", "Мыс", "Темір", "Болат", "Гауһар", "Жақұт",
        "Ақжол", "Ақниет", "Ақбұлақ", "Ақсай", "Ақтілек", "Көкжиек", "Көктем", "Қызғалдақ", "Жусан", "Айгүл",
        "Айдана", "Нұрбақ", "Нұржол", "Нұрсәт", "Ерасыл", "Еркін", "Жігер", "Қайсар", "Батыр", "Сардар",
        "Отырар", "Тұран", "Керуен", "Сауран", "Мерей", "Мереке", "Шабыт", "Зерде", "Білім", "Дана",
        "Жасыл", "Үміт", "Өріс", "Ұшқын", "Һауа", "Ғарыш", "Әлем", "Әлия", "Тоғжан", "Аманат",
    ];

    /// <summary>Kazakh words that close a brand of any trade.</summary>
    public static readonly string[] Closers =
    [
        "Групп", "Холдинг", "Трейд", "Инвест", "Сервис", "Компани", "Plus", "Орталығы", "Әлемі", "Жолы",
        "2030", "KZ", "Ltd", "Астана", "Алматы", "Орда", "Ата", "Байлық", "Нұры", "Дәмі",
    ];

    public static readonly Noun[] Nouns =
    [
        new("дән", "зерно", "Grain", Gender.Neuter), new("жол", "путь", "Way", Gender.Masculine),
        new("қала", "город", "City", Gender.Masculine), new("дала", "степь", "Steppe", Gender.Feminine),
        new("жұлдыз", "звезда", "Star", Gender.Feminine), new("көпір", "мост", "Bridge", Gender.Masculine),
        new("қанат", "крыло", "Wing", Gender.Neuter), new("бұлақ", "родник", "Spring", Gender.Masculine),
        new("тау", "гора", "Mountain", Gender.Feminine), new("жел", "ветер", "Wind", Gender.Masculine),
        new("кеме", "корабль", "Ship", Gender.Masculine), new("керуен", "караван", "Caravan", Gender.Masculine),
        new("үй", "дом", "House", Gender.Masculine), new("нан", "хлеб", "Bread", Gender.Masculine),
        new("бақ", "сад", "Garden", Gender.Masculine), new("өзен", "река", "River", Gender.Feminine),
        new("аспан", "небо", "Sky", Gender.Neuter), new("күн", "солнце", "Sun", Gender.Neuter),
        new("от", "огонь", "Fire", Gender.Masculine), new("тас", "камень", "Stone", Gender.Masculine),
        new("ай", "луна", "Moon", Gender.Feminine), new("қайнар", "источник", "Source", Gender.Masculine),
        new("шаңырақ", "очаг", "Hearth", Gender.Masculine), new("орман", "лес", "Forest", Gender.Masculine),
    ];

    public static readonly Adjective[] Adjectives =
    [
        new("Алтын", "Золотой", "Золотая", "Золотое", "Golden"), new("Ақ", "Белый", "Белая", "Белое", "White"),
        new("Жаңа", "Новый", "Новая", "Новое", "New"), new("Көк", "Синий", "Синяя", "Синее", "Blue"),
        new("Жасыл", "Зелёный", "Зелёная", "Зелёное", "Green"), new("Жарық", "Светлый", "Светлая", "Светлое", "Bright"),
        new("Ұлы", "Великий", "Великая", "Великое", "Great"), new("Күміс", "Серебряный", "Серебряная", "Серебряное", "Silver"),
        new("Таза", "Чистый", "Чистая", "Чистое", "Clean"), new("Берік", "Крепкий", "Крепкая", "Крепкое", "Strong"),
        new("Биік", "Высокий", "Высокая", "Высокое", "High"), new("Жылы", "Тёплый", "Тёплая", "Тёплое", "Warm"),
        new("Тоғызыншы", "Девятый", "Девятая", "Девятое", "Ninth"), new("Қызыл", "Красный", "Красная", "Красное", "Red"),
        new("Кең", "Широкий", "Широкая", "Широкое", "Wide"), new("Солтүстік", "Северный", "Северная", "Северное", "Northern"),
        new("Оңтүстік", "Южный", "Южная", "Южное", "Southern"), new("Шығыс", "Восточный", "Восточная", "Восточное", "Eastern"),
    ];

    /// <summary>Latin brands as many companies register them, the same in every language.</summary>
    public static readonly string[] LatinOpeners =
    [
        "Astana", "Almaty", "Caspian", "Steppe", "Silk Road", "Eurasia", "Altyn", "Nomad", "Zhardem", "Tengri", "Orda",
        "Arlan", "Qazaq", "Turan", "Aral", "Central Asia", "Saryarka", "Meridian", "Vector", "Prime", "Global", "Smart",
        "Premium", "Royal", "Nova", "Atlas", "Grand", "Inter", "Pro", "Best", "Alpha", "Delta", "Orion", "Sapa", "Bereke",
    ];

    public static readonly string[] LatinClosers =
    [
        "Group", "Trade", "Invest", "Service", "Company", "Solutions", "Partners", "Kazakhstan", "Line", "Systems", "Holding",
        "International", "Development", "KZ", "Plus", "Alliance", "Management", "Market", "Industries", "Capital",
    ];
}
