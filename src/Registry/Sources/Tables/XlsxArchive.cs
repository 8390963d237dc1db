using System.Buffers;
using System.IO.Compression;
using System.Xml;

namespace Registry.Sources.Tables;

/// <summary>
/// The parts of a workbook, proven harmless before they are read: a zip names its sizes itself and may lie,
/// so every part used is unpacked once into nothing and measured.
/// </summary>
internal sealed class XlsxArchive : IDisposable
{
    private const int ChunkLength = 1 << 16;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly FileStream file;
    private readonly ZipArchive zip;

    /// <summary>Opens the archive.</summary>
    /// <exception cref="SourceFileException">No archive, or one over a bound.</exception>
    public XlsxArchive(string path)
    {
        file = TableFile.OpenRead(path);
        try
        {
            zip = new ZipArchive(file, ZipArchiveMode.Read);
            if (zip.Entries.Count > TableBounds.Parts)
                throw TableBounds.TooLarge($"{zip.Entries.Count} parts in the archive");
            foreach (var entry in zip.Entries)
                CheckSize(entry, entry.Length);
        }
        catch (InvalidDataException)
        {
            file.Dispose();
            throw new SourceFileException("unreadable", "the workbook is cut or no zip archive");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Bytes of the file read, and its length.</summary>
    public (long Done, long Total) Progress => (file.Position, file.Length);

    /// <summary>Opens a part that was measured, or gives null where the workbook has none of that name.</summary>
    public XmlReader? Open(string part) => Find(part) is { } entry ? XmlReader.Create(entry.Open(), Settings) : null;

    /// <summary>Unpacks the part once and measures it.</summary>
    public void Measure(string part)
    {
        if (Find(part) is not { } entry)
            return;
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkLength);
        try
        {
            using var unpacked = entry.Open();
            long length = 0, run = 0;
            int read;
            while ((read = unpacked.Read(buffer)) > 0)
            {
                length += read;
                CheckSize(entry, length);
                run = CheckRuns(buffer.AsSpan(0, read), run, entry);
            }
        }
        catch (InvalidDataException)
        {
            throw new SourceFileException("unreadable", $"{entry.FullName} cannot be unpacked");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        zip.Dispose();
        file.Dispose();
    }

    private ZipArchiveEntry? Find(string part) =>
        zip.Entries.FirstOrDefault(e => e.FullName.Replace('\\', '/').Equals(part, StringComparison.OrdinalIgnoreCase));

    private static void CheckSize(ZipArchiveEntry entry, long length)
    {
        if (length > TableBounds.PartLength)
            throw TableBounds.TooLarge($"{entry.FullName} unpacks to more than {TableBounds.PartLength} bytes");
        if (length > TableBounds.RatioMatters && length / Math.Max(1, entry.CompressedLength) > TableBounds.UnpackedRatio)
            throw TableBounds.TooLarge($"{entry.FullName} unpacks to more than {TableBounds.UnpackedRatio} times its size");
    }

    /// <summary>A reader of XML holds a text or an attribute as a whole: one of a gigabyte must not reach it.</summary>
    private static long CheckRuns(ReadOnlySpan<byte> chunk, long run, ZipArchiveEntry entry)
    {
        int next;
        while ((next = chunk.IndexOf((byte)'<')) >= 0)
        {
            if (run + next > TableBounds.RecordLength)
                break;
            run = 0;
            chunk = chunk[(next + 1)..];
        }
        run += chunk.Length;
        if (run > TableBounds.RecordLength)
            throw TableBounds.TooLarge($"{entry.FullName} holds one text of more than {TableBounds.RecordLength} bytes");
        return run;
    }
}
