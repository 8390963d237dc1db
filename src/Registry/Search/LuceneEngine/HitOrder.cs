using System.Globalization;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Registry.Search.LuceneEngine;

/// <summary>Orders of hits as the engine knows them, and places in them. Every order ends with the number, so none has ties.</summary>
internal static class HitOrder
{
    /// <summary>Not a character of any sort key.</summary>
    private const char Separator = '\u001e';
    private static readonly SortField ByBin = new(IndexFields.SortBin, SortFieldType.INT64);
    private static readonly Sort ByWeight = new(SortField.FIELD_SCORE, new SortField(IndexFields.SortLength, SortFieldType.INT64), ByBin);
    private static readonly Sort ByName = new(new SortField(IndexFields.SortName, SortFieldType.STRING), ByBin);
    private static readonly Sort ByDate = Descending(IndexFields.SortRegistered);
    private static readonly Sort ByTax = Descending(IndexFields.SortIndex("taxpayerIntegrity"));
    private static readonly Sort ByFinance = Descending(IndexFields.SortIndex("financialStability"));
    private static readonly Sort ByPayment = Descending(IndexFields.SortIndex("paymentDiscipline"));

    /// <summary>Greatest weight, then shortest name; name from A to Z; newest first; best index first, unrated last.</summary>
    public static Sort Of(CompanySort sort) => sort switch
    {
        CompanySort.Relevance => ByWeight,
        CompanySort.RegisteredOn => ByDate,
        CompanySort.TaxpayerIntegrity => ByTax,
        CompanySort.FinancialStability => ByFinance,
        CompanySort.PaymentDiscipline => ByPayment,
        _ => ByName,
    };

    /// <summary>The place of a hit, as text.</summary>
    public static string PlaceOf(ScoreDoc hit) => string.Join(Separator, ((FieldDoc)hit).Fields.Select(Text));

    /// <summary>The place that a text names, as the engine takes it; null for none.</summary>
    /// <exception cref="FormatException">The text is not a place of this order.</exception>
    public static FieldDoc? Place(string? text, Sort sort)
    {
        if (text is null)
            return null;
        var values = text.Split(Separator);
        var fields = sort.GetSort();
        if (values.Length != fields.Length)
            throw new FormatException("The cursor is not one of this order.");
        return new FieldDoc(int.MaxValue, float.NaN, [.. fields.Select((f, i) => Value(f, values[i]))]);
    }

    private static object Value(SortField field, string text) => field.Type switch
    {
        SortFieldType.INT64 => J2N.Numerics.Int64.GetInstance(long.Parse(text, CultureInfo.InvariantCulture)),
        SortFieldType.SCORE => J2N.Numerics.Single.GetInstance(float.Parse(text, CultureInfo.InvariantCulture)),
        _ => new BytesRef(text),
    };

    private static string Text(object? field) => field switch
    {
        BytesRef bytes => bytes.Utf8ToString(),
        J2N.Numerics.Single number => number.ToSingle().ToString("R", CultureInfo.InvariantCulture),
        J2N.Numerics.Number number => number.ToInt64().ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    private static Sort Descending(string field) => new(new SortField(field, SortFieldType.INT64, true), ByBin);
}
