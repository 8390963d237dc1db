using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Registry.Companies;
using Registry.Identifiers;
using Registry.Web.Shared;

namespace Registry.Web.Api.Reconcile;

/// <summary>Which properties of which entities are to be fetched.</summary>
internal sealed record ExtendQuery(IReadOnlyList<string> Ids, IReadOnlyList<ReconcileProperty> Properties)
{
    /// <summary>Entities in one call; a client sends ten.</summary>
    public const int MostIds = 200;

    /// <summary>Properties in one call: each once.</summary>
    public static int MostProperties => ReconcileProperties.All.Count;

    /// <summary>Reads a data extension query; one that asks for too much gives null.</summary>
    /// <exception cref="ReconcileFormatException">It is not one.</exception>
    public static ExtendQuery? Read(string json)
    {
        using var document = ReconcileQueries.Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            throw new ReconcileFormatException("must be a JSON object.");
        if (!root.TryGetProperty("ids", out var ids) || ids.ValueKind != JsonValueKind.Array || ids.EnumerateArray().Any(id => id.ValueKind != JsonValueKind.String))
            throw new ReconcileFormatException("ids must be an array of entity ids.");
        if (!root.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Array)
            throw new ReconcileFormatException("properties must be an array of objects with id.");
        if (ids.GetArrayLength() > MostIds || properties.GetArrayLength() > MostProperties)
            return null;
        return new ExtendQuery(
            [.. ids.EnumerateArray().Select(id => id.GetString()!).Distinct(StringComparer.Ordinal)],
            [.. properties.EnumerateArray().Select(Property).Distinct()]);
    }

    private static ReconcileProperty Property(JsonElement property) =>
        property.ValueKind == JsonValueKind.Object && property.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            && ReconcileProperties.Find(id.GetString()!) is { } known
            ? known
            : throw new ReconcileFormatException("properties must hold ids of properties that the service proposes.");
}

/// <summary>Fetches properties of entities from their cards, so that nothing is told here which the card does not tell.</summary>
internal sealed class ReconcileExtension(CompanyReader companies, IStringLocalizer<ReconcileTexts> texts, Reconciler reconciler)
{
    /// <summary>Values by entity and property; an unknown entity has none, and a number that is an IIN is not repeated.</summary>
    public async Task<ExtendAnswer> AnswerAsync(ExtendQuery query, CancellationToken cancel)
    {
        var numbers = query.Ids.Where(id => PathNumber.TryRead(id, out var number) && number is not null).ToList();
        var cards = numbers.Count == 0 ? [] : await companies.CardsAsync([.. numbers.Select(Canonical)], cancel);
        var byId = numbers.Zip(cards).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First, pair => pair.Second!, StringComparer.Ordinal);
        var rows = query.Ids
            .Where(id => byId.ContainsKey(id) || !IsPersonal(id))
            .ToDictionary(
                id => id,
                IReadOnlyDictionary<string, IReadOnlyList<object>> (id) => Row(byId.GetValueOrDefault(id), query.Properties),
                StringComparer.Ordinal);
        return new ExtendAnswer([.. query.Properties.Select(Name)], rows);
    }

    /// <summary>Properties of a type; none for a type that is not ours.</summary>
    public PropertyProposals Propose(string type, int limit) => new(
        type, limit, type == Reconciler.TypeId ? [.. ReconcileProperties.All.Take(limit).Select(Name)] : []);

    private static string Canonical(string id) => PathNumber.TryRead(id, out var number) ? number! : id;

    private static bool IsPersonal(string id) => Iin.TryParse(id, out _) && !EntityNumber.TryParse(id, out _);

    private static Dictionary<string, IReadOnlyList<object>> Row(CompanyCard? card, IReadOnlyList<ReconcileProperty> properties) =>
        properties.ToDictionary(
            property => property.Id,
            IReadOnlyList<object> (property) => card is null ? [] : [.. property.Values(card).Select(Written).OfType<object>()],
            StringComparer.Ordinal);

    private static object? Written(object? value) => value switch
    {
        null or "" => null,
        double number => new { @float = number },
        DateOnly day => new { date = day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture) },
        EntityValue entity => new { id = entity.Id, name = entity.Name },
        _ => new { str = value.ToString() },
    };

    private PropertyName Name(ReconcileProperty property) =>
        new(property.Id, texts.Of("Property", property.Id)) { Type = property.HoldsEntities ? reconciler.Type : null };
}
