using System.Globalization;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Registry.Search.LuceneEngine;

/// <summary>Orders of hits as the engine knows them, and places in them. Every order ends with the number, so none has ties.</summary>
internal static class HitOrder
{
    private static readonly SortField ByBin = new(IndexFields.SortBin, SortFieldType.STRING);
    private static readonly Sort ByName = new(new SortField(IndexFields.SortName, SortFieldType.STRING), ByBin);
    private static readonly Sort ByDate = Descending(IndexFields.SortRegistered);
    private static readonly Sort ByTax = Descending(IndexFields.SortIndex("taxpayerIntegrity"));
    private static readonly Sort ByFinance = Descending(IndexFields.SortIndex("financialStability"));
    private static readonly Sort ByPayment = Descending(IndexFields.SortIndex("paymentDiscipline"));

    /// <summary>Best engine score first.</summary>
    public static Sort ByScore { get; } = new(SortField.FIELD_SCORE, ByBin);

    /// <summary>Name from A to Z; newest first; best index first, unrated last. Without a text, relevance is the name.</summary>
    public static Sort Of(CompanySort sort) => sort switch
    {
        CompanySort.RegisteredOn => ByDate,
        CompanySort.TaxpayerIntegrity => ByTax,
        CompanySort.FinancialStability => ByFinance,
        CompanySort.PaymentDiscipline => ByPayment,
        _ => ByName,
    };

    /// <summary>The cursor behind a hit.</summary>
    public static PageCursor CursorAfter(ScoreDoc hit, CompanySort sort)
    {
        var fields = ((FieldDoc)hit).Fields;
        return new PageCursor(sort, false, Text(fields[0]), Text(fields[1]));
    }

    /// <summary>The place that a cursor names, as the engine takes it.</summary>
    /// <exception cref="FormatException">The key is not one of this order.</exception>
    public static FieldDoc? Place(PageCursor? cursor, Sort sort)
    {
        if (cursor is null)
            return null;
        object key = sort.GetSort()[0].Type switch
        {
            SortFieldType.INT64 => J2N.Numerics.Int64.GetInstance(long.Parse(cursor.Key, CultureInfo.InvariantCulture)),
            SortFieldType.SCORE => J2N.Numerics.Single.GetInstance(float.Parse(cursor.Key, CultureInfo.InvariantCulture)),
            _ => new BytesRef(cursor.Key),
        };
        return new FieldDoc(int.MaxValue, float.NaN, [key, new BytesRef(cursor.Bin)]);
    }

    private static string Text(object? field) => field switch
    {
        BytesRef bytes => bytes.Utf8ToString(),
        J2N.Numerics.Number number when number is J2N.Numerics.Single => number.ToSingle().ToString("R", CultureInfo.InvariantCulture),
        J2N.Numerics.Number number => number.ToInt64().ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    private static Sort Descending(string field) => new(new SortField(field, SortFieldType.INT64, true), ByBin);
}
