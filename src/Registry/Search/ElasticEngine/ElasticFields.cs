using System.Buffers;
using System.Text.Json;

namespace Registry.Search.ElasticEngine;

/// <summary>Fields of the index beside <see cref="TermFields"/>, as <c>companies.json</c> declares them, and how a company fills them.</summary>
internal static class ElasticFields
{
    public const string Payload = "payload";
    public const string SortLength = "s_length";
    public const string SortName = "s_name";
    public const string SortRegistered = "s_registered";

    /// <summary>Value of a sort field for a company without one: behind all others, the orders being descending.</summary>
    private const int Missing = -1;

    /// <summary>Indices are compared in tenths, as they are published.</summary>
    private const int Tenths = 10;

    public static string SortIndex(string index) => "s_" + index;

    public static string Facet(string facet) => "f_" + facet;

    /// <summary>Adds the two lines by which <c>_bulk</c> takes a company.</summary>
    public static void WriteTo(ArrayBufferWriter<byte> lines, string alias, CompanyDocument company, SearchTerms terms)
    {
        using (var action = new Utf8JsonWriter(lines))
        {
            action.WriteStartObject();
            action.WriteStartObject("index");
            action.WriteString("_index", alias);
            action.WriteString("_id", company.Hit.Bin);
            action.WriteNumber("version", company.Version);
            // The same version again is taken too: a score or a day may change what is found without a change of the company.
            action.WriteString("version_type", "external_gte");
            action.WriteEndObject();
            action.WriteEndObject();
        }
        EndLine(lines);
        using (var document = new Utf8JsonWriter(lines))
            WriteDocument(document, company, terms);
        EndLine(lines);
    }

    /// <summary>Adds the line by which <c>_bulk</c> takes a company out.</summary>
    public static void WriteRemoval(ArrayBufferWriter<byte> lines, string alias, string bin)
    {
        using (var action = new Utf8JsonWriter(lines))
        {
            action.WriteStartObject();
            action.WriteStartObject("delete");
            action.WriteString("_index", alias);
            action.WriteString("_id", bin);
            action.WriteEndObject();
            action.WriteEndObject();
        }
        EndLine(lines);
    }

    private static void WriteDocument(Utf8JsonWriter json, CompanyDocument company, SearchTerms terms)
    {
        var hit = company.Hit;
        json.WriteStartObject();
        json.WriteString(TermFields.Bin, hit.Bin);
        WriteMany(json, TermFields.Letters, terms.Letters);
        WriteMany(json, TermFields.Sounds, terms.Sounds);
        WriteMany(json, TermFields.Edges, terms.Edges);
        WriteMany(json, TermFields.Initials, terms.Initials);
        WriteMany(json, TermFields.Whole, terms.Wholes);
        WriteMany(json, TermFields.Head, terms.Head);
        WriteMany(json, TermFields.Address, terms.Address);
        json.WriteBase64String(Payload, StoredHit.Write(company));
        json.WriteNumber(SortLength, terms.Length);
        json.WriteString(SortName, terms.SortKey);
        json.WriteNumber(SortRegistered, company.RegisteredOn?.DayNumber ?? Missing);
        foreach (var (index, value) in hit.Indices)
            json.WriteNumber(SortIndex(index), value.Value is { } v ? (int)Math.Round(v * Tenths) : Missing);
        foreach (var facet in Facets.All)
            WriteMany(json, Facet(facet), FacetValues.Of(company, facet));
        json.WriteEndObject();
    }

    private static void WriteMany(Utf8JsonWriter json, string field, IReadOnlyCollection<string> values)
    {
        if (values.Count == 0)
            return;
        json.WriteStartArray(field);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void EndLine(ArrayBufferWriter<byte> lines)
    {
        lines.GetSpan(1)[0] = (byte)'\n';
        lines.Advance(1);
    }
}
