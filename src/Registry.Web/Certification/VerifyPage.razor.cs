using Microsoft.AspNetCore.Components;
using Registry.Certification;
using Registry.DueDiligence;
using Registry.Web.Setup;

namespace Registry.Web.Certification;

/// <summary>What a QR code or a number on a product leads to: one glance, without login, script or circuit. Codes of reports too.</summary>
public sealed partial class VerifyPage(LabelReader labels, CheckReader reports, BusinessClock clock, PublicAddress addresses)
{
    private const int LongestEcho = 24;
    private LabelView? label;
    private VerifiedCheck? report;
    private string address = "";

    /// <summary>Number of a label or code of a report, however it is typed.</summary>
    [Parameter]
    public string? Code { get; set; }

    /// <summary>The same, from the form.</summary>
    [SupplyParameterFromQuery(Name = "code")]
    public string? Typed { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private string Wanted => (Code ?? Typed ?? "").Trim();

    /// <summary>What was asked, short enough to be shown back.</summary>
    private string Asked => Wanted.Length <= LongestEcho ? Wanted : Wanted[..LongestEcho] + "…";

    private bool IsMistyped => !LabelNumber.TryParse(Wanted, out _);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var cancel = Http?.RequestAborted ?? CancellationToken.None;
        if (Http is not null)
            address = addresses.Of(Http.Request);
        report = await reports.VerifyAsync(Wanted, cancel);
        if (report is null && Wanted.Length > 0)
            label = await labels.FindAsync(Wanted, cancel);
        if (report is null && label is null && Wanted.Length > 0)
            Http.AnswerWith(StatusCodes.Status404NotFound);
    }
}
