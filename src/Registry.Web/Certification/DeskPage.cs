using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using Registry.Access;
using Registry.Certification;
using Registry.Web.Shared;

namespace Registry.Web.Certification;

/// <summary>What the pages of the desk share: who acts, what was said, doing a change and showing the state after it.</summary>
public abstract class DeskPage : ComponentBase
{
    /// <summary>Texts of the desk.</summary>
    [Inject]
    protected IStringLocalizer<CertificationTexts> L { get; set; } = null!;

    /// <summary>Texts that all pages share.</summary>
    [Inject]
    protected IStringLocalizer<SharedTexts> T { get; set; } = null!;

    /// <summary>The business clock.</summary>
    [Inject]
    protected BusinessClock Clock { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState>? Session { get; set; }

    /// <summary>Who acts.</summary>
    protected Actor Actor { get; private set; } = Actor.Guest;

    /// <summary>What became of the last change.</summary>
    protected DeskOutcome? Outcome { get; set; }

    /// <summary>Whether a change is on its way.</summary>
    protected bool Busy { get; private set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await ReadActorAsync();
        await LoadAsync();
    }

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task LoadAsync();

    /// <summary>Does a change as the one who is signed in now, and shows the state after it; true where it was written.</summary>
    protected async Task<bool> DoAsync(Func<Task<DeskOutcome>> change)
    {
        Busy = true;
        await ReadActorAsync();
        Outcome = await change();
        await LoadAsync();
        Busy = false;
        return Outcome is DeskOutcome.Done;
    }

    private async Task ReadActorAsync() => Actor = Session is null ? Actor.Guest : (await Session).User.ToActor();
}
