using System.IO.MemoryMappedFiles;

namespace Registry.Search.LuceneEngine;

/// <summary>A file mapped into memory. Whoever closes it has made sure that nobody reads any more, as a reader of an index does by counting its users.</summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile? mapping;
    private readonly MemoryMappedViewAccessor? view;
    private byte* start;

    /// <summary>Maps a whole file for reading.</summary>
    /// <exception cref="IOException">The file cannot be opened or mapped.</exception>
    public MappedFile(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        Length = stream.Length;
        // Nothing cannot be mapped.
        if (Length == 0)
            return;
        mapping = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        view = mapping.CreateViewAccessor(0, Length, MemoryMappedFileAccess.Read);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        start += view.PointerOffset;
    }

    public long Length { get; }

    /// <summary>The bytes from <paramref name="at"/> on, which must lie in the file.</summary>
    /// <exception cref="ObjectDisposedException">The file was closed.</exception>
    public ReadOnlySpan<byte> Bytes(long at, int count)
    {
        ObjectDisposedException.ThrowIf(start is null, this);
        return new ReadOnlySpan<byte>(start + at, count);
    }

    /// <summary>The byte at <paramref name="at"/>, which must lie in the file.</summary>
    /// <exception cref="ObjectDisposedException">The file was closed.</exception>
    public byte Byte(long at)
    {
        ObjectDisposedException.ThrowIf(start is null, this);
        return start[at];
    }

    public void Dispose()
    {
        if (start is null)
            return;
        start = null;
        view!.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        mapping!.Dispose();
    }
}
