using Microsoft.AspNetCore.Components;
using Registry.Companies;
using Registry.DueDiligence;
using Registry.Identifiers;
using Registry.Web.Setup;
using Registry.Web.Shared;

namespace Registry.Web.Companies;

/// <summary>The card of one entity; asks for a due diligence check.</summary>
public sealed partial class CompanyPage(CompanyReader companies, CheckRunner checks, NavigationManager navigation)
{
    private CompanyCard? card;
    private EntityNames names = new("", [], null);
    private IReadOnlyList<string> near = [];

    /// <summary>BIN or register number, as the address spells it.</summary>
    [Parameter]
    public string Bin { get; set; } = "";

    [SupplyParameterFromForm(FormName = "check")]
    private CheckPurpose? Purpose { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private CancellationToken Cancel => Http?.RequestAborted ?? CancellationToken.None;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (EntityNumber.TryParse(Bin, out var number))
            card = await companies.CardAsync(number, Cancel);
        if (card is not null)
        {
            names = EntityNames.Of(card.Bin, card.NameRu, card.NameKk, card.NameEn);
            return;
        }
        if (number is not null)
            near = Registry.Identifiers.Bin.TryParse(number, out var bin) ? await companies.NearAsync(bin, Cancel) : [];
        Http.AnswerWith(StatusCodes.Status404NotFound);
    }

    private async Task CheckAsync()
    {
        if (card is null)
            return;
        var report = await checks.RunAsync(card.Bin, Purpose ?? CheckPurpose.Contract, null, Cancel);
        navigation.NavigateTo($"/checks/{report.Id}");
    }
}
