using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using QRCoder;
using Registry.Access;
using Registry.Certification;
using Registry.Setup;
using Registry.Web.Setup;

namespace Registry.Web.Certification;

/// <summary>What of a label leaves the register as a file: badge, QR code, the keys of its statements.</summary>
public static class LabelFiles
{
    private const int TagBytes = 16;
    private const int PixelsPerModule = 16;

    /// <summary>Fifteen percent of a printed code may be lost: enough for a scratch, and the code stays small on a packet.</summary>
    private const QRCodeGenerator.ECCLevel Correction = QRCodeGenerator.ECCLevel.M;

    /// <summary>A badge may be so old; contract: five minutes at most.</summary>
    private static readonly TimeSpan BadgeLife = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan QrLife = TimeSpan.FromDays(1);
    private static readonly TimeSpan KeysLife = TimeSpan.FromHours(1);

    /// <summary>Maps <c>/badge</c>, <c>/qr</c> and the key set.</summary>
    public static void MapLabelFiles(this WebApplication app)
    {
        var files = app.MapGroup("").ExcludeFromDescription();
        files.MapGet("/badge/{number}.svg", BadgeAsync);
        files.MapGet("/qr/{number}.svg", QrSvgAsync);
        files.MapGet("/qr/{number}.png", QrPngAsync);
        files.MapGet("/.well-known/jwks.json", KeySet);
        files.MapGet("/staff/attachments/{id:guid}", AttachmentAsync).RequireAuthorization(nameof(Permission.ReadCertification));
    }

    /// <summary>The badge as the label stands now; an unknown number draws "unknown".</summary>
    private static async Task<IResult> BadgeAsync(string number, string? lang, string? size, LabelReader labels, HttpContext http)
    {
        var label = await labels.FindAsync(number, http.RequestAborted);
        var language = CultureInfo.GetCultureInfo(lang is "kk" or "en" ? lang : "ru");
        var drawing = Badge.Draw(label, language, size is "large" ? BadgeSize.Large : BadgeSize.Small);
        return File(http, Encoding.UTF8.GetBytes(drawing), "image/svg+xml", BadgeLife);
    }

    private static async Task<IResult> QrSvgAsync(string number, LabelReader labels, PublicAddress address, HttpContext http) =>
        await AddressOfAsync(number, labels, address, http) is { } verify
            ? File(http, Encoding.UTF8.GetBytes(Svg(verify)), "image/svg+xml", QrLife)
            : TypedResults.NotFound();

    private static async Task<IResult> QrPngAsync(string number, LabelReader labels, PublicAddress address, HttpContext http) =>
        await AddressOfAsync(number, labels, address, http) is { } verify
            ? File(http, Png(verify), "image/png", QrLife)
            : TypedResults.NotFound();

    private static JsonHttpResult<JsonWebKeySet> KeySet(StatementSigner signer, HttpContext http)
    {
        Cache(http, KeysLife);
        return TypedResults.Json(signer.KeySet(), RegistryJson.Options, contentType: "application/jwk-set+json");
    }

    /// <summary>A file kept at the desk, always as a download: nothing uploaded is shown on our own address.</summary>
    private static async Task<IResult> AttachmentAsync(Guid id, AttachmentStore attachments, HttpContext http)
    {
        if (await attachments.OpenAsync(http.User.ToActor(), id, http.RequestAborted) is not { } file)
            return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(file.Content, file.Attachment.ContentType, file.Attachment.Name);
    }

    private static async Task<string?> AddressOfAsync(string number, LabelReader labels, PublicAddress address, HttpContext http) =>
        await labels.FindAsync(number, http.RequestAborted) is { } label ? $"{address.Of(http.Request)}/verify/{label.Number}" : null;

    private static string Svg(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, Correction);
        using var drawing = new SvgQRCode(code);
        return drawing.GetGraphic(PixelsPerModule);
    }

    private static byte[] Png(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, Correction);
        using var drawing = new PngByteQRCode(code);
        return drawing.GetGraphic(PixelsPerModule);
    }

    private static FileContentHttpResult File(HttpContext http, byte[] content, string type, TimeSpan life)
    {
        Cache(http, life);
        // Other sites show it, and may draw it onto a canvas.
        http.Response.Headers.AccessControlAllowOrigin = "*";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, TagBytes))}\"");
        return TypedResults.Bytes(content, type, entityTag: tag);
    }

    private static void Cache(HttpContext http, TimeSpan life) =>
        http.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = life };
}
