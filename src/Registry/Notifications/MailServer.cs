using System.Net;
using System.Net.Mail;

namespace Registry.Notifications;

/// <summary>The server that takes mails (keys under <c>Registry:Smtp:</c>).</summary>
/// <param name="From">Address of the sender.</param>
/// <param name="Tls">Whether the connection is encrypted; true unless told.</param>
public sealed record SmtpSettings(string Host, int Port, string From, string? Username, string? Password, bool Tls);

/// <summary>Hands mails to the server of the settings.</summary>
public sealed class MailServer(SmtpSettings? settings)
{
    private const int TimeoutMilliseconds = 20_000;

    /// <summary>Whether a server is configured; without one mails wait.</summary>
    public bool IsConfigured => settings is not null;

    /// <summary>Hands one mail over.</summary>
    /// <exception cref="SmtpException">The server cannot be reached or does not take it.</exception>
    public async Task SendAsync(OutboxMail mail, CancellationToken cancel)
    {
        if (settings is null)
            throw new InvalidOperationException("No mail server is configured.");
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls, Timeout = TimeoutMilliseconds };
        if (settings.Username is not null)
            client.Credentials = new NetworkCredential(settings.Username, settings.Password);
        using var message = new MailMessage(settings.From, mail.To, mail.Subject, mail.Body);
        message.Headers["Message-ID"] = $"<{mail.Id:N}@{new MailAddress(settings.From).Host}>";
        await client.SendMailAsync(message, cancel);
    }
}
