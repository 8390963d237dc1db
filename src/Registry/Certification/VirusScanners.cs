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
public sealed class ClamdScanner(string host, int port) : IVirusScanner
{
    private const int ChunkSize = 64 * 1024;
    private const int LongestAnswer = 4096;

    /// <inheritdoc/>
    public async Task<bool> IsCleanAsync(ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, cancel);
            await using var stream = client.GetStream();
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
            var answer = new byte[LongestAnswer];
            var read = await stream.ReadAtLeastAsync(answer, 1, throwOnEndOfStream: true, cancel);
            return Encoding.ASCII.GetString(answer, 0, read).TrimEnd('\0', '\n').EndsWith(" OK", StringComparison.Ordinal);
        }
        catch (SocketException error)
        {
            throw new IOException("The virus scanner cannot be reached.", error);
        }
    }
}
