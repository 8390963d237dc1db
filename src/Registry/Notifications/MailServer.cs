using System.Net;
using System.Net.Mail;

namespace Registry.Notifications;

/// <summary>The server that takes mails (keys under <c>Registry:Smtp:</c>).</summary>
/// <param name="From">Address of the sender.</param>
/// <param name="Tls">Whether the connection is encrypted; true unless told.</param>
public sealed record SmtpSettings(string Host, int Port, string From, string? Username, string? Password, bool Tls);

/// <summary>Hands mails to the server of the settings.</summary>
public sealed class MailServer(SmtpSettings? settings, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Whether a server is configured; without one mails wait.</summary>
    public bool IsConfigured => settings is not null;

    /// <summary>Hands one mail over.</summary>
    /// <exception cref="SmtpException">The server cannot be reached, does not take it or does not answer in time.</exception>
    public async Task SendAsync(OutboxMail mail, CancellationToken cancel)
    {
        if (settings is null)
            throw new InvalidOperationException("No mail server is configured.");
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls };
        if (settings.Username is not null)
            client.Credentials = new NetworkCredential(settings.Username, settings.Password);
        using var message = new MailMessage(settings.From, mail.To, mail.Subject, mail.Body);
        message.Headers["Message-ID"] = $"<{mail.Id:N}@{new MailAddress(settings.From).Host}>";
        // The client's own limit does not hold for asynchronous sending.
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            await client.SendMailAsync(message, either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new SmtpException(SmtpStatusCode.GeneralFailure, "The server did not answer in time.");
        }
    }
}
