using Microsoft.EntityFrameworkCore;
using Registry.Certification;
using Registry.Identifiers;
using Registry.Notifications;

namespace Registry.Data;

/// <summary>Tables of the chamber's own work on certificates and labels.</summary>
internal static class CertificationModel
{
    private const int CodeLength = 64;

    public static void Configure(ModelBuilder model)
    {
        var decision = model.Entity<Decision>().ToTable("Decisions");
        decision.HasKey(d => d.Id);
        decision.Property(d => d.Bin).HasMaxLength(DigitText.Length);
        decision.Property(d => d.ProposedBy).HasMaxLength(CodeLength);
        decision.Property(d => d.DecidedBy).HasMaxLength(CodeLength);
        decision.Property(d => d.Version).IsConcurrencyToken();
        decision.HasIndex(d => d.Number).IsUnique();
        decision.HasIndex(d => d.State);
        decision.HasIndex(d => d.Subject);
        var application = model.Entity<LabelApplication>().ToTable("LabelApplications");
        application.HasKey(a => a.Id);
        application.Property(a => a.Bin).HasMaxLength(DigitText.Length);
        application.Property(a => a.AppliedBy).HasMaxLength(CodeLength);
        application.Property(a => a.Version).IsConcurrencyToken();
        application.HasIndex(a => a.State);
        var attachment = model.Entity<Attachment>().ToTable("Attachments");
        attachment.HasKey(a => a.Id);
        attachment.HasIndex(a => a.Subject);
        var mail = model.Entity<OutboxMail>().ToTable("Outbox");
        mail.HasKey(m => m.Id);
        mail.HasIndex(m => m.Key).IsUnique();
        mail.HasIndex(m => new { m.SentAt, m.NextTryAt });
    }
}
