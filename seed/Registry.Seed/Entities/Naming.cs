using System.Globalization;

using Registry.Seed.Words;

namespace Registry.Seed.Entities;

/// <summary>Invents a brand in three languages and puts the legal form on it as registers do.</summary>
internal static class Naming
{
    private readonly record struct Brand(string Kk, string Ru, string En);

    public static Names Of(EntityKind kind, Activity activity, Place place, Person person, ref Dice dice)
    {
        if (kind == EntityKind.StateInstitution)
            return Institution(activity, place, ref dice);
        if (kind == EntityKind.SoleProprietor && dice.Chance(0.45))
            return new Names($"{person.Name} ЖК", $"ИП {person.Name}", $"IE {Latin.Of(person.Name)}", Latin.Of(person.Name.Split(' ')[0]));
        return WithForm(kind, Invent(activity, place, person, ref dice), place, ref dice);
    }

    private static Brand Invent(Activity activity, Place place, Person person, ref Dice dice)
    {
        var style = dice.Below(100);
        var brand = style switch
        {
            < 42 => Kazakh(dice.Pick(Lexicon.Openers), activity, ref dice),
            < 64 => Translated(activity, ref dice),
            < 82 => Latinised($"{dice.Pick(Lexicon.LatinOpeners)} {(dice.Chance(0.3) ? activity.BrandEn : dice.Pick(Lexicon.LatinClosers))}"),
            < 92 => new Brand($"{place.Stem} {activity.BrandKk}", $"{place.StemRu} {activity.BrandRu}", Latin.Of($"{place.Stem} {activity.BrandKk}")),
            _ => Family(person, activity, ref dice),
        };
        return dice.Below(100) switch
        {
            < 12 => Add(brand, " KZ"),
            < 24 => Add(brand, string.Create(CultureInfo.InvariantCulture, $"-{dice.Below(29) + 2}")),
            < 30 => Add(brand, " Plus"),
            _ => brand,
        };
    }

    private static Brand Kazakh(string opener, Activity activity, ref Dice dice)
    {
        var middle = dice.Chance(0.4) ? " " + dice.Pick(Lexicon.Openers) : "";
        var kk = $"{opener}{middle} {(dice.Chance(0.65) ? activity.BrandKk : dice.Pick(Lexicon.Closers))}";
        return new Brand(kk, dice.Chance(0.35) ? kk : Latin.ToRussian(kk), Latin.Of(kk));
    }

    private static Brand Translated(Activity activity, ref Dice dice)
    {
        var (adjective, noun) = (dice.Pick(Lexicon.Adjectives), dice.Pick(Lexicon.Nouns));
        var trade = dice.Chance(0.4);
        var kk = $"{adjective.Kk} {noun.Kk}{(trade ? " " + activity.BrandKk : "")}";
        var ru = $"{adjective.Ru(noun.Gender)} {noun.Ru}{(trade ? " " + activity.BrandRu : "")}";
        var en = dice.Chance(0.5) ? Latin.Of(kk) : $"{adjective.En} {noun.En}{(trade ? " " + activity.BrandEn : "")}";
        return new Brand(kk, ru, en);
    }

    private static Brand Family(Person person, Activity activity, ref Dice dice)
    {
        var surname = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(person.Name.Split(' ')[0].ToLowerInvariant());
        return dice.Chance(0.5)
            ? new Brand($"{surname} және К", $"{surname} и К", $"{Latin.Of(surname)} & Co")
            : new Brand($"{surname} {activity.BrandKk}", $"{surname} {activity.BrandRu}", $"{Latin.Of(surname)} {activity.BrandEn}");
    }

    private static Brand Latinised(string text) => new(text, text, text);

    private static Brand Add(Brand brand, string suffix) => new(brand.Kk + suffix, brand.Ru + suffix, brand.En + suffix);

    private static Names WithForm(EntityKind kind, Brand brand, Place place, ref Dice dice)
    {
        var full = dice.Chance(0.6);
        if (dice.Chance(0.12))
            brand = brand with { Kk = brand.Kk.ToUpperInvariant(), Ru = brand.Ru.ToUpperInvariant() };
        var (open, close) = dice.Below(100) switch { < 88 => ("\"", "\""), < 97 => ("«", "»"), _ => ("“", "”") };
        var (kk, ru) = ($"{open}{brand.Kk}{close}", $"{open}{brand.Ru}{close}");
        return kind switch
        {
            EntityKind.Partnership => new Names($"{kk} {(full ? "жауапкершілігі шектеулі серіктестігі" : "ЖШС")}",
                $"{(full ? "Товарищество с ограниченной ответственностью" : "ТОО")} {ru}", $"{brand.En} LLP", brand.En),
            EntityKind.JointStock => new Names($"{kk} {(full ? "акционерлік қоғамы" : "АҚ")}",
                $"{(full ? "Акционерное общество" : "АО")} {ru}", $"{brand.En} JSC", brand.En),
            EntityKind.PeasantFarm => new Names($"{kk} {(full ? "шаруа қожалығы" : "ШҚ")}",
                $"{(full ? "Крестьянское хозяйство" : "КХ")} {ru}", $"{brand.En} peasant farm", brand.En),
            EntityKind.Branch => new Names($"{kk} жауапкершілігі шектеулі серіктестігінің {place.Stem} қаласындағы филиалы",
                $"Филиал {(full ? "Товарищества с ограниченной ответственностью" : "ТОО")} {ru} в городе {place.StemRu}",
                $"{Latin.Of(place.Stem)} branch of {brand.En} LLP", brand.En),
            _ => new Names($"{kk} ЖК", $"ИП {ru}", $"{brand.En} IE", brand.En),
        };
    }

    private static Names Institution(Activity activity, Place place, ref Dice dice)
    {
        var number = (dice.Below(180) + 1).ToString(CultureInfo.InvariantCulture);
        return activity.BrandEn switch
        {
            "School" => new Names($"{place.Stem} қаласының білім бөлімінің \"№{number} жалпы білім беретін мектебі\" коммуналдық мемлекеттік мекемесі",
                $"Коммунальное государственное учреждение \"Общеобразовательная школа №{number}\" отдела образования города {place.StemRu}",
                $"Secondary school No. {number} of {Latin.Of(place.Stem)} SI", $"school{number}"),
            "Hospital" => new Names($"\"{place.Stem} қаласының №{number} емханасы\" мемлекеттік мекемесі",
                $"Государственное учреждение \"Поликлиника №{number} города {place.StemRu}\"", $"Polyclinic No. {number} of {Latin.Of(place.Stem)} SI", $"clinic{number}"),
            _ => new Names($"\"{place.Stem} қаласы №{number} ауылдық округі әкімінің аппараты\" мемлекеттік мекемесі",
                $"Государственное учреждение \"Аппарат акима сельского округа №{number} города {place.StemRu}\"",
                $"Office of the akim of rural district No. {number} of {Latin.Of(place.Stem)} SI", $"akimat{number}"),
        };
    }
}
