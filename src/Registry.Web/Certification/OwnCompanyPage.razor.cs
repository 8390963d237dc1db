using Microsoft.AspNetCore.Components;
using Registry.Access;
using Registry.Certification;
using Registry.Identifiers;
using Registry.Web.Setup;
using Registry.Web.Shared;

namespace Registry.Web.Certification;

/// <summary>A company as the one who speaks for it works with it: its labels, its applications, a new one.</summary>
public sealed partial class OwnCompanyPage(OwnCompanies companies, ApplicationDesk desk, NavigationManager navigation)
{
    /// <summary>Obligations of a holder; each is a text of its own.</summary>
    private const int Obligations = 5;
    private OwnCompany? own;
    private EntityNames names = new("", [], null);
    private DeskOutcome? outcome;

    /// <summary>BIN or register number, as the address spells it.</summary>
    [Parameter]
    public string Bin { get; set; } = "";

    [SupplyParameterFromForm(FormName = "apply")]
    private string? Certificate { get; set; }

    [SupplyParameterFromForm(FormName = "apply")]
    private string? Products { get; set; }

    [SupplyParameterFromForm(FormName = "apply")]
    private bool Signed { get; set; }

    [SupplyParameterFromForm(FormName = "withdraw")]
    private Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "withdraw")]
    private long Version { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private CancellationToken Cancel => Http?.RequestAborted ?? CancellationToken.None;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        own = EntityNumber.TryParse(Bin, out var number) ? await companies.ReadAsync((Http?.User).ToActor(), number, Cancel) : null;
        if (own is null)
            Http.AnswerWith(StatusCodes.Status404NotFound);
        else
            names = EntityNames.Of(own.Bin, own.Company?.NameRu, own.Company?.NameKk, own.Company?.NameEn);
    }

    private Task ApplyAsync() => DoAsync(actor => desk.ApplyAsync(
        actor,
        new ApplicationInput { Bin = own?.Bin ?? "", Certificate = Certificate ?? "", Products = Products ?? "", ObligationsSigned = Signed },
        Cancel));

    private Task WithdrawAsync() => DoAsync(actor => desk.WithdrawAsync(actor, Id, Version, Cancel));

    private async Task DoAsync(Func<Actor, Task<DeskOutcome>> change)
    {
        if (own is null)
            return;
        outcome = await change((Http?.User).ToActor());
        if (outcome is DeskOutcome.Done)
            navigation.NavigateTo($"/account/companies/{own.Bin}");
        else
            Http.AnswerWith(StatusCodes.Status400BadRequest);
    }
}
