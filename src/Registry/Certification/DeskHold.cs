using System.Globalization;
using System.Text.Json;
using Registry.Facts;
using Registry.Setup;

namespace Registry.Certification;

/// <summary>A field for which the source says something else than the register holds.</summary>
/// <param name="Field">Name of the field as <see cref="CertificateInput"/> and <see cref="AuditInput"/> have it.</param>
public sealed record SourceDifference(string Field, string Here, string Source);

/// <summary>
/// Whose word stands where both the desk and a source speak of a certificate, an audit or a label. What the desk wrote holds until
/// the source's own value changes after it; a source may always take validity away and never gives back what the desk took. Pure.
/// </summary>
internal static class DeskHold
{
    /// <summary>The source never spoke of it.</summary>
    public const string NeverSpoke = "";

    /// <summary>Whether facts of a type are written by the desk as well as by imports.</summary>
    public static bool Concerns(Type type) =>
        type == typeof(Certificate) || type == typeof(Surveillance) || type == typeof(Label) || type == typeof(LabelEvent);

    /// <summary>What the register holds once the desk has written <paramref name="edited"/> over <paramref name="standing"/>.</summary>
    public static Fact Edited(Fact? standing, Fact edited) => edited switch
    {
        Certificate now => Settled(now, standing is Certificate before ? before.SourceSays ?? Json(Said.Of(before)) : NeverSpoke),
        Surveillance now => Settled(now, standing is Surveillance before ? before.SourceSays ?? Json(AuditSaid.Of(before)) : NeverSpoke),
        _ => edited,
    };

    /// <summary>What the register holds once a source has said <paramref name="said"/>.</summary>
    public static Fact Imported(Fact? standing, Fact said) => (standing, said) switch
    {
        (Certificate { SourceSays: not null } held, Certificate now) => Settled(Merged(held, now), Json(Said.Of(now))),
        (Surveillance { SourceSays: not null } held, Surveillance now) => Settled(Merged(held, now), Json(AuditSaid.Of(now))),
        // Two people decided it here; a file may know no better.
        (Label { Decision: not null }, Label) => standing,
        (LabelEvent held, LabelEvent now) when held.Source != now.Source => standing,
        _ => said,
    };

    /// <summary>Whether the register holds something else than the source says.</summary>
    public static bool IsHeld(Fact said, Fact stands) => stands switch
    {
        Certificate { SourceSays: not null } or Surveillance { SourceSays: not null } => true,
        Label label => said is Label other && (label.Products, label.ValidUntil, label.GrantedOn, label.Certificate)
            != (other.Products, other.ValidUntil, other.GrantedOn, other.Certificate),
        LabelEvent => !ReferenceEquals(said, stands),
        _ => false,
    };

    /// <summary>Where the source says something else of a certificate; nothing where it never spoke or agrees.</summary>
    public static IReadOnlyList<SourceDifference> DifferencesOf(Certificate certificate)
    {
        if (Read<Said>(certificate.SourceSays) is not { } said)
            return [];
        var here = Said.Of(certificate).Fields();
        return [.. said.Fields().Zip(here, (source, held) => new SourceDifference(source.Field, held.Text, source.Text)).Where(d => d.Here != d.Source)];
    }

    /// <summary>Where the source says something else of an audit; nothing where it never spoke or agrees.</summary>
    public static IReadOnlyList<SourceDifference> DifferencesOf(Surveillance audit) =>
        Read<AuditSaid>(audit.SourceSays) is { } said
            ? [new(nameof(AuditInput.HeldOn), $"{Text(audit.HeldOn)} {audit.Outcome}".Trim(), $"{Text(said.HeldOn)} {said.Outcome}".Trim())]
            : [];

    private static Certificate Merged(Certificate held, Certificate now)
    {
        var state = Stricter(held.State, now.State);
        if (Read<Said>(held.SourceSays) is not { } before)
            return held with { State = state };
        return held with
        {
            Standard = Pick(before.Standard, now.Standard, held.Standard),
            Bin = Pick(before.Bin, now.Bin, held.Bin),
            Scope = Pick(before.Scope, now.Scope, held.Scope),
            BodyBin = Pick(before.BodyBin, now.BodyBin, held.BodyBin),
            Accreditation = Pick(before.Accreditation, now.Accreditation, held.Accreditation),
            IssuedOn = Pick(before.IssuedOn, now.IssuedOn, held.IssuedOn),
            ExpiresOn = Pick(before.ExpiresOn, now.ExpiresOn, held.ExpiresOn),
            OriginallyIssuedOn = Pick(before.OriginallyIssuedOn, now.OriginallyIssuedOn, held.OriginallyIssuedOn),
            State = before.State == now.State ? held.State : state,
        };
    }

    /// <summary>Day, outcome and failure of an audit are one statement and are taken together.</summary>
    private static Surveillance Merged(Surveillance held, Surveillance now)
    {
        var before = Read<AuditSaid>(held.SourceSays);
        var isNews = before is null ? held.HeldOn is null || (now.Failed && !held.Failed) : before != AuditSaid.Of(now);
        return isNews ? held with { HeldOn = now.HeldOn, Outcome = now.Outcome, Failed = now.Failed } : held;
    }

    private static T Pick<T>(T before, T now, T held) => EqualityComparer<T>.Default.Equals(before, now) ? held : now;

    /// <summary>The source's state where it takes validity away from one in force; else the desk's.</summary>
    private static CertificateState Stricter(CertificateState held, CertificateState said) =>
        held is CertificateState.Active or CertificateState.Suspended && Rank(said) > Rank(held) ? said : held;

    private static int Rank(CertificateState state) => state switch
    {
        CertificateState.Suspended => 1,
        CertificateState.Withdrawn or CertificateState.Cancelled => 2,
        _ => 0,
    };

    private static Certificate Settled(Certificate now, string says) => now with { SourceSays = says == Json(Said.Of(now)) ? null : says };

    private static Surveillance Settled(Surveillance now, string says) => now with { SourceSays = says == Json(AuditSaid.Of(now)) ? null : says };

    private static string Json<T>(T said) => JsonSerializer.Serialize(said, RegistryJson.Options);

    private static T? Read<T>(string? says)
        where T : class => string.IsNullOrEmpty(says) ? null : JsonSerializer.Deserialize<T>(says, RegistryJson.Options);

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private sealed record Said(
        string Standard, string Bin, string? Scope, string? BodyBin, string? Accreditation, DateOnly IssuedOn, DateOnly ExpiresOn,
        DateOnly? OriginallyIssuedOn, CertificateState State)
    {
        public static Said Of(Certificate c) =>
            new(c.Standard, c.Bin, c.Scope, c.BodyBin, c.Accreditation, c.IssuedOn, c.ExpiresOn, c.OriginallyIssuedOn, c.State);

        public IReadOnlyList<(string Field, string Text)> Fields() =>
        [
            (nameof(Standard), Standard), (nameof(Bin), Bin), (nameof(Scope), Scope ?? ""), (nameof(BodyBin), BodyBin ?? ""),
            (nameof(Accreditation), Accreditation ?? ""), (nameof(IssuedOn), DeskHold.Text(IssuedOn)), (nameof(ExpiresOn), DeskHold.Text(ExpiresOn)),
            (nameof(OriginallyIssuedOn), DeskHold.Text(OriginallyIssuedOn)), (nameof(State), State.ToString()),
        ];
    }

    private sealed record AuditSaid(DateOnly? HeldOn, string? Outcome, bool Failed)
    {
        public static AuditSaid Of(Surveillance a) => new(a.HeldOn, a.Outcome, a.Failed);
    }
}
