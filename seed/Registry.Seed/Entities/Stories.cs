namespace Registry.Seed.Entities;

/// <summary>The hand-made companies; they are the first entities of every generation.</summary>
internal static class Stories
{
    public static readonly HandMade[] All =
    [
        new("150340012340",
            new Names("«Алатау Жарық Құрылыс» ЖШС",
                "ТОО «Алатау Жарық Құрылыс»",
                "Alatau Zharyq Qurylys LLP", "Alatau Zharyq Qurylys"),
            new DateOnly(2015, 3, 14), "41201", "751410000", "215", new Health(0.62, 0.74, 0.68, 0.30, -0.045))
        {
            Certificate = ("ISO 37001:2025", "Active"),
        },
        new("090640005127",
            new Names("«Өскемен Мұнай» ЖШС",
                "ТОО «Өскемен Мұнай»",
                "Oskemen Munai LLP", "Oskemen Munai"),
            new DateOnly(2009, 6, 17), "06100", "631010000", "220", new Health(0.72, 0.75, 0.70, 0.72, 0.01))
        {
            Certificate = ("ISO 37001:2016", "Active"), Label = LabelStory.Overdue,
        },
        new("120940007330",
            new Names("\"Astana Kurylys\" жауапкершілігі шектеулі серіктестігі",
                "Товарищество с ограниченной ответственностью \"Astana Kurylys\"",
                "Astana Kurylys LLP", "Astana Kurylys"),
            new DateOnly(2012, 9, 5), "41202", "711210000", "160", new Health(0.66, 0.70, 0.66, 0.62, 0.02)),
        new("110440008418",
            new Names("\"Сарыарқа Темір\" жауапкершілігі шектеулі серіктестігі",
                "Товарищество с ограниченной ответственностью \"Сарыарка Темир\"",
                "Saryarqa Temir LLP", "Saryarqa Temir"),
            new DateOnly(2011, 4, 20), "25112", "351010000", "160", new Health(0.04, 0.08, 0.03, 0.05, -0.14))
        {
            ListedOn = "kgd-bankrupt", Status = "Bankrupt",
        },
        new("170840003918",
            new Names("\"Жедел Жеткізу\" ЖШС",
                "ТОО \"Быстрая доставка\"",
                "Zhedel Zhetkizu LLP", "Zhedel Zhetkizu"),
            new DateOnly(2017, 8, 9), "49410", "391010000", "130", new Health(0.30, 0.45, 0.35, 0.22, -0.08))
        {
            ListedOn = "goszakup-rnu",
        },
        new("191140006276",
            new Names("\"Елес Трейд\" ЖШС",
                "ТОО \"Елес Трейд\"",
                "Eles Trade LLP", "Eles Trade"),
            new DateOnly(2019, 11, 12), "46909", "791110000", "105", new Health(0.10, 0.04, 0.15, 0.20, -0.12))
        {
            ListedOn = "kgd-pseudo",
        },
        new("260540001880",
            new Names("\"Жас Толқын Технология\" ЖШС",
                "ТОО \"Жас Толкын Технологии\"",
                "Zhas Tolqyn Technology LLP", "Zhas Tolqyn"),
            new DateOnly(2026, 5, 18), "62011", "711210000", "105", new Health(0.68, 0.70, 0.66, 0.70, 0.02)),
        new("130240004550",
            new Names("\"Таза Сүт\" жауапкершілігі шектеулі серіктестігі",
                "Товарищество с ограниченной ответственностью \"Чистое молоко\"",
                "Taza Sut LLP", "Taza Sut"),
            new DateOnly(2013, 2, 26), "10511", "111010000", "140", new Health(0.55, 0.60, 0.52, 0.50, -0.02))
        {
            Certificate = ("ISO 37001:2016", "Suspended"),
        },
        new("141040005195",
            new Names("\"Алтын көпір\" жауапкершілігі шектеулі серіктестігі",
                "Товарищество с ограниченной ответственностью \"Золотой мост\"",
                "Golden Bridge LLP", "Golden Bridge"),
            new DateOnly(2014, 10, 8), "42111", "271010000", "225", new Health(0.78, 0.80, 0.76, 0.75, 0.01))
        {
            Certificate = ("ST RK 3049", "Active"), Label = LabelStory.Expired,
        },
        new("180640002042",
            new Names("\"<b>Bold</b> Дизайн\" ЖШС",
                "ТОО \"<b>Bold</b> Дизайн\"",
                "<b>Bold</b> Design LLP", "Bold Design"),
            new DateOnly(2018, 6, 21), "70221", "751710000", "110", new Health(0.58, 0.60, 0.55, 0.60, 0.0))
        {
            Certificate = ("ISO 37001:2025", "Active"), Label = LabelStory.UnderReview,
        },
        new("160140003772",
            new Names("\"\"Ұста & Ұлдары\" сауда үйі\" ЖШС",
                "ТОО \"Торговый дом \"Мастер & Сыновья\"",
                "\"Usta & Sons\" Trading House LLP", "Usta and Sons"),
            new DateOnly(2016, 1, 29), "46390", "611610000", "130", new Health(0.60, 0.62, 0.60, 0.58, 0.01))
        {
            Certificate = ("ISO 37001:2016", "Active"), Label = LabelStory.Revoked,
        },
        new("070540001424",
            new Names("«СертҚаз» ЖШС",
                "ТОО «СертКаз»",
                "SertQaz LLP", "SertQaz"),
            new DateOnly(2007, 5, 15), "71121", "711310000", "130", new Health(0.80, 0.85, 0.80, 0.80, 0.0))
        {
            Certifies = true,
        },
        new("100740002686",
            new Names("\"Адал Сапа\" сертификаттау орталығы ЖШС",
                "ТОО \"Центр сертификации \"Адал Сапа\"",
                "Adal Sapa Certification Centre LLP", "Adal Sapa"),
            new DateOnly(2010, 7, 7), "71121", "751110000", "120", new Health(0.78, 0.80, 0.78, 0.80, 0.0))
        {
            Certifies = true,
        },
    ];

    /// <summary>Indices of the bodies that certify others.</summary>
    public static readonly int[] Certifiers = [.. Enumerable.Range(0, All.Length).Where(i => All[i].Certifies)];
}
