using System.Buffers.Binary;
using Lucene.Net.Store;

namespace Registry.Search.LuceneEngine;

/// <summary>A place in a mapped file, or in a part of one.</summary>
internal sealed class MappedInput : IndexInput
{
    private const int MostSevens32 = 5;
    private const int MostSevens64 = 9;

    /// <summary>The highest bit of a byte says that another one follows.</summary>
    private const byte More = 0x80;
    private readonly MappedFile file;
    private readonly long from;
    private readonly long end;
    private readonly bool owns;
    private long at;

    /// <summary>The beginning of a part of a file.</summary>
    /// <param name="from">Where the part begins in the file.</param>
    /// <param name="length">Bytes of the part.</param>
    /// <param name="owns">Whether closing this input closes the file; copies and parts never do.</param>
    public MappedInput(string description, MappedFile file, long from, long length, bool owns)
        : base(description)
    {
        (this.file, this.from, end, this.owns) = (file, from, from + length, owns);
        at = from;
    }

    /// <inheritdoc/>
    public override long Length => end - from;

    /// <inheritdoc/>
    public override long Position => at - from;

    /// <inheritdoc/>
    public override void Seek(long pos)
    {
        if (pos < 0 || pos > Length)
            throw PastEnd();
        at = from + pos;
    }

    /// <inheritdoc/>
    public override byte ReadByte()
    {
        if (at >= end)
            throw PastEnd();
        return file.Byte(at++);
    }

    /// <inheritdoc/>
    public override void ReadBytes(byte[] b, int offset, int len) => Take(len).CopyTo(b.AsSpan(offset, len));

    /// <inheritdoc/>
    public override short ReadInt16() => BinaryPrimitives.ReadInt16BigEndian(Take(sizeof(short)));

    /// <inheritdoc/>
    public override int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));

    /// <inheritdoc/>
    public override long ReadInt64() => BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long)));

    /// <inheritdoc/>
    public override int ReadVInt32() => (int)ReadSevens(MostSevens32);

    /// <inheritdoc/>
    public override long ReadVInt64() => (long)ReadSevens(MostSevens64);

    /// <inheritdoc/>
    public override object Clone() => new MappedInput(ToString(), file, from, Length, owns: false) { at = at };

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && owns)
            file.Dispose();
    }

    /// <summary>A number in groups of seven bits, the lowest first.</summary>
    private ulong ReadSevens(int most)
    {
        var number = 0UL;
        for (var i = 0; i < most; i++)
        {
            var part = ReadByte();
            number |= (ulong)(part & ~More) << (7 * i);
            if (part < More)
                return number;
        }
        throw new IOException($"A number in {ToString()} is longer than {most} bytes.");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > end - at)
            throw PastEnd();
        if (count == 0)
            return [];
        var bytes = file.Bytes(at, count);
        at += count;
        return bytes;
    }

    private EndOfStreamException PastEnd() => new($"Read past the end of {ToString()}.");
}
