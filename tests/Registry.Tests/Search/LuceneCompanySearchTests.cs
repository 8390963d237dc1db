using Registry.Search;
using Registry.Search.LuceneEngine;
using Xunit;

namespace Registry.Tests.Search;

public sealed class LuceneCompanySearchTests : CompanySearchContract, IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("registry-search-").FullName;
    private LuceneCompanySearch engine;

    public LuceneCompanySearchTests() => engine = new LuceneCompanySearch(directory);

    protected override ICompanySearch Engine => engine;

    [Fact]
    public void New_index_needs_a_rebuild()
    {
        Assert.True(engine.NeedsRebuild);
        Assert.Null(engine.Damage);
    }

    [Fact]
    public async Task Rebuilt_index_opens_again_as_it_was()
    {
        await engine.RebuildAsync(SearchCompanies.Some.ToAsyncEnumerable(), CancellationToken.None);
        Reopen();
        Assert.False(engine.NeedsRebuild);
        Assert.Equal(SearchCompanies.Some.Count, await engine.CountAsync(CancellationToken.None));
        Assert.Single(Directory.GetDirectories(directory));
    }

    [Fact]
    public async Task Refreshed_writes_survive_a_crash_and_a_lock_that_was_left()
    {
        await Index();
        var copy = Directory.CreateTempSubdirectory("registry-search-").FullName;
        CopyAsAfterCrash(directory, copy);
        using (var survivor = new LuceneCompanySearch(copy))
            Assert.Equal(SearchCompanies.Some.Count, await survivor.CountAsync(CancellationToken.None));
        Directory.Delete(copy, recursive: true);
    }

    [Fact]
    public async Task Damaged_index_says_that_it_must_be_rebuilt()
    {
        await engine.RebuildAsync(SearchCompanies.Some.ToAsyncEnumerable(), CancellationToken.None);
        engine.Dispose();
        foreach (var file in Directory.GetFiles(directory, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("current", StringComparison.Ordinal)))
            await File.WriteAllBytesAsync(file, [1, 2, 3]);
        engine = new LuceneCompanySearch(directory);
        Assert.True(engine.NeedsRebuild);
        Assert.NotNull(engine.Damage);
        await engine.RebuildAsync(SearchCompanies.Some.ToAsyncEnumerable(), CancellationToken.None);
        Assert.False(engine.NeedsRebuild);
        Assert.Equal(SearchCompanies.Qyran, (await Find("кыран курылыс")).Items[0].Bin);
    }

    [Fact]
    public void Second_writer_of_the_same_folder_is_refused() =>
        Assert.Throws<SearchIndexInUseException>(() => new LuceneCompanySearch(directory));

    [Fact]
    public async Task Remains_of_an_interrupted_rebuild_are_cleared()
    {
        await engine.RebuildAsync(SearchCompanies.Some.ToAsyncEnumerable(), CancellationToken.None);
        Directory.CreateDirectory(Path.Combine(directory, "index-99"));
        Reopen();
        Assert.Single(Directory.GetDirectories(directory));
    }

    public void Dispose()
    {
        engine.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    private void Reopen()
    {
        engine.Dispose();
        engine = new LuceneCompanySearch(directory);
    }

    private static void CopyAsAfterCrash(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
