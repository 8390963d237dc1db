using Registry.Companies;

namespace Registry.Web.Companies;

/// <summary>What happened to an entity.</summary>
public enum CardEventKind
{
    Status,
    Name,
    Address,
    Head,
    Listing,
    Delisting,
}

/// <summary>An event of an entity's history.</summary>
/// <param name="Text">Name, address, head, or the code of a status or list.</param>
public sealed record CardEvent(DateOnly? Day, CardEventKind Kind, string Text, string Source, string? Detail = null);

/// <summary>The history of a card: newest first.</summary>
public static class CardEvents
{
    /// <summary>All dated events of a card.</summary>
    public static IReadOnlyList<CardEvent> Of(CompanyCard card)
    {
        var statuses = card.Statuses.Select(s => new CardEvent(s.Since, CardEventKind.Status, s.Status.ToString(), s.Source, s.Reason));
        var names = Changing(card.Names, n => (n.Source, n.Language), n => n.Name, n => n.From is not null).Select(n => new CardEvent(n.From, CardEventKind.Name, n.Name, n.Source));
        var addresses = Changing(card.Addresses, a => a.Source, a => a.Ru ?? a.Kk, _ => false).Select(a => new CardEvent(a.From, CardEventKind.Address, a.Ru ?? a.Kk ?? "", a.Source));
        var heads = Changing(card.Heads, h => h.Source, h => h.Name, h => h.From is not null).Select(h => new CardEvent(h.From, CardEventKind.Head, h.Name, h.Source));
        var listed = card.Listings.Select(l => new CardEvent(l.Since, CardEventKind.Listing, l.List, l.Source));
        var delisted = card.Listings.Where(l => l.Until is not null).Select(l => new CardEvent(l.Until, CardEventKind.Delisting, l.List, l.Source));
        return
        [
            .. statuses.Concat(names).Concat(addresses).Concat(heads).Concat(listed).Concat(delisted)
                .Where(e => e.Text.Length > 0)
                .OrderByDescending(e => e.Day ?? DateOnly.MinValue),
        ];
    }

    /// <summary>Values with a day of their own, and the undated ones of a source that has had several: a single one is no event.</summary>
    private static IEnumerable<T> Changing<T, TKey>(IEnumerable<T> items, Func<T, TKey> key, Func<T, string?> text, Func<T, bool> dated) =>
        items.GroupBy(key).SelectMany(g => g.Select(text).Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any() ? g : g.Where(dated));
}
