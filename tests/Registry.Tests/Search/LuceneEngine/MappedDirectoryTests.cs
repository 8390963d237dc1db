using Lucene.Net.Store;
using Registry.Search.LuceneEngine;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Search.LuceneEngine;

public sealed class MappedDirectoryTests : IDisposable
{
    private const string Name = "file";
    private readonly TemporaryFolder folder = new();
    private readonly MappedDirectory directory;

    public MappedDirectoryTests() => directory = new MappedDirectory(System.IO.Directory.CreateDirectory(folder["index"]).FullName);

    [Theory]
    [InlineData(0L)]
    [InlineData(127L)]
    [InlineData(128L)]
    [InlineData(1L << 40)]
    [InlineData(long.MaxValue)]
    public void Numbers_come_back_as_they_were_written(long number)
    {
        Write(output =>
        {
            output.WriteInt64(number);
            output.WriteVInt64(number);
            output.WriteInt32((int)number);
            output.WriteVInt32((int)number);
            output.WriteInt16((short)number);
            output.WriteString("Қыран");
        });
        using var input = Open();
        Assert.Equal(number, input.ReadInt64());
        Assert.Equal(number, input.ReadVInt64());
        Assert.Equal((int)number, input.ReadInt32());
        Assert.Equal((int)number, input.ReadVInt32());
        Assert.Equal((short)number, input.ReadInt16());
        Assert.Equal("Қыран", input.ReadString());
        Assert.Equal(input.Length, input.Position);
    }

    [Fact]
    public void Copy_has_a_place_of_its_own()
    {
        Write(output => output.WriteBytes([1, 2, 3, 4], 0, 4));
        using var input = Open();
        input.ReadByte();
        var copy = (IndexInput)input.Clone();
        Assert.Equal(1, copy.Position);
        copy.Seek(3);
        Assert.Equal(4, copy.ReadByte());
        Assert.Equal(2, input.ReadByte());
    }

    [Fact]
    public void Part_knows_nothing_of_what_stands_around_it()
    {
        Write(output => output.WriteBytes([1, 2, 3, 4, 5], 0, 5));
        using var parts = directory.CreateSlicer(Name, IOContext.DEFAULT);
        var part = parts.OpenSlice("middle", 1, 2);
        Assert.Equal((2, 0), (part.Length, part.Position));
        Assert.Equal([2, 3], [part.ReadByte(), part.ReadByte()]);
        Assert.Throws<EndOfStreamException>(() => part.ReadByte());
        Assert.Throws<EndOfStreamException>(() => part.Seek(3));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(6, 0)]
    [InlineData(-1, 2)]
    [InlineData(1, -1)]
    [InlineData(1, long.MaxValue)]
    public void Part_that_does_not_lie_in_the_file_is_refused(long offset, long length)
    {
        Write(output => output.WriteBytes([1, 2, 3, 4, 5], 0, 5));
        using var parts = directory.CreateSlicer(Name, IOContext.DEFAULT);
        Assert.Throws<EndOfStreamException>(() => parts.OpenSlice("part", offset, length));
    }

    [Fact]
    public void Nothing_is_read_past_the_end()
    {
        Write(output => output.WriteBytes([1, 2, 0xff], 0, 3));
        using var input = Open();
        Assert.Throws<EndOfStreamException>(() => input.ReadInt32());
        Assert.Throws<EndOfStreamException>(() => input.ReadBytes(new byte[8], 0, 4));
        input.Seek(2);
        Assert.Throws<EndOfStreamException>(() => input.ReadVInt32());
    }

    [Fact]
    public void Empty_file_has_nothing_to_read()
    {
        Write(_ => { });
        using var input = Open();
        Assert.Equal(0, input.Length);
        Assert.Throws<EndOfStreamException>(() => input.ReadByte());
    }

    [Fact]
    public void Copy_of_a_closed_file_says_so()
    {
        Write(output => output.WriteByte(1));
        var input = Open();
        var copy = (IndexInput)input.Clone();
        input.Dispose();
        Assert.Throws<ObjectDisposedException>(() => copy.ReadByte());
    }

    [Fact]
    public void Number_without_an_end_is_refused()
    {
        Write(output => output.WriteBytes([0xff, 0xff, 0xff, 0xff, 0xff, 0xff], 0, 6));
        using var input = Open();
        Assert.Throws<IOException>(() => input.ReadVInt32());
    }

    public void Dispose()
    {
        directory.Dispose();
        folder.Dispose();
    }

    private IndexInput Open() => directory.OpenInput(Name, IOContext.DEFAULT);

    private void Write(Action<IndexOutput> write)
    {
        using var output = directory.CreateOutput(Name, IOContext.DEFAULT);
        write(output);
    }
}
