using Lucene.Net.Index;
using Registry.Search;
using Registry.Search.LuceneEngine;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Search.LuceneEngine;

/// <summary>The index as Lucene holds it: what its own queries and merges must not change.</summary>
public sealed class IndexGenerationTests : IDisposable
{
    private const int Companies = 300;
    private static readonly string[] Words = ["алатау", "баитерек", "кыран", "нурлы", "тулпар", "медеу", "жетису", "отырар", "кокше", "самал", "арман"];
    private readonly TemporaryFolder folder = new();
    private readonly IndexGeneration index;

    public IndexGenerationTests() => index = new IndexGeneration(folder["index"], isRebuild: true);

    [Fact]
    public async Task Many_words_at_once_find_and_weigh_what_they_do_one_by_one()
    {
        Fill();
        for (var i = 0; i < Companies; i += 7)
            index.Writer.DeleteDocuments(new Term(TermFields.Bin, Bin(i)));
        index.Refresh();
        var words = Words.Select((word, i) => (TermQuery)new TermQuery.Word(TermFields.Letters, word, 1 + (i * 3 % 5))).Append(new TermQuery.Word(TermFields.Letters, "никто", 9)).ToList();
        var apart = words.ConvertAll(word => (TermQuery)new TermQuery.AnyOf([word]));
        var expected = await Found(new TermQuery.AnyOf(apart));
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await Found(new TermQuery.AnyOf(words)));
        var rest = new TermQuery.Word(TermFields.Letters, "кыран", 2);
        Assert.Equal(
            await Found(new TermQuery.Together([new TermQuery.AnyOf(apart), rest], [], 0)),
            await Found(new TermQuery.Together([new TermQuery.AnyOf(words), rest], [], 0)));
    }

    [Fact]
    public async Task Beginning_finds_what_all_words_with_it_find()
    {
        Fill();
        index.Refresh();
        var words = Words.Where(word => word.StartsWith('а')).Select(word => (TermQuery)new TermQuery.Word(TermFields.Letters, word, 3)).ToList();
        Assert.InRange(words.Count, 2, Words.Length - 1);
        var expected = await Found(new TermQuery.AnyOf([.. words.Select(word => new TermQuery.AnyOf([word]))]));
        Assert.Equal(expected, await Found(new TermQuery.Beginning(TermFields.Letters, "а", 3)));
        Assert.Equal(expected, await Found(new TermQuery.AnyOf([new TermQuery.Beginning(TermFields.Letters, "а", 3), new TermQuery.Beginning(TermFields.Letters, "яя", 9)])));
    }

    [Fact]
    public async Task Better_choice_counts_where_a_word_and_a_beginning_find_the_same()
    {
        Fill();
        index.Refresh();
        var word = new TermQuery.Word(TermFields.Letters, "алатау", 5);
        var beginning = new TermQuery.Beginning(TermFields.Letters, "ал", 2);
        Assert.Equal(await Found(word), await Found(new TermQuery.AnyOf([beginning, word])));
    }

    [Fact]
    public void Rebuild_ends_in_few_segments_that_hold_everything()
    {
        Fill();
        index.FinishRebuild();
        index.Refresh();
        var (segments, companies) = index.Search(searcher => (searcher.IndexReader.Leaves.Count, searcher.IndexReader.NumDocs));
        Assert.InRange(segments, 1, 2);
        Assert.Equal(Companies, companies);
    }

    public void Dispose()
    {
        index.Dispose();
        folder.Dispose();
    }

    private static string Bin(int i) => $"2001400{i:00000}";

    private void Fill()
    {
        var maker = new DocumentMaker(index.Phrases);
        for (var i = 0; i < Companies; i++)
        {
            index.Writer.AddDocument(maker.Of(SearchCompanies.Of(Bin(i), $"ТОО \"{Words[i % Words.Length]} {Words[i / Words.Length % Words.Length]} {i}\"")));
            // Each commit begins a new segment.
            if (i % 40 == 39)
                index.Commit(complete: false);
        }
    }

    private async Task<IReadOnlyList<string>> Found(TermQuery query)
    {
        var found = await index.SearchAsync(source => source.FindAsync(new FindRequest(query, CompanySort.Relevance, Companies), CancellationToken.None));
        return [.. found.Items.Select(c => c.Place)];
    }
}
