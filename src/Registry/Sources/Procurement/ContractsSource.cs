using Registry.Facts;
using Registry.Sources.Tables;

namespace Registry.Sources.Procurement;

/// <summary>
/// Contracts of the public procurement portal (<c>/v3/contract/all</c>). The codes of its articles of termination stand in a
/// dictionary of the portal, and many of them are nobody's fault: a terminated contract counts as ended for fault only where the words
/// beside the code (the contract's description, or the dictionary's text as exports join it) say so.
/// </summary>
public sealed class ContractsSource : TableSource
{
    private static readonly string[] FaultWords = ["односторонн", "неисполнен", "ненадлежащ", "нарушени", "по вине", "уклон", "недобросовест"];
    private static readonly string[] ReviewWords = ["жалоб", "обжалован", "проверк", "аудит", "камеральн"];

    /// <inheritdoc/>
    public override string Id => "goszakup-contracts";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["id", "supplier_biin"];

    /// <inheritdoc/>
    protected override IReadOnlyList<TableFormat> Formats => [TableFormat.Json];

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format)
    {
        if (row.IsEmpty("supplier_biin"))
        {
            row.Fail("supplier_biin", row.Quote("contract_number"), "noBin");
            return row.Result();
        }
        if (row.Bool("deleted"))
            row.Fail("deleted", "deleted");
        return row.Result(new Contract
        {
            Source = Id,
            Number = row.RequiredCode("id"),
            Bin = row.Entity("supplier_biin"),
            CustomerBin = row.OptionalEntity("customer_bin"),
            CustomerName = row.Text("customer_name_ru"),
            Subject = row.Text("description_ru", 4000) ?? row.Text("trd_buy_name_ru", 4000),
            TradeMethod = row.Code("fakt_trade_methods_id"),
            Amount = AmountOf(row),
            SignedOn = row.OptionalDate("sign_date"),
            PlannedOn = row.OptionalDate("plan_exec_date") ?? row.OptionalDate("ec_end_date"),
            PerformedOn = row.OptionalDate("fakt_exec_date"),
            TerminatedForFault = IsTerminatedForFault(row),
            UnderReview = Says(row, "ref_contract_status_name_ru", ReviewWords),
        });
    }

    /// <summary>Tenge; a contract in another currency at the contract's own rate, without one no sum is known.</summary>
    private static decimal? AmountOf(TableRow row)
    {
        var amount = row.OptionalMoney("contract_sum_wnds") ?? row.OptionalMoney("contract_sum");
        var currency = row.Code("ref_currency_code");
        if (currency is null || currency.Equals("KZT", StringComparison.OrdinalIgnoreCase))
            return amount;
        return row.OptionalMoney("exchange_rate") is > 0 and { } rate ? decimal.Round((amount ?? 0) * rate, 2) : null;
    }

    private static bool IsTerminatedForFault(TableRow row) =>
        Says(row, "ref_contract_cancel_name_ru", FaultWords)
        || (row.Code("ref_contract_cancel_id") is not (null or "0") && Says(row, "description_ru", FaultWords));

    private static bool Says(TableRow row, string column, string[] words) =>
        row.Text(column, 4000) is { } text && Array.Exists(words, w => text.Contains(w, StringComparison.OrdinalIgnoreCase));
}
