using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Registry.Data;

namespace Registry.Notifications;

/// <summary>Sends what waits in the outbox. A mail counts as sent once a server took it; one that fails waits longer each time.</summary>
public sealed class Outbox(IDbContextFactory<RegistryDbContext> contexts, MailServer server, TimeProvider time)
{
    private const int BatchSize = 50;
    private const int LongestError = 500;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    /// <summary>Sends what is due; returns how many mails a server took.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancel)
    {
        if (!server.IsConfigured)
            return 0;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var now = time.GetUtcNow();
        var due = await db.Outbox.Where(m => m.SentAt == null && m.NextTryAt <= now).OrderBy(m => m.NextTryAt).Take(BatchSize).ToListAsync(cancel);
        var sent = 0;
        foreach (var mail in due)
        {
            // Taken before it is sent: another node passes it over meanwhile, and a crash only delays it.
            var next = now + Pause(mail.Tries + 1);
            var taken = await db.Outbox.Where(m => m.Id == mail.Id && m.SentAt == null && m.NextTryAt == mail.NextTryAt)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.NextTryAt, next).SetProperty(m => m.Tries, m => m.Tries + 1), cancel);
            if (taken == 1 && await TrySendAsync(db, mail, cancel))
                sent++;
        }
        return sent;
    }

    private async Task<bool> TrySendAsync(RegistryDbContext db, OutboxMail mail, CancellationToken cancel)
    {
        try
        {
            await server.SendAsync(mail, cancel);
        }
        catch (Exception error) when (error is SmtpException or FormatException or IOException)
        {
            var said = error.Message.Length > LongestError ? error.Message[..LongestError] : error.Message;
            await db.Outbox.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Error, said), cancel);
            return false;
        }
        var at = time.GetUtcNow();
        await db.Outbox.Where(m => m.Id == mail.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, at).SetProperty(m => m.Error, (string?)null), cancel);
        return true;
    }

    private static TimeSpan Pause(int tries)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(tries - 1, 10));
        return pause < LongestPause ? pause : LongestPause;
    }
}
