using System.Globalization;
using Microsoft.AspNetCore.Components;
using Registry.Companies;
using Registry.Companies.Classifiers;
using Registry.Identifiers;
using Registry.Web.Shared;

namespace Registry.Web.Companies;

/// <summary>Who it is: state, names, number, activity, size, head, address.</summary>
public sealed partial class CardHeading
{
    /// <summary>The card.</summary>
    [Parameter, EditorRequired]
    public CompanyCard Card { get; set; } = null!;

    /// <summary>Its names in the page's language order.</summary>
    [Parameter, EditorRequired]
    public EntityNames Names { get; set; } = null!;

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private bool IsSole => EntityNumber.IsSoleProprietor(Card.Bin);

    private CardHead? Head => Card.Heads.Where(h => h.To is null || h.To > Card.AsOf).MaxBy(h => (h.KnownFrom, h.From));

    private IReadOnlyList<(string Text, string? Href)> Contacts =>
    [
        .. Contact(Card.Phone, phone => phone.Any(char.IsAsciiDigit) ? "tel:" + string.Concat(phone.Where(c => char.IsAsciiDigit(c) || c == '+')) : null),
        .. Contact(Card.Email, email => email.Contains('@', StringComparison.Ordinal) && Uri.TryCreate("mailto:" + email, UriKind.Absolute, out var to) ? to.AbsoluteUri : null),
        .. Contact(Card.Website, SafeSite),
    ];

    /// <summary>The running year of work; null without a day of registration.</summary>
    private int? YearOfWork
    {
        get
        {
            if (Card.RegisteredOn is not { } from || from > Card.AsOf)
                return null;
            var years = Card.AsOf.Year - from.Year;
            return (from.AddYears(years) > Card.AsOf ? years - 1 : years) + 1;
        }
    }

    private static IEnumerable<(string Text, string? Href)> Contact(string? text, Func<string, string?> href) =>
        string.IsNullOrWhiteSpace(text) ? [] : [(text, href(text))];

    /// <summary>A site's address, if it is one of the web: what a source holds is not ours.</summary>
    private static string? SafeSite(string site) =>
        Uri.TryCreate(site.Contains("://", StringComparison.Ordinal) ? site : "https://" + site, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address.AbsoluteUri
            : null;

    private (string Text, string Source, DateOnly KnownFrom)? AddressText
    {
        get
        {
            var address = Card.Addresses.Where(a => a.To is null || a.To > Card.AsOf).MaxBy(a => (a.KnownFrom, a.From));
            var text = address is null ? null : Language is "kk" ? address.Kk ?? address.Ru : address.Ru ?? address.Kk;
            if (address is not null && !string.IsNullOrWhiteSpace(text))
                return (text, address.Source, address.KnownFrom);
            return Kato.Region(Card.Region, Language) is { } region ? (region, "stat-register", Card.AsOf) : null;
        }
    }
}
