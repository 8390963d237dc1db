using Registry.Search;
using Xunit;

namespace Registry.Tests.Search;

public sealed class SearchTermsTests
{
    [Fact]
    public void Every_field_holds_what_it_is_for()
    {
        var terms = SearchTerms.Of(SearchCompanies.Of("200140000054", "ТОО \"Көк Теңіз Сауда\"", null, "Show Pharm LLP") with
        {
            Head = "Сулейменов Ербол",
            Address = "г. Тараз",
        });
        Assert.Equal(["кок", "тениз", "сауда", "show", "pharm"], terms.Letters);
        Assert.Contains("farm", terms.Sounds);
        Assert.Equal(["ктс"], terms.Initials);
        Assert.Equal(2, terms.Wholes.Count);
        Assert.Equal(["suleimenov", "erbol"], terms.Head);
        Assert.Contains("taraz", terms.Address);
        Assert.Superset(new HashSet<string> { "p", "ph", "f", "fa", "s", "sa" }, terms.Edges.ToHashSet());
        Assert.DoesNotContain("su", terms.Edges);
        Assert.Equal(SortKey.Of("Көк Теңіз Сауда"), terms.SortKey);
        Assert.Equal("šovfarm".Length, terms.Length);
    }

    [Fact]
    public void Names_that_sound_the_same_share_their_whole_key()
    {
        Assert.Equal(SearchTerms.WholeKey("kokteniz"), SearchTerms.WholeKey("kokteniz"));
        Assert.NotEqual(SearchTerms.WholeKey("kokteniz"), SearchTerms.WholeKey("koktenis"));
        Assert.Null(SearchTerms.WholeKey(""));
        Assert.Null(SearchTerms.WholeKey(new string('a', SearchTerms.LongestWhole + 1)));
    }

    [Fact]
    public void Sort_keys_order_digits_before_latin_before_cyrillic()
    {
        string[] names = ["ТОО \"100 Дорог\"", "ТОО \"Alfa\"", "ТОО \"Zeta\"", "ТОО \"Ақ Жол\"", "ТОО \"Ак Жолдар\"", "ТОО \"Ястреб\""];
        Assert.Equal(names, names.OrderBy(SortKey.Of, StringComparer.Ordinal));
        Assert.All(names, n => Assert.All(SortKey.Of(n), c => Assert.InRange(c, ' ', '~')));
    }
}
