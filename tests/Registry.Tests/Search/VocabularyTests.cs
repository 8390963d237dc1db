using Registry.Search;
using Xunit;

namespace Registry.Tests.Search;

public sealed class VocabularyTests
{
    private static readonly Vocabulary Words = new(
        [new("құрылыс", 5), new("құрылысы", 2), new("курорт", 1), new("самал", 40), new("самат", 7), new("мед", 900)]);

    [Theory]
    [InlineData("құрылс", "құрылыс")]
    [InlineData("құырлыс", "құрылыс")]
    [InlineData("құрылыз", "құрылыс")]
    [InlineData("ккурорт", "курорт")]
    public void Word_with_a_slip_is_near_the_right_one(string typed, string right) =>
        Assert.Equal(right, Words.Near(typed, 1, 10)[0].Term);

    [Fact]
    public void Nearest_word_comes_first_and_the_more_common_of_equals()
    {
        Assert.Equal(["самал", "самат"], Words.Near("самал", 1, 10).Select(n => n.Term));
        Assert.Equal(["самал", "самат"], Words.Near("самав", 1, 10).Select(n => n.Term));
    }

    [Fact]
    public void More_slips_than_allowed_are_too_far() => Assert.Empty(Words.Near("қрыс", 2, 10));

    [Fact]
    public void Unknown_word_has_no_companies()
    {
        Assert.Equal(900, Words.CompaniesWith("мед"));
        Assert.Equal(0, Words.CompaniesWith("мёд"));
    }

    [Fact]
    public void Words_that_come_later_are_found_beside_the_old_ones()
    {
        var more = Words.With(Enumerable.Range(0, 25_000).Select(i => new CountedWord($"сөз{i}", 1)).Append(new("мед", 1)));
        Assert.Equal(Words.Count + 25_000, more.Count);
        Assert.Equal(900, more.CompaniesWith("мед"));
        Assert.Equal(1, more.CompaniesWith("сөз24999"));
        Assert.Equal("сөз24999", more.Near("сөз24999", 0, 10).Single().Term);
    }

    [Fact]
    public void Slips_are_counted_as_by_hand()
    {
        var random = new Random(5);
        for (var i = 0; i < 2_000; i++)
        {
            var (left, right) = (Word(random), Word(random));
            Assert.Equal(ByHand(left, right), new SlipPattern(left).Distance(right));
        }
    }

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => "абв"[random.Next(3)]));

    /// <summary>Optimal string alignment by the textbook's table.</summary>
    private static int ByHand(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }
                table[i, j] = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }
        return table[a.Length, b.Length];
    }
}
