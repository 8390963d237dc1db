using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Registry.Tests.Support;

/// <summary>A virus scanner's daemon that speaks <c>INSTREAM</c> and finds one word, on a free port of this machine.</summary>
public sealed class SomeClamd : IAsyncDisposable
{
    /// <summary>What it takes for a virus.</summary>
    public const string Virus = "EICAR-TEST";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly Task work;

    public SomeClamd()
    {
        listener.Start();
        work = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Bytes after which it refuses to look further, as the real one does.</summary>
    public int Limit { get; init; } = int.MaxValue;

    /// <summary>Whether it never answers.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Bytes that it looked through last.</summary>
    public int Seen { get; private set; }

    /// <summary>Completed once a stream came to its end.</summary>
    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        await work;
        ending.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(ending.Token);
                await using var stream = client.GetStream();
                await AnswerAsync(stream);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var command = new byte["zINSTREAM\0".Length];
        await stream.ReadExactlyAsync(command, ending.Token);
        var content = new MemoryStream();
        var length = new byte[sizeof(uint)];
        while (true)
        {
            await stream.ReadExactlyAsync(length, ending.Token);
            var size = (int)BinaryPrimitives.ReadUInt32BigEndian(length);
            if (size == 0)
                break;
            var chunk = new byte[size];
            await stream.ReadExactlyAsync(chunk, ending.Token);
            content.Write(chunk);
        }
        Seen = (int)content.Length;
        Asked.TrySetResult();
        if (IsSilent)
            await Task.Delay(Timeout.Infinite, ending.Token);
        var answer = Encoding.ASCII.GetString(command) != "zINSTREAM\0" ? "UNKNOWN COMMAND"
            : content.Length > Limit ? "INSTREAM size limit exceeded. ERROR"
            : Encoding.ASCII.GetString(content.ToArray()).Contains(Virus, StringComparison.Ordinal) ? "stream: Eicar-Test-Signature FOUND"
            : "stream: OK";
        // In two pieces: a stream knows no messages.
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer[..5]), ending.Token);
        await stream.FlushAsync(ending.Token);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer[5..] + "\0"), ending.Token);
    }
}
