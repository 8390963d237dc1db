using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Registry.Certification;

/// <summary>Looks through an upload before it is kept.</summary>
public interface IVirusScanner
{
    /// <summary>Whether the content is clean.</summary>
    /// <exception cref="IOException">The scanner cannot be asked; the upload is refused then.</exception>
    Task<bool> IsCleanAsync(ReadOnlyMemory<byte> content, CancellationToken cancel);
}

/// <summary>Where no scanner is configured.</summary>
public sealed class NoScanner : IVirusScanner
{
    /// <inheritdoc/>
    public Task<bool> IsCleanAsync(ReadOnlyMemory<byte> content, CancellationToken cancel) => Task.FromResult(true);
}

/// <summary>Asks a ClamAV daemon over TCP (command <c>INSTREAM</c>: chunks with their length, then a length of nought).</summary>
public sealed class ClamdScanner(string host, int port, TimeProvider time) : IVirusScanner
{
    private const int ChunkSize = 64 * 1024;
    private const int LongestAnswer = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public async Task<bool> IsCleanAsync(ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, either.Token);
            await using var stream = client.GetStream();
            await SendAsync(stream, content, either.Token);
            return Read(await AnswerAsync(stream, either.Token));
        }
        catch (SocketException error)
        {
            throw new IOException("The virus scanner cannot be reached.", error);
        }
        catch (OperationCanceledException error) when (!cancel.IsCancellationRequested)
        {
            throw new IOException("The virus scanner did not answer in time.", error);
        }
    }

    private static async Task SendAsync(NetworkStream stream, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancel);
        var length = new byte[sizeof(uint)];
        for (var at = 0; at < content.Length; at += ChunkSize)
        {
            var chunk = content.Slice(at, Math.Min(ChunkSize, content.Length - at));
            BinaryPrimitives.WriteUInt32BigEndian(length, (uint)chunk.Length);
            await stream.WriteAsync(length, cancel);
            await stream.WriteAsync(chunk, cancel);
        }
        BinaryPrimitives.WriteUInt32BigEndian(length, 0);
        await stream.WriteAsync(length, cancel);
    }

    private static async Task<string> AnswerAsync(NetworkStream stream, CancellationToken cancel)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        int read;
        while (length < answer.Length && !answer.AsSpan(0, length).Contains((byte)0) && (read = await stream.ReadAsync(answer.AsMemory(length), cancel)) > 0)
            length += read;
        return Encoding.ASCII.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }

    /// <summary><c>stream: OK</c>, <c>stream: NAME FOUND</c>; anything else, such as a limit of its own, is no verdict.</summary>
    private static bool Read(string answer) =>
        answer.EndsWith(" OK", StringComparison.Ordinal) ? true
        : answer.EndsWith(" FOUND", StringComparison.Ordinal) ? false
        : throw new IOException("The virus scanner gave no verdict: " + answer);
}
