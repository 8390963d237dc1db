using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.Localization;
using Registry.Companies;
using Registry.Companies.Classifiers;
using Registry.Indices;
using Registry.Web.Shared;

namespace Registry.Web.Api.Reconcile;

/// <summary>Small HTML about an entity for the frames and flyouts of other programs; everything in it is encoded, nothing in it runs.</summary>
internal sealed class ReconcilePreview(
    CompanyReader companies, ReconcileManifest manifest, IStringLocalizer<ReconcileTexts> texts, IStringLocalizer<SharedTexts> shared)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>A whole page about an entity, or null for a number that the register does not have.</summary>
    public async Task<string?> PageAsync(string number, HttpRequest request, CancellationToken cancel)
    {
        if (await companies.CardAsync(number, cancel) is not { } card)
            return null;
        return $$"""
            <!DOCTYPE html>
            <html lang="{{Language}}">
            <head>
              <meta charset="utf-8">
              <title>{{Encoded(Name(card))}}</title>
              <style>
                body { font: 14px/1.45 system-ui, sans-serif; margin: 12px; color-scheme: light dark }
                h1 { font-size: 16px; margin: 0 0 4px }
                p, dl { margin: 0 0 6px } dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px }
                dt { opacity: .7 } dd { margin: 0 } .stop { font-weight: 600 }
              </style>
            </head>
            <body>
            {{Body(card)}}
            <p><a href="{{Encoded(manifest.Root(request))}}/companies/{{card.Bin}}" target="_blank" rel="noopener">{{Encoded(texts["OpenCard"])}}</a></p>
            </body>
            </html>
            """;
    }

    /// <summary>The lines of a flyout, or null for an id that nothing has.</summary>
    public async Task<string?> FlyoutAsync(string what, string id, HttpRequest request, CancellationToken cancel)
    {
        switch (what)
        {
            case "entity":
                return PathNumber.TryRead(id, out var number) && number is not null && await companies.CardAsync(number, cancel) is { } card
                    ? $"{Body(card)}<p><a href=\"{Encoded(manifest.Root(request))}/companies/{card.Bin}\">{Encoded(texts["OpenCard"])}</a></p>"
                    : null;
            case "property" when ReconcileProperties.Find(id) is { } property:
                return $"<p>{Encoded(texts.Of("Property", property.Id))}</p>";
            case "type" when id == Reconciler.TypeId:
                return $"<p>{Encoded(texts["TypeCompany"])}: {Encoded(texts["TypeDescription"])}</p>";
            default:
                return null;
        }
    }

    private string Body(CompanyCard card)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Encoded(Name(card))}</h1>\n<p>{card.Bin} · {Encoded(shared.Of("Status", card.Status.ToString()))}</p>\n");
        foreach (var stop in card.Stops)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"stop\">{Encoded(shared.Of("Stop", stop.Id))} ({Encoded(Format.Date(stop.Since))})</p>\n");
        html.Append("<dl>");
        AddLine(html, texts["Region"], Kato.Region(card.Region, Language));
        AddLine(html, texts["Activity"], Oked.Name(card.Oked, Language));
        AddLine(html, texts["Registered"], card.RegisteredOn is { } day ? Format.Date(day) : null);
        foreach (var index in card.Panels)
            AddLine(html, shared.Of("Index", index.Id.ToString()), Value(index));
        return html.Append("</dl>").ToString();
    }

    private string Value(IndexResult index) =>
        index.Value is { } value ? $"{Format.Fixed(value, 1)} {index.Band}" : texts["NotRated"];

    private static void AddLine(StringBuilder html, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            html.Append(CultureInfo.InvariantCulture, $"<dt>{Encoded(name)}</dt><dd>{Encoded(value)}</dd>");
    }

    private static string Name(CompanyCard card) => EntityNames.Of(card.Bin, card.NameRu, card.NameKk, card.NameEn).Main;

    private static string Encoded(string text) => Html.Encode(text);
}
