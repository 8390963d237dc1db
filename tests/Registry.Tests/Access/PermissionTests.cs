using Registry.Access;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Access;

public sealed class PermissionTests
{
    [Fact]
    public void Every_permission_has_holders_and_no_guest_among_them() => Assert.All(Enum.GetValues<Permission>(), permission =>
    {
        Assert.NotEmpty(Permissions.RolesWith(permission));
        Assert.DoesNotContain(Role.Guest, Permissions.RolesWith(permission));
        Assert.False(Actor.Guest.May(permission));
        Assert.True(Actor.System.May(permission));
    });

    [Fact]
    public void An_auditor_changes_nothing() => Assert.Equal(
        [Permission.SeeIins, Permission.ReadCertification, Permission.ReadUsers, Permission.ReadAudit],
        Enum.GetValues<Permission>().Where(SomeActor.With(Role.Auditor).May));

    [Fact]
    public void Who_proposes_a_label_cannot_decide_it_by_role() => Assert.False(
        Permissions.RolesWith(Permission.ProposeLabelDecisions).Overlaps(Permissions.RolesWith(Permission.DecideLabels)));

    [Fact]
    public void A_refusal_names_what_is_missing()
    {
        Assert.Equal(new Refusal(Permission.ManageUsers), SomeActor.With(Role.Moderator).Require(Permission.ManageUsers));
        Assert.Null(SomeActor.With(Role.Moderator, Role.Administrator).Require(Permission.ManageUsers));
    }
}
