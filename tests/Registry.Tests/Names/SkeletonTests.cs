using CsCheck;
using Registry.Names;
using Xunit;

namespace Registry.Tests.Names;

public sealed class SkeletonTests
{
    [Theory]
    [InlineData("Қызылжар", "Kyzylzhar", "Qyzyljar", "Кызылжар")]
    [InlineData("Шаңырақ", "Shanyrak", "Şañyraq", "Şaŋyraq")]
    [InlineData("Жібек жолы", "Zhibek Zholy", "Jibek joly", "Жибек жолы")]
    [InlineData("Ғасыр", "Gasyr", "Ğasyr", "Ghasyr")]
    [InlineData("Детский мир", "Detskii mir", "Detskiy mir", "Detsky mir")]
    [InlineData("Щучинск", "Shchuchinsk", "Schuchinsk", "Şuçinsk")]
    [InlineData("Экспресс", "Ekspress", "Express", "Ekspres")]
    [InlineData("Хан Тәңірі", "Khan Taniri", "Han Tañırı", "Хан Танири")]
    [InlineData("Джамбул", "Dzhambul", "Djambul", "Jambul")]
    [InlineData("Юрта Азия", "Yurta Aziya", "Iurta Aziia", "Yurta Azia")]
    public void Every_spelling_of_a_name_sounds_the_same(string name, params string[] spellings) =>
        Assert.All(spellings, s => Assert.Equal(Skeleton.Of(name), Skeleton.Of(s)));

    [Theory]
    [InlineData("Жарық", "Жарыс")]
    [InlineData("Астана", "Асхана")]
    public void Other_words_sound_otherwise(string left, string right) => Assert.NotEqual(Skeleton.Of(left), Skeleton.Of(right));

    [Theory]
    [InlineData("Аня", "Ана")]
    [InlineData("Ария", "Ара")]
    public void Glides_tell_words_apart_that_otherwise_sound_the_same(string left, string right)
    {
        Assert.Equal(Skeleton.Of(left), Skeleton.Of(right));
        Assert.NotEqual(WithGlides(left), WithGlides(right));
    }

    [Theory]
    [InlineData("Аня", "Anya", "Ania")]
    [InlineData("Ария", "Ariya", "Ariia")]
    public void Glides_are_the_same_in_every_script(string name, params string[] spellings) =>
        Assert.All(spellings, s => Assert.Equal(WithGlides(name), WithGlides(s)));

    [Theory]
    [InlineData("SilkЖоба", "silkjoba")]
    [InlineData("ПромTrade", "promtrade")]
    public void Word_of_two_scripts_is_read_part_by_part(string name, string skeleton) => Assert.Equal(skeleton, Skeleton.Of(name));

    [Theory]
    [InlineData("ECO Дом", "eko dom")]
    [InlineData("ЕСО Дом", "eso dom")]
    public void Word_of_look_alikes_is_read_as_it_was_written(string name, string skeleton) => Assert.Equal(skeleton, Skeleton.Of(name));

    [Fact]
    public void Skeleton_of_a_skeleton_is_itself() =>
        Gen.Char["абвгдежзийклмнопрстуфхцчшщыэюяәғқңөұүһіabcdefghijklmnopqrstuvwxyzşç"].Array[1, 20].Select(c => new string(c))
            .Sample(word => Assert.Equal(Skeleton.OfWord(word), Skeleton.OfWord(Skeleton.OfWord(word))), iter: 20_000);

    [Fact]
    public void Skeleton_never_grows_out_of_bounds() =>
        Gen.String.Sample(text => Assert.True(Skeleton.Of(text).Length <= 8 * Math.Max(1, text.Length)));

    private static string WithGlides(string word) => Skeleton.WithGlides(NormalisedName.Of(word).Tokens[0].Norm);
}
