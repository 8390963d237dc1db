using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Registry.Tests.Support;

/// <summary>A mail that a receiver took.</summary>
/// <param name="To">Address of the envelope.</param>
/// <param name="Content">Headers and body as they came.</param>
public sealed record ReceivedMail(string To, string Content)
{
    /// <summary>The value of a header, unfolded.</summary>
    public string Header(string name) => Content.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")
        .First(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))[(name.Length + 2)..];
}

/// <summary>The smallest mail server there is (RFC 5321), on a free port of this machine.</summary>
public sealed class SmtpReceiver : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentQueue<ReceivedMail> taken = new();
    private readonly Task work;

    public SmtpReceiver()
    {
        listener.Start();
        work = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Whether every recipient is turned away for now (451).</summary>
    public bool Refuses { get; set; }

    /// <summary>Whether it takes the connection and says nothing.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Completed once somebody connected.</summary>
    public TaskCompletionSource Connected { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyCollection<ReceivedMail> Taken => taken;

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
        var visits = new List<Task>();
        try
        {
            while (true)
                visits.Add(TalkAsync(await listener.AcceptTcpClientAsync(ending.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(visits);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        Connected.TrySetResult();
        try
        {
            using (client)
            {
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.UTF8);
                await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                if (!IsSilent)
                    await writer.WriteLineAsync("220 test");
                var to = "";
                while (await reader.ReadLineAsync(ending.Token) is { } line)
                {
                    if (line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase))
                        to = line["RCPT TO:".Length..].Trim('<', '>', ' ');
                    if (line is "DATA")
                        taken.Enqueue(new ReceivedMail(to, await ContentAsync(reader, writer)));
                    await writer.WriteLineAsync(AnswerTo(line));
                }
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // The other side hung up, or the test is over.
        }
    }

    private string AnswerTo(string line) => line switch
    {
        "QUIT" => "221 bye",
        _ when Refuses && line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) => "451 try again later",
        _ => "250 OK",
    };

    private static async Task<string> ContentAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 go on");
        var content = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            content.Append(line).Append("\r\n");
        return content.ToString();
    }
}
