using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Registry.Sources.Tables;

/// <summary>
/// Proves that a text file is UTF-8 before the first row is read: a register half imported because a wrong byte stood
/// in its middle would be worse than one refused. Runs at the speed of the disk.
/// </summary>
internal static class Utf8File
{
    private const int ChunkLength = 1 << 20;

    public static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Opens a UTF-8 file after its byte order mark, if it has one.</summary>
    /// <exception cref="SourceFileException"><c>notUtf8</c> with the position of the first wrong byte.</exception>
    public static FileStream Open(string path)
    {
        var file = TableFile.OpenRead(path);
        try
        {
            Check(file);
            file.Position = 0;
            Span<byte> mark = stackalloc byte[ByteOrderMark.Length];
            var read = file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
            file.Position = mark[..read].SequenceEqual(ByteOrderMark) ? mark.Length : 0;
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static void Check(FileStream file)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkLength);
        try
        {
            long start = 0;
            var kept = 0;
            int read;
            while ((read = file.Read(buffer, kept, ChunkLength - kept)) > 0)
            {
                var valid = ValidPrefix(buffer.AsSpan(0, kept + read), start);
                kept = kept + read - valid;
                buffer.AsSpan(valid, kept).CopyTo(buffer);
                start += valid;
            }
            if (kept > 0)
                throw NotUtf8(start);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Length without a character cut by the end of the chunk.</summary>
    private static int ValidPrefix(ReadOnlySpan<byte> chunk, long start)
    {
        var cut = Rune.DecodeLastFromUtf8(chunk, out _, out var length) == OperationStatus.NeedMoreData ? length : 0;
        return Utf8.IsValid(chunk[..^cut]) ? chunk.Length - cut : throw NotUtf8(start + FirstWrong(chunk));
    }

    private static int FirstWrong(ReadOnlySpan<byte> chunk)
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(chunk[position..], out _, out var length) == OperationStatus.Done)
            position += length;
        return position;
    }

    private static SourceFileException NotUtf8(long position) => new("notUtf8", $"byte {position}");
}
