using Microsoft.AspNetCore.Components;
using Registry.Access;
using Registry.Audit;

namespace Registry.Web.Audit;

/// <summary>The trace, newest first, for auditors; the filter stands in the address.</summary>
public sealed partial class AuditPage(AuditReader trace)
{
    private const int PageSize = 50;
    private AuditQuery asked = new(null, null, null, null, null);
    private IReadOnlyList<AuditRow> rows = [];

    [SupplyParameterFromQuery]
    public string? Who { get; set; }

    [SupplyParameterFromQuery]
    public string? What { get; set; }

    [SupplyParameterFromQuery]
    public string? Subject { get; set; }

    /// <summary>First day, <c>yyyy-MM-dd</c>.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>Last day, <c>yyyy-MM-dd</c>.</summary>
    [SupplyParameterFromQuery]
    public string? To { get; set; }

    /// <summary>Id of the last entry of the page before.</summary>
    [SupplyParameterFromQuery]
    public Guid? Before { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        asked = new AuditQuery(Who, What, Subject, From, To);
        if (Http is not null && asked.WrongDay is null)
            rows = await trace.PageAsync(Http.User.ToActor(), asked.Filter, Before, PageSize, Http.RequestAborted) ?? [];
    }
}
