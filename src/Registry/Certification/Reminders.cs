using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Data;
using Registry.Notifications;
using Registry.Setup;

namespace Registry.Certification;

/// <summary>
/// Writes the reminders of the business day into the outbox: to every member of staff, for each certificate that has come into a queue by date.
/// Each is written once, however often the day is run; what was missed while the register stood still is written when it runs again.
/// </summary>
public sealed class Reminders(
    IDbContextFactory<RegistryDbContext> contexts, CertificateReader certificates, Colleagues colleagues,
    RegistrySettings settings, BusinessClock clock, TimeProvider time)
{
    /// <summary>Writes what is due; returns how many mails were new.</summary>
    public async Task<int> WriteAsync(CancellationToken cancel)
    {
        var due = (await certificates.RecordsAsync(null, cancel))
            .SelectMany(r => CertificateQueues.Of(r.Position, isUnderDecision: false, clock.Today)
                .Where(q => q is not CertificateQueue.ToDecide).Select(q => (r.Position, Queue: q)))
            .ToList();
        if (due.Count == 0)
            return 0;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var mailboxes = await colleagues.MailboxesAsync(Permission.EditCertificates, cancel);
        var mails = due.SelectMany(d => mailboxes.Select(m => MailOf(d.Position, d.Queue, m))).ToList();
        var keys = mails.ConvertAll(m => m.Key);
        var written = (await db.Outbox.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        mails.RemoveAll(m => written.Contains(m.Key));
        db.Outbox.AddRange(mails);
        await db.SaveChangesAsync(cancel);
        return mails.Count;
    }

    private OutboxMail MailOf(CertificatePosition position, CertificateQueue queue, Mailbox to)
    {
        var now = time.GetUtcNow();
        var number = position.Certificate.Number;
        var words = ReminderWords.Of(queue, position);
        return new OutboxMail
        {
            Id = Guid.CreateVersion7(now),
            Key = $"{queue}/{number}/{DayOf(queue, position).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}/{to.Account:N}",
            To = to.Address,
            Subject = $"{words}: {number}",
            Body = $"{words}.\n{number}, {position.Certificate.Standard}, {position.Certificate.Bin}\n{settings.PublicUrl?.AbsoluteUri.TrimEnd('/')}/staff/certificates?number={Uri.EscapeDataString(number)}\n",
            WrittenAt = now,
            NextTryAt = now,
        };
    }

    /// <summary>The day that makes the reminder a new one: the same queue for another day is written again.</summary>
    private static DateOnly DayOf(CertificateQueue queue, CertificatePosition position) => queue switch
    {
        CertificateQueue.SuspendedOverSixMonths => position.SuspensionEndsOn ?? position.StateSince,
        CertificateQueue.Expiring => position.Certificate.ExpiresOn,
        CertificateQueue.Cascade => position.Accreditation.Since ?? position.Certificate.IssuedOn,
        _ => position.Surveillance.DueOn ?? position.Certificate.ExpiresOn,
    };
}

/// <summary>Words of reminders, in the three languages one after another: a mail does not know who reads it.</summary>
internal static class ReminderWords
{
    public static string Of(CertificateQueue queue, CertificatePosition position)
    {
        var day = (queue is CertificateQueue.Expiring ? position.Certificate.ExpiresOn : position.Surveillance.DueOn ?? position.Certificate.ExpiresOn)
            .ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        return queue switch
        {
            CertificateQueue.SurveillanceOverdue => $"Надзорный аудит просрочен ({day}) / Қадағалау аудитінің мерзімі өтті / Surveillance audit overdue",
            CertificateQueue.SuspendedOverSixMonths => "Приостановлен дольше шести месяцев / Алты айдан астам тоқтатыла тұрған / Suspended for over six months",
            CertificateQueue.Expiring => $"Срок сертификата истекает {day} / Сертификат мерзімі аяқталады / Certificate expires",
            CertificateQueue.Cascade => "Аккредитация органа не в силе / Орган аккредиттелуі күшінде емес / Accreditation of the body not in force",
            _ => $"Надзорный аудит до {day} / Қадағалау аудиті / Surveillance audit due",
        };
    }
}
