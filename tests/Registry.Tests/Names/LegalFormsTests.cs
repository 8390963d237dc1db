using Registry.Names;
using Xunit;

namespace Registry.Tests.Names;

public sealed class LegalFormsTests
{
    [Theory]
    [InlineData("ТОО \"Қыран\"", "ТОО", "ЖШС", "LLP")]
    [InlineData("\"Қыран\" жауапкершілігі шектеулі серіктестігі", "ТОО", "ЖШС", "LLP")]
    [InlineData("Qyran LLP", "ТОО", "ЖШС", "LLP")]
    [InlineData("КОММУНАЛЬНОЕ ГОСУДАРСТВЕННОЕ УЧРЕЖДЕНИЕ \"Управление\"", "КГУ", "КММ", "MSI")]
    [InlineData("\"Қыран\" коммерциялық емес акционерлік қоғамы", "НАО", "КеАҚ", "NJSC")]
    public void Form_is_known_in_three_languages(string name, string ru, string kk, string en) =>
        Assert.Equal(new LegalForm(ru, kk, en), LegalForms.Find(name));

    [Fact]
    public void Name_without_a_form_has_none() => Assert.Null(LegalForms.Find("Қыран"));

    [Theory]
    [InlineData("Товарищество с ограниченной ответственностью \"Қыран\"", "ru", "ТОО \"Қыран\"")]
    [InlineData("\"Қыран\" жауапкершілігі шектеулі серіктестігі", "kk", "\"Қыран\" ЖШС")]
    [InlineData("Qyran Limited Liability Partnership", "en", "Qyran LLP")]
    [InlineData("Филиал товарищества с ограниченной ответственностью \"Қыран\" в городе Алматы", "ru", "Филиал товарищества с ограниченной ответственностью \"Қыран\" в городе Алматы")]
    [InlineData("Товарищество с ограниченной ответственностью", "ru", "Товарищество с ограниченной ответственностью")]
    [InlineData("ТОО \"Қыран\"", "ru", "ТОО \"Қыран\"")]
    [InlineData("", "ru", "")]
    public void A_full_form_at_an_edge_is_written_in_short(string name, string language, string written) =>
        Assert.Equal(written, LegalForms.Abbreviate(name, language).Text);

    [Fact]
    public void Places_in_the_full_name_are_found_in_the_short_one()
    {
        const string name = "Товарищество с ограниченной ответственностью \"Алатау Жарық\"";
        var brief = LegalForms.Abbreviate(name, "ru");
        var at = name.IndexOf("Жарық", StringComparison.Ordinal);

        var moved = brief.Move([[0, 12], [at, 5]]);

        Assert.Equal("Жарық", brief.Text.Substring(Assert.Single(moved)[0], 5));
    }

    [Fact]
    public void Every_form_of_the_file_has_a_russian_name() => Assert.All(LegalForms.All, f => Assert.NotEmpty(f.Ru));
}
