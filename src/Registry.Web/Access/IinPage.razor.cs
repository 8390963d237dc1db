using Microsoft.AspNetCore.Components;
using Registry.Access;
using Registry.Identifiers;

namespace Registry.Web.Access;

/// <summary>Shows the IIN behind a register number, by form only: it never stands in an address.</summary>
public sealed partial class IinPage(IinLooks looks)
{
    private string? iin;
    private string? problem;

    [SupplyParameterFromForm(FormName = "look")]
    private string? Number { get; set; }

    [SupplyParameterFromForm(FormName = "look")]
    private string? Ground { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private async Task LookAsync()
    {
        if (Http is null)
            return;
        Http.Response.Headers.CacheControl = "no-store";
        var look = RegisterNumber.TryParse(Number, out var number)
            ? await looks.LookAsync(Http.User.ToActor(), number.Text, Ground ?? "", Http.RequestAborted)
            : new IinLook.Unknown();
        iin = (look as IinLook.Seen)?.Iin;
        problem = look switch
        {
            IinLook.Seen => null,
            IinLook.NoGround => "NoGround",
            IinLook.Refused => "Refused",
            _ => "UnknownNumber",
        };
        if (problem is not null)
            Http.Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
