using Registry.Search.LuceneEngine;
using Xunit;

namespace Registry.Tests.Search;

public sealed class PhrasebookTests
{
    private static readonly string[] Sample =
        [.. Enumerable.Range(0, 50).Select(i => $"Товарищество с ограниченной ответственностью \"Қыран {i}\"")];

    [Theory]
    [InlineData("Товарищество с ограниченной ответственностью \"Қыран 7\"")]
    [InlineData("«Ёлка» №5, ЖШС — 100 % ½ 日本 \ud83d\ude00 \u00ff")]
    [InlineData("  два  пробела ")]
    [InlineData("")]
    public void Text_comes_back_as_it_was(string text)
    {
        var book = Phrasebook.Of(Sample);
        Assert.Equal(text, Back(book, text));
        Assert.Equal(text, Back(Phrasebook.Empty, text));
    }

    [Fact]
    public void What_the_sample_repeats_takes_a_few_bytes()
    {
        var bytes = new List<byte>();
        Phrasebook.Of(Sample).Write(Sample[3], bytes);
        Assert.InRange(bytes.Count, 1, 6);
    }

    [Fact]
    public void Saved_book_reads_what_the_first_one_wrote()
    {
        var file = Path.GetTempFileName();
        var book = Phrasebook.Of(Sample);
        book.Save(file);
        var bytes = new List<byte>();
        book.Write(Sample[9], bytes);
        Assert.Equal(Sample[9], Phrasebook.Load(file).Read([.. bytes]));
        File.Delete(file);
    }

    private static string Back(Phrasebook book, string text)
    {
        var bytes = new List<byte>();
        book.Write(text, bytes);
        return book.Read([.. bytes]);
    }
}
