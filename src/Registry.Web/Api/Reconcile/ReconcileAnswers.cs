using System.Text.Json.Serialization;

namespace Registry.Web.Api.Reconcile;

/// <summary>What the service offers and where: the answer of <c>/reconcile</c> without parameters.</summary>
/// <param name="Versions">Versions of the Reconciliation Service API that are spoken.</param>
/// <param name="BatchSize">Most queries in one batch; more are answered with 413.</param>
public sealed record Manifest(
    IReadOnlyList<string> Versions,
    string Name,
    string IdentifierSpace,
    string SchemaSpace,
    string Documentation,
    string Logo,
    string ServiceVersion,
    IReadOnlyList<EntityType> DefaultTypes,
    UrlTemplate View,
    PreviewSettings Preview,
    SuggestSettings Suggest,
    ExtendSettings Extend,
    int BatchSize);

/// <summary>A type of entities.</summary>
public sealed record EntityType(string Id, string Name);

/// <summary>An address with <c>{{id}}</c> in it.</summary>
public sealed record UrlTemplate(string Url);

/// <summary>Where the preview of an entity stands and its size in pixels.</summary>
public sealed record PreviewSettings(string Url, int Width, int Height);

/// <summary>The three suggestion services.</summary>
public sealed record SuggestSettings(SuggestAddress Entity, SuggestAddress Property, SuggestAddress Type);

/// <summary>Address of a suggestion service and of its flyouts; the latter with <c>${id}</c> in it.</summary>
public sealed record SuggestAddress(
    [property: JsonPropertyName("service_url")] string ServiceUrl,
    [property: JsonPropertyName("service_path")] string ServicePath,
    [property: JsonPropertyName("flyout_service_url")] string FlyoutServiceUrl,
    [property: JsonPropertyName("flyout_service_path")] string FlyoutServicePath);

/// <summary>Where properties are proposed; values take no settings.</summary>
public sealed record ExtendSettings(
    [property: JsonPropertyName("propose_properties")] ProposalAddress ProposeProperties,
    [property: JsonPropertyName("property_settings")] IReadOnlyList<object> PropertySettings);

/// <summary>Address of the property proposals.</summary>
public sealed record ProposalAddress(
    [property: JsonPropertyName("service_url")] string ServiceUrl,
    [property: JsonPropertyName("service_path")] string ServicePath);

/// <summary>Candidates of one query, best first.</summary>
public sealed record QueryResult(IReadOnlyList<MatchCandidate> Result);

/// <summary>An entity that may be the one asked for.</summary>
/// <param name="Id">BIN or register number.</param>
/// <param name="Score">0..1: how well name and properties fit.</param>
/// <param name="Match">Sure enough to be taken without a person looking at it.</param>
/// <param name="Features">What the score is made of.</param>
public sealed record MatchCandidate(
    string Id,
    string Name,
    string Description,
    double Score,
    bool Match,
    IReadOnlyList<EntityType> Type,
    IReadOnlyList<MatchFeature> Features);

/// <summary>A part of a score: <c>name</c> (0..1), or <c>property.</c>id (whether it agrees).</summary>
public sealed record MatchFeature(string Id, object Value);

/// <summary>Suggestions while somebody types.</summary>
public sealed record SuggestedItems(IReadOnlyList<SuggestedItem> Result);

/// <summary>A suggested entity, property or type.</summary>
public sealed record SuggestedItem(string Id, string Name, string Description)
{
    /// <summary>Types of a suggested entity.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<EntityType>? Notable { get; init; }
}

/// <summary>A few lines of HTML about a suggested item.</summary>
public sealed record Flyout(string Id, string Html);

/// <summary>Properties that can be fetched for entities of a type.</summary>
public sealed record PropertyProposals(string Type, int Limit, IReadOnlyList<PropertyName> Properties);

/// <summary>A property by id and name.</summary>
public sealed record PropertyName(string Id, string Name)
{
    /// <summary>Type of its values where these are entities.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntityType? Type { get; init; }
}

/// <summary>Values of properties by entity and property.</summary>
public sealed record ExtendAnswer(
    IReadOnlyList<PropertyName> Meta,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<object>>> Rows);
