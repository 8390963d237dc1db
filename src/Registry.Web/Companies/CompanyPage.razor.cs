using Microsoft.AspNetCore.Components;
using Registry.Access;
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
    private IReadOnlyDictionary<string, string> nearNames = new Dictionary<string, string>(StringComparer.Ordinal);
    private IndexRequest request = new();
    private IndexDay day = new(default, [], [], [], null);

    /// <summary>BIN or register number, as the address spells it.</summary>
    [Parameter]
    public string Bin { get; set; } = "";

    /// <summary>A past day for the indices, <c>yyyy-MM-dd</c>.</summary>
    [SupplyParameterFromQuery]
    private string? AsOf { get; set; }

    /// <summary>Amount of a lot for the procurement test, tenge.</summary>
    [SupplyParameterFromQuery]
    private string? Lot { get; set; }

    /// <summary>What the lot buys.</summary>
    [SupplyParameterFromQuery]
    private string? Subject { get; set; }

    private string Query => new Uri(navigation.Uri).Query;

    [SupplyParameterFromForm(FormName = "check")]
    private CheckPurpose? Purpose { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Registry.Certification.LabelView? CurrentLabel => card?.Labels.FirstOrDefault(l => string.Equals(l.Number, card.Label?.Number, StringComparison.Ordinal));

    private CancellationToken Cancel => Http?.RequestAborted ?? CancellationToken.None;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (EntityNumber.TryParse(Bin, out var number))
            card = await companies.CardAsync(number, Cancel);
        if (card is not null)
        {
            names = EntityNames.Of(card.Bin, card.NameRu, card.NameKk, card.NameEn);
            await ReadDayAsync(card);
            return;
        }
        if (number is not null)
            near = Registry.Identifiers.Bin.TryParse(number, out var bin) ? await companies.NearAsync(bin, Cancel) : [];
        if (near.Count > 0)
            nearNames = await companies.NamesAsync(near, Cancel);
        Http.AnswerWith(StatusCodes.Status404NotFound);
    }

    /// <summary>The index section: the card's own, unless another day or a lot was asked for.</summary>
    private async Task ReadDayAsync(CompanyCard known)
    {
        request = IndexRequest.Parse(AsOf, Lot, Subject, known.AsOf);
        day = (request.IsAsked ? await companies.IndexDayAsync(known.Bin, request.AsOf, request.Lot, Cancel) : null)
            ?? new IndexDay(known.AsOf, known.Panels, known.Models, known.History, null);
        if (request.AsOfIsWrong || request.LotIsWrong)
            Http.AnswerWith(StatusCodes.Status400BadRequest);
    }

    private async Task CheckAsync()
    {
        if (card is null)
            return;
        var report = await checks.RunAsync((Http?.User).ToActor(), card.Bin, Purpose ?? CheckPurpose.Contract, null, Cancel);
        navigation.NavigateTo($"/checks/{report.Id}");
    }
}
