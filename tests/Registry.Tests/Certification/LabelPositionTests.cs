using Registry.Certification;
using Registry.Facts;
using Registry.Sources;
using Xunit;
using static Registry.Tests.Certification.SomeLabel;

namespace Registry.Tests.Certification;

public sealed class LabelPositionTests
{
    [Fact]
    public void Label_with_every_condition_met_is_valid_since_its_grant()
    {
        var label = Whole.Now();

        Assert.Equal((LabelState.Valid, new DateOnly(2026, 7, 1), new DateOnly(2027, 6, 30)), (label.State, label.Since, label.Until));
        Assert.Empty(label.Reasons);
    }

    [Fact]
    public void Number_that_nobody_holds_is_unknown() =>
        Assert.Equal(LabelState.Unknown, LabelPosition.Of("KZ-CW-00418-F", Whole, NoLoads, Today).State);

    [Fact]
    public void Label_is_unknown_before_its_grant()
    {
        Assert.Equal(LabelState.Unknown, Whole.On(new(2026, 6, 30)).State);
        Assert.Equal(LabelState.Valid, Whole.On(new(2026, 7, 1)).State);
    }

    [Fact]
    public void Label_expires_the_day_after_its_last_one()
    {
        var facts = Whole with { Surveillance = [AuditOf(new(2027, 5, 1), new(2027, 5, 1))] };

        Assert.Equal(LabelState.Valid, facts.On(new(2027, 6, 30)).State);
        var after = facts.On(new(2027, 7, 1));
        Assert.Equal((LabelState.Expired, new DateOnly(2027, 7, 1)), (after.State, after.Since));
    }

    [Fact]
    public void Label_ends_with_its_certificate_when_that_is_first()
    {
        var facts = Whole with { Certificates = [TheCertificate with { ExpiresOn = new(2027, 1, 31) }] };

        Assert.Equal(new DateOnly(2027, 1, 31), facts.Now().Until);
        Assert.Equal(LabelState.Expired, facts.On(new(2027, 2, 1)).State);
    }

    [Fact]
    public void Label_runs_twelve_months_whatever_was_written()
    {
        var facts = Whole with { Labels = [TheLabel with { ValidUntil = new(2030, 1, 1) }], Surveillance = [AuditOf(new(2027, 6, 20), new(2027, 6, 20))] };

        Assert.Equal(new DateOnly(2027, 7, 1), facts.Now().Until);
        Assert.Equal(LabelState.Expired, facts.On(new(2027, 7, 2)).State);
    }

    [Fact]
    public void Overdue_surveillance_suspends_on_the_day_after_and_a_held_audit_brings_the_label_back()
    {
        var facts = Whole with { Surveillance = [.. Whole.Surveillance, AuditOf(new(2026, 11, 3), null)] };

        Assert.Equal(LabelState.Valid, facts.On(new(2026, 11, 3)).State);
        var late = facts.On(new(2026, 11, 4));
        Assert.Equal((LabelState.Suspended, new DateOnly(2026, 11, 4)), (late.State, late.Since));
        Assert.Equal(LabelReasons.SurveillanceOverdue, Assert.Single(late.Reasons).Id);
        var held = facts with { Surveillance = [.. Whole.Surveillance, AuditOf(new(2026, 11, 3), new(2026, 11, 20))] };
        Assert.Equal(LabelState.Valid, held.Now().State);
    }

    [Fact]
    public void Surveillance_is_owed_every_twelve_months_also_where_nothing_is_planned()
    {
        var facts = Whole with { Surveillance = [] };

        Assert.Equal(new DateOnly(2026, 6, 2), Assert.Single(facts.Now().Reasons).Since);
        Assert.Equal(new DateOnly(2027, 5, 12), Whole.Now().Certificate?.Surveillance.DueOn);
    }

    [Fact]
    public void Failed_audit_does_not_count_as_surveillance()
    {
        var facts = Whole with { Surveillance = [AuditOf(new(2026, 5, 12), new(2026, 5, 12), failed: true)] };

        Assert.Equal(LabelReasons.SurveillanceOverdue, Assert.Single(facts.Now().Reasons).Id);
    }

    [Theory]
    [InlineData(CertificateState.Suspended, LabelReasons.CertificateSuspended)]
    [InlineData(CertificateState.Withdrawn, LabelReasons.CertificateWithdrawn)]
    [InlineData(CertificateState.Cancelled, LabelReasons.CertificateCancelled)]
    [InlineData(CertificateState.Submitted, LabelReasons.CertificateNotIssued)]
    public void Label_holds_only_while_its_certificate_is_active(CertificateState state, string reason)
    {
        var change = new DateOnly(2026, 9, 1);
        var facts = Whole with { Certificates = [TheCertificate with { KnownTo = change }, TheCertificate with { State = state, KnownFrom = change }] };

        Assert.Equal(LabelState.Valid, facts.On(change.AddDays(-1)).State);
        var label = facts.Now();
        Assert.Equal((LabelState.Suspended, change), (label.State, label.Since));
        Assert.Equal(reason, Assert.Single(label.Reasons).Id);
    }

    [Fact]
    public void Label_needs_a_certificate_of_its_own_company() =>
        Assert.Equal(LabelReasons.CertificateUnknown, Assert.Single((Whole with { Certificates = [] }).Now().Reasons).Id);

    [Fact]
    public void Suspended_accreditation_suspends_the_label_and_marks_the_certificate()
    {
        var change = new DateOnly(2026, 10, 1);
        var facts = Whole with { CertificationBodies = [TheBody with { KnownTo = change }, TheBody with { State = AccreditationState.Suspended, KnownFrom = change }] };

        var label = facts.Now();

        Assert.Equal((LabelState.Suspended, change), (label.State, label.Since));
        Assert.Equal(CertificateState.Active, label.Certificate?.State);
        Assert.Equal(AccreditationStanding.Suspended, label.Certificate?.Accreditation.Standing);
    }

    [Fact]
    public void Withdrawn_accreditation_gives_three_months_to_transfer()
    {
        var change = new DateOnly(2026, 10, 1);
        var facts = Whole with { CertificationBodies = [TheBody with { KnownTo = change }, TheBody with { State = AccreditationState.Withdrawn, KnownFrom = change }] };

        var reason = Assert.Single(facts.Now().Reasons);

        Assert.Equal((LabelReasons.AccreditationWithdrawn, change, new DateOnly(2027, 1, 1)), (reason.Id, reason.Since, reason.Until));
    }

    [Fact]
    public void Body_that_the_newest_list_lacks_has_lost_its_accreditation()
    {
        var facts = Whole with { CertificationBodies = [TheBody with { Until = new(2026, 10, 1) }] };

        Assert.Equal(LabelReasons.AccreditationWithdrawn, Assert.Single(facts.Now().Reasons).Id);
    }

    [Fact]
    public void Accreditation_ends_by_date_and_is_unknown_without_a_list()
    {
        Assert.Equal(LabelReasons.AccreditationExpired, Assert.Single((Whole with { CertificationBodies = [TheBody with { ValidUntil = new(2026, 11, 22) }] }).Now().Reasons).Id);
        Assert.Empty((Whole with { CertificationBodies = [TheBody with { ValidUntil = new(2026, 11, 23) }] }).Now().Reasons);
        Assert.Equal(LabelReasons.AccreditationUnknown, Assert.Single((Whole with { CertificationBodies = [] }).Now().Reasons).Id);
    }

    [Fact]
    public void Stop_factor_suspends_and_is_named()
    {
        var facts = Whole with
        {
            Lists = [new ListEntry { Bin = Bin, Source = "goszakup-rnu", Entry = "1", Since = new(2026, 9, 9), KnownFrom = new(2026, 9, 10) }],
        };

        var reason = Assert.Single(facts.Now().Reasons);

        Assert.Equal((LabelReasons.StopFactor, "badFaithSupplier", "goszakup-rnu"), (reason.Id, reason.Detail, reason.Source));
        Assert.Equal(LabelState.Suspended, facts.Now().State);
    }

    [Fact]
    public void List_that_is_not_loaded_is_named_and_suspends_nothing()
    {
        var label = Whole.Now();

        Assert.Equal(LabelState.Valid, label.State);
        Assert.Contains("kgd-bankrupt", label.NotChecked);
        var loaded = new SourceCalendar(Today, new Dictionary<string, DateOnly> { ["kgd-bankrupt"] = Today, ["kgd-pseudo"] = Today.AddDays(-200) });
        var notChecked = LabelPosition.Of(Number, Whole, loaded, Today).NotChecked;
        Assert.DoesNotContain("kgd-bankrupt", notChecked);
        Assert.Contains("kgd-pseudo", notChecked);
    }

    [Fact]
    public void Obligations_must_be_signed() =>
        Assert.Equal(LabelReasons.ObligationsNotSigned, Assert.Single((Whole with { Labels = [TheLabel with { ObligationsSignedOn = null }] }).Now().Reasons).Id);

    [Fact]
    public void Company_that_no_register_knows_has_no_valid_label() =>
        Assert.Equal(LabelReasons.CompanyUnknown, Assert.Single((Whole with { Registrations = [] }).Now().Reasons).Id);

    [Fact]
    public void Review_freezes_until_it_is_lifted_and_stays_when_its_deadline_passes()
    {
        var frozen = Whole with { LabelEvents = [Event(LabelEventKind.Freeze, new(2026, 10, 1), new(2026, 11, 1))] };

        Assert.Equal(LabelState.Valid, frozen.On(new(2026, 9, 30)).State);
        Assert.Equal(LabelState.UnderReview, frozen.On(new(2026, 10, 1)).State);
        var late = frozen.Now();
        Assert.Equal([LabelReasons.UnderReview, LabelReasons.ReviewOverdue], late.Reasons.Select(r => r.Id));
        Assert.Equal(LabelState.UnderReview, late.State);
        var lifted = frozen with { LabelEvents = [.. frozen.LabelEvents, Event(LabelEventKind.Lift, new(2026, 10, 1), entry: "2")] };
        Assert.Equal(LabelState.Valid, lifted.Now().State);
    }

    [Fact]
    public void Nothing_brings_a_revoked_label_back()
    {
        var facts = Whole with
        {
            LabelEvents =
            [
                Event(LabelEventKind.Revoke, new(2026, 10, 1)), Event(LabelEventKind.Lift, new(2026, 10, 2), entry: "2"),
                Event(LabelEventKind.Renew, new(2026, 10, 3), new(2027, 10, 2), "3"),
            ],
        };

        Assert.Equal((LabelState.Revoked, new DateOnly(2026, 10, 1)), (facts.Now().State, facts.Now().Since));
    }

    [Fact]
    public void Renewal_prolongs_a_running_term_and_begins_a_new_one_after_the_end()
    {
        var audits = new[] { AuditOf(new(2027, 5, 1), new(2027, 5, 1)), AuditOf(new(2028, 4, 1), new(2028, 4, 1)) };
        var running = Whole with { Surveillance = audits, LabelEvents = [Event(LabelEventKind.Renew, new(2027, 6, 1), new(2028, 6, 29))] };
        Assert.Equal(new DateOnly(2028, 5, 31), running.On(new(2027, 8, 1)).Until);
        Assert.Equal(LabelState.Valid, running.On(new(2027, 8, 1)).State);

        var late = Whole with { Surveillance = audits, LabelEvents = [Event(LabelEventKind.Renew, new(2027, 9, 1), new(2028, 8, 31))] };
        Assert.Equal(LabelState.Expired, late.On(new(2027, 8, 31)).State);
        Assert.Equal((LabelState.Valid, new DateOnly(2027, 9, 1)), (late.On(new(2027, 9, 1)).State, late.On(new(2027, 9, 1)).Since));
    }

    [Fact]
    public void Suspension_over_six_months_has_its_last_day()
    {
        var change = new DateOnly(2026, 3, 1);
        var position = CertificatePosition.Of(
            [TheCertificate with { KnownTo = change }, TheCertificate with { State = CertificateState.Suspended, KnownFrom = change }], [], [TheBody], Today);

        Assert.Equal((CertificateState.Suspended, change, new DateOnly(2026, 9, 1)), (position?.State, position?.StateSince, position?.SuspensionEndsOn));
    }
}
