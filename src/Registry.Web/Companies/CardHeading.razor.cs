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

    private string Contacts => string.Join(" · ", new[] { Card.Phone, Card.Email, Card.Website }.Where(c => !string.IsNullOrWhiteSpace(c)));

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
