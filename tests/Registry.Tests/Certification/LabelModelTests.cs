using CsCheck;
using Registry.Certification;
using Registry.Facts;
using Registry.Import;
using Xunit;
using static Registry.Tests.Certification.SomeLabel;

namespace Registry.Tests.Certification;

/// <summary>
/// Random orders of what can happen to a company, its certificate, its body and its label, against a naive world that only remembers
/// what stands now: whatever the order, the label is valid exactly while every condition of methodology §9 holds.
/// </summary>
public sealed class LabelModelTests
{
    private const int Orders = 20_000;
    private static readonly DateOnly Start = new(2025, 6, 1);

    private static readonly Gen<Happening> Happenings =
        Gen.Select(Gen.Int[0, 13], Gen.Int[0, 90], Gen.Int[0, 400], (what, wait, number) => new Happening(what, wait, number));

    [Fact]
    public void Label_is_valid_exactly_while_every_condition_holds()
    {
        var (valid, notValid) = (0, 0);
        Happenings.Array[1, 30].Sample(
            happenings =>
            {
                var world = new World();
                foreach (var happening in happenings)
                {
                    world.Let(happening);
                    var position = LabelPosition.Of(Number, world.Facts, NoLoads, world.Day);
                    Assert.Equal(world.IsValid, position.State is LabelState.Valid);
                    Assert.Equal(position.State is LabelState.Valid or LabelState.Unknown, position.Reasons.Count == 0);
                    Assert.True(position.Since is null || position.Since <= world.Day);
                    _ = position.State is LabelState.Valid ? Interlocked.Increment(ref valid) : Interlocked.Increment(ref notValid);
                }
            },
            iter: Orders);
        // Both sides of the rule were met.
        Assert.True(valid > Orders / 10 && notValid > Orders / 10, $"{valid} valid, {notValid} not");
    }

    private sealed record Happening(int What, int Wait, int Number);

    /// <summary>What stands now, and beside it the facts as the register would have kept them.</summary>
    private sealed class World
    {
        private readonly List<Certificate> certificates = [];
        private readonly List<Surveillance> audits = [];
        private readonly List<CertificationBody> bodies = [];
        private readonly List<ListEntry> lists = [];
        private readonly List<Label> labels = [];
        private readonly List<LabelEvent> events = [];
        private readonly Dictionary<DateOnly, bool> passed = [];
        private Certificate certificate = TheCertificate with { IssuedOn = Start, ExpiresOn = Start.AddYears(3).AddDays(-1) };
        private CertificationBody body = TheBody with { ValidUntil = Start.AddYears(4) };
        private bool listed, frozen, revoked, signed, granted;
        private DateOnly until;

        public World()
        {
            Keep(certificates, certificate);
            Keep(bodies, body);
        }

        public DateOnly Day { get; private set; } = Start;

        public EntityFacts Facts => Whole with
        {
            Certificates = [.. certificates], Surveillance = [.. audits], CertificationBodies = [.. bodies], Lists = [.. lists],
            Labels = [.. labels], LabelEvents = [.. events],
        };

        public bool IsValid => granted && signed && !frozen && !revoked && !listed
            && Day <= until && Day <= certificate.ExpiresOn && certificate.State == CertificateState.Active
            && body.State == AccreditationState.Active && body.ValidUntil >= Day && body.Until is null
            && !IsOverdue;

        /// <summary>A year without an audit, or a planned one missed; but a certificate that ends before is not watched any more.</summary>
        private bool IsOverdue
        {
            get
            {
                var lastAudit = passed.Where(a => a.Value).Select(a => a.Key).Append(Start).Max();
                var due = passed.Where(a => !a.Value && a.Key > lastAudit).Select(a => a.Key).Append(lastAudit.AddMonths(12)).Min();
                return due <= certificate.ExpiresOn && Day > due;
            }
        }

        public void Let(Happening happening)
        {
            Day = Day.AddDays(happening.Wait);
            var number = happening.Number;
            switch (happening.What)
            {
                case 0:
                    certificate = certificate with { State = (CertificateState)(number % 7) };
                    Keep(certificates, certificate);
                    break;
                case 1 or 2:
                    certificate = certificate with { State = CertificateState.Active };
                    Keep(certificates, certificate);
                    break;
                case 3:
                    passed[Day.AddDays(number)] = false;
                    Keep(audits, AuditOf(Day.AddDays(number), null));
                    break;
                case 4 or 5 or 6:
                    Held(failed: number % 5 == 0);
                    break;
                case 7:
                    body = body with { State = (AccreditationState)(number % 3), Until = number % 7 == 0 ? Day : null };
                    Keep(bodies, body);
                    break;
                case 8:
                    body = body with { State = AccreditationState.Active, Until = null };
                    Keep(bodies, body);
                    break;
                case 9:
                    listed = number % 3 == 0;
                    Keep(lists, new ListEntry { Bin = Bin, Source = "kgd-pseudo", Entry = "", Since = Start, Until = listed ? null : Day });
                    break;
                case 10:
                    Grant(sign: number % 4 != 0);
                    break;
                default:
                    Decide((LabelEventKind)(number % 4));
                    break;
            }
        }

        private void Held(bool failed)
        {
            Keep(audits, AuditOf(Day, Day, failed));
            passed[Day] = !failed;
        }

        private void Grant(bool sign)
        {
            if (granted)
                return;
            (granted, signed, until) = (true, sign, Day.AddMonths(12).AddDays(-1));
            Keep(labels, TheLabel with { GrantedOn = Day, ValidUntil = until, ObligationsSignedOn = sign ? Day : null });
        }

        private void Decide(LabelEventKind kind)
        {
            if (!granted)
                return;
            var renewed = (Day > until ? Day : until.AddDays(1)).AddMonths(12).AddDays(-1);
            Keep(events, Event(kind, Day, kind is LabelEventKind.Renew ? renewed : Day.AddDays(30), $"{events.Count:D4}"));
            if (revoked)
                return;
            frozen = kind is LabelEventKind.Freeze || (frozen && kind is not LabelEventKind.Lift);
            revoked = kind is LabelEventKind.Revoke;
            if (kind is LabelEventKind.Renew)
                until = renewed < certificate.ExpiresOn ? renewed : certificate.ExpiresOn;
        }

        private void Keep<T>(List<T> versions, T fact)
            where T : Fact
        {
            var key = KeyOf(fact);
            var change = FactVersions.Learn([.. versions.Where(v => KeyOf(v) == key)], fact, Day);
            versions.RemoveAll(v => KeyOf(v) == key && (change.Deletes.Contains(v) || change.Upserts.Any(u => u.KnownFrom == v.KnownFrom)));
            versions.AddRange(change.Upserts);
        }

        private static string KeyOf(Fact fact) => fact switch
        {
            Surveillance audit => audit.PlannedOn.ToString("O"),
            LabelEvent decision => decision.Entry,
            _ => "",
        };
    }
}
