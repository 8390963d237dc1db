using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Registry.Access;
using Registry.Web.Shared;

namespace Registry.Web.Access;

/// <summary>Who speaks for which company; auditors see it only.</summary>
public sealed partial class ClaimsPanel(CompanyClaims writer)
{
    private readonly Dictionary<Guid, string> reasons = [];
    private Actor actor = Actor.Guest;
    private IReadOnlyList<ClaimView> claims = [];
    private Guid? account;
    private string bin = "";
    private string ground = "";
    private string? said;
    private bool isProblem;
    private bool busy;

    /// <summary>The accounts, to choose one from.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<AccountView> Accounts { get; set; } = [];

    [CascadingParameter]
    private Task<AuthenticationState>? Session { get; set; }

    private bool MayDecide => actor.May(Permission.DecideClaims);

    private IEnumerable<AccountView> Entrepreneurs => Accounts.Where(a => a.Roles.Contains(Role.Entrepreneur));

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        await ReadActorAsync();
        claims = await writer.ListAsync(actor, CancellationToken.None) ?? [];
    }

    private Task BindAsync() => DoAsync(async () =>
    {
        var change = account is { } id
            ? await writer.BindAsync(actor, id, bin, ground, CancellationToken.None)
            : new AccountChange.Wrong("account", "NotAnEntrepreneur");
        if (change is AccountChange.Done)
            (account, bin, ground) = (null, "", "");
        return change;
    });

    private Task DecideAsync(ClaimView claim, bool approve) =>
        DoAsync(() => writer.DecideAsync(actor, claim.Id, claim.Version, approve, ReasonOf(claim), CancellationToken.None));

    private Task EndAsync(ClaimView claim) =>
        DoAsync(() => writer.EndAsync(actor, claim.Id, claim.Version, ReasonOf(claim), CancellationToken.None));

    /// <summary>Does a change as the one who is signed in now, says what became of it, shows the state after it.</summary>
    private async Task DoAsync(Func<Task<AccountChange>> change)
    {
        busy = true;
        await ReadActorAsync();
        var outcome = await change();
        isProblem = outcome is not AccountChange.Done;
        said = outcome switch
        {
            AccountChange.Done => L["Saved"],
            AccountChange.Wrong wrong => L.Of("Problem", wrong.Reason),
            AccountChange.Stale => L["Problem.StaleClaim"],
            AccountChange.Unknown => L["Problem.Unknown"],
            _ => L["Problem.Refused"],
        };
        if (!isProblem)
            reasons.Clear();
        await LoadAsync();
        busy = false;
    }

    private async Task ReadActorAsync() => actor = Session is null ? Actor.Guest : (await Session).User.ToActor();

    private string ReasonOf(ClaimView claim) => reasons.GetValueOrDefault(claim.Id) ?? "";

    private static string NameOf(ClaimView claim) => EntityNames.Of(claim.Bin, claim.NameRu, claim.NameKk, claim.NameEn).Main;
}
