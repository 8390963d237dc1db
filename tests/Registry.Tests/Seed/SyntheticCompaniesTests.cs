using System.Text.RegularExpressions;

using Registry.Identifiers;
using Registry.Seed;
using Registry.Seed.Entities;

using Xunit;

namespace Registry.Tests.Seed;

public sealed partial class SyntheticCompaniesTests
{
    private const ulong AnySeed = 7;
    private const int Many = 20_000;
    private static readonly World World = new(AnySeed, Many, SyntheticCompanies.BaseDay);

    [Fact]
    public void Only_flagged_numbers_have_a_wrong_check_digit()
    {
        var wrong = 0;
        for (var i = 0L; i < Many; i++)
        {
            var number = World.NumberOf(i);
            Assert.Equal(World.HasWrongControl(i), !CheckDigit.Matches(number));
            wrong += World.HasWrongControl(i) ? 1 : 0;
        }
        Assert.InRange(wrong, 5, Many / 100);
    }

    [Fact]
    public void No_number_is_given_twice() =>
        Assert.Equal(200_000, SyntheticCompanies.Stream(200_000, AnySeed).Select(c => c.Number).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void A_bin_begins_with_the_month_of_registration()
    {
        foreach (var company in SyntheticCompanies.Stream(Many, AnySeed).Where(c => !c.IsSoleProprietor))
        {
            Assert.True(Bin.TryParse(company.Number, out _), company.Number);
            Assert.Equal(company.RegisteredOn.ToString("yyMM", System.Globalization.CultureInfo.InvariantCulture), company.Number[..4]);
        }
    }

    [Fact]
    public void Iins_are_well_formed_and_nobodys()
    {
        foreach (var company in SyntheticCompanies.Stream(Many, AnySeed).Where(c => c.IsSoleProprietor))
        {
            Assert.True(Iin.TryParse(company.Number, out var iin) && iin.HasValidCheckDigit, company.Number);
            Assert.InRange(int.Parse(company.Number.AsSpan(2, 2), System.Globalization.CultureInfo.InvariantCulture), 21, 32);
        }
    }

    [Fact]
    public void Every_entity_has_names_in_three_languages_with_the_right_form()
    {
        foreach (var company in SyntheticCompanies.Stream(Many, AnySeed))
        {
            Assert.Matches(RussianForm(), company.NameRu);
            Assert.Matches(KazakhForm(), company.NameKk);
            Assert.DoesNotMatch(Cyrillic(), company.NameEn);
            Assert.False(string.IsNullOrWhiteSpace(company.NameEn));
        }
    }

    [Fact]
    public void Kazakh_and_russian_names_are_often_translations_and_often_the_same_word()
    {
        var names = SyntheticCompanies.Stream(Many, AnySeed).ToList();
        Assert.Contains(names, n => n.NameRu.Contains("Золот", StringComparison.Ordinal) && n.NameKk.Contains("Алтын", StringComparison.Ordinal));
        Assert.Contains(names, n => n.NameRu.Contains("Курылыс", StringComparison.Ordinal) && n.NameKk.Contains("Құрылыс", StringComparison.Ordinal));
    }

    [Fact]
    public void All_twenty_regions_and_a_first_year_are_there()
    {
        var names = SyntheticCompanies.Stream(Many, AnySeed).ToList();
        Assert.Equal(20, names.Select(n => n.Kato[..2]).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(names, n => n.RegisteredOn > SyntheticCompanies.BaseDay.AddYears(-1));
        Assert.All(names, n => Assert.True(n.RegisteredOn <= SyntheticCompanies.BaseDay));
    }

    [Fact]
    public void The_first_entity_is_the_company_of_the_pictures()
    {
        var first = SyntheticCompanies.Stream(1, AnySeed).Single();
        Assert.Equal("150340012340", first.Number);
        Assert.Equal("ТОО «Алатау Жарық Құрылыс»", first.NameRu);
        Assert.Equal("Alatau Zharyq Qurylys LLP", first.NameEn);
        Assert.Equal("215", first.Krp);
    }

    [Fact]
    public void A_stream_does_not_depend_on_how_much_of_it_is_asked_for() =>
        Assert.Equal(SyntheticCompanies.Stream(100, AnySeed), SyntheticCompanies.Stream(5000, AnySeed).Take(100));

    [GeneratedRegex("^(ТОО|АО|ИП|КХ|Товарищество с огран|Акционерное общ|Крестьянское хоз|Филиал |Коммунальное гос|Государственное уч)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RussianForm();

    [GeneratedRegex("(ЖШС|АҚ|ЖК|ШҚ|серіктестігі|қоғамы|қожалығы|филиалы|мекемесі)$|^ЖК ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KazakhForm();

    [GeneratedRegex("[А-Яа-яӘәҒғҚқҢңӨөҰұҮүҺһІі]", RegexOptions.None, 1000)]
    private static partial Regex Cyrillic();
}
