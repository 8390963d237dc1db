using Microsoft.AspNetCore.Components;
using QRCoder;
using Registry.Access;

namespace Registry.Web.Access;

/// <summary>Turns the second factor of the own account on and off.</summary>
public sealed partial class AuthenticatorPage(OwnAccount account, SignInDesk desk)
{
    private const string Issuer = "Registry.KZ";
    private const int KeyGroup = 4;
    private const int PixelsPerModule = 5;
    private string? problem;
    private string key = "";
    private bool isOn;
    private IReadOnlyList<string>? codes;

    [SupplyParameterFromForm(FormName = "on")]
    private string? Code { get; set; }

    [SupplyParameterFromForm(FormName = "off")]
    private string? Password { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private string SpacedKey => string.Join(' ', key.Chunk(KeyGroup).Select(group => new string(group))).ToLowerInvariant();

    /// <summary>The code as an image of its own: nothing of the secret goes to anybody else.</summary>
    private string QrImage
    {
        get
        {
            var email = Uri.EscapeDataString(Http?.User.Identity?.Name ?? "");
            using var data = QRCodeGenerator.GenerateQrCode(
                $"otpauth://totp/{Issuer}:{email}?secret={key}&issuer={Issuer}&digits=6", QRCodeGenerator.ECCLevel.M);
            using var image = new PngByteQRCode(data);
            return "data:image/png;base64," + Convert.ToBase64String(image.GetGraphic(PixelsPerModule));
        }
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (Http is null)
            return;
        (isOn, key) = await account.SecondFactorAsync(Http.User.ToActor());
        if (!isOn)
            await desk.RefreshAsync(Http.User);
    }

    private async Task TurnOnAsync()
    {
        if (Http is null)
            return;
        codes = await account.TurnSecondFactorOnAsync(Http.User.ToActor(), Code ?? "", Http.RequestAborted);
        problem = codes is null ? "WrongCode" : null;
        await AfterAsync(Http);
    }

    private async Task TurnOffAsync()
    {
        if (Http is null)
            return;
        var change = await account.TurnSecondFactorOffAsync(Http.User.ToActor(), Password ?? "", Http.RequestAborted);
        problem = change is AccountChange.Wrong wrong ? wrong.Reason : null;
        await AfterAsync(Http);
        (isOn, key) = await account.SecondFactorAsync(Http.User.ToActor());
    }

    private async Task AfterAsync(HttpContext http)
    {
        if (problem is null)
            await desk.RefreshAsync(http.User);
        else
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
