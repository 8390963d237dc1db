using System.Threading.Channels;
using Registry.Sources;

namespace Registry.Import;

/// <summary>A run of rows that is written in one transaction.</summary>
internal sealed record RowChunk(IReadOnlyList<ParsedRow> Rows, string Source, DateOnly? Day, double? Share);

/// <summary>Reads the files of a command on a thread of its own, so that parsing and writing overlap.</summary>
internal static class ImportRows
{
    /// <summary>Rows per transaction: large enough that a commit costs little, small enough that a kill loses a second of work.</summary>
    public const int ChunkSize = 4_000;

    private const int ChunksAhead = 1;

    /// <summary>The rows of all files in order, in chunks that are cut at the same places every time. Files that cannot be used throw <see cref="SourceFileException"/>.</summary>
    public static async IAsyncEnumerable<RowChunk> ReadAsync(
        Source source, IReadOnlyList<string> files, ReadOptions options, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var channel = Channel.CreateBounded<RowChunk>(ChunksAhead);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = Task.Run(() => ReadFilesAsync(source, files, options, channel.Writer, stop.Token), stop.Token);
        try
        {
            await foreach (var chunk in channel.Reader.ReadAllAsync(cancel))
                yield return chunk;
            await reading;
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ContinueWith(static t => t.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private static async Task ReadFilesAsync(
        Source source, IReadOnlyList<string> files, ReadOptions options, ChannelWriter<RowChunk> writer, CancellationToken cancel)
    {
        try
        {
            for (var i = 0; i < files.Count; i++)
                await ReadFileAsync(source, files[i], (i, files.Count), options, writer, cancel);
            writer.Complete();
        }
        catch (Exception error)
        {
            writer.Complete(error);
        }
    }

    private static async Task ReadFileAsync(
        Source source, string file, (int Index, int Count) place, ReadOptions options, ChannelWriter<RowChunk> writer, CancellationToken cancel)
    {
        using var reading = source.Open(file, options);
        var rows = new List<ParsedRow>(ChunkSize);
        foreach (var row in reading.Rows)
        {
            rows.Add(row);
            if (rows.Count < ChunkSize)
                continue;
            await writer.WriteAsync(Chunk(reading, rows, place), cancel);
            rows = new List<ParsedRow>(ChunkSize);
        }
        // A list without rows is an empty list: its chunk carries the day.
        await writer.WriteAsync(Chunk(reading, rows, place), cancel);
    }

    private static RowChunk Chunk(SourceReading reading, IReadOnlyList<ParsedRow> rows, (int Index, int Count) place)
    {
        double? share = reading.Progress?.Invoke() is { Total: > 0 } bytes
            ? (place.Index + Math.Min(1, (double)bytes.Done / bytes.Total)) / place.Count
            : null;
        return new(rows, reading.Source, reading.Day, share);
    }
}
