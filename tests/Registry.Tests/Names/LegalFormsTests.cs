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

    [Fact]
    public void Every_form_of_the_file_has_a_russian_name() => Assert.All(LegalForms.All, f => Assert.NotEmpty(f.Ru));
}
