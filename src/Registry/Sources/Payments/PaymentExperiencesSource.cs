using Registry.Facts;
using Registry.Sources.Tables;

namespace Registry.Sources.Payments;

/// <summary>
/// Invoices as suppliers saw them paid: <c>debtorBin,supplierBin,invoice,amount,currency,dueOn,paidOn</c>.
/// Only tenge: a sum in another currency would need the rate of its day, so its row is refused.
/// </summary>
public sealed class PaymentExperiencesSource : TableSource
{
    /// <inheritdoc/>
    public override string Id => "payment-experiences";

    /// <summary>Without <c>paidOn</c> every invoice would look open, without <c>currency</c> every sum like tenge.</summary>
    protected override IReadOnlyList<string> Required => ["debtorBin", "supplierBin", "invoice", "amount", "currency", "dueOn", "paidOn"];

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format)
    {
        var currency = row.RequiredText("currency");
        if (currency.Length > 0 && !currency.Equals("KZT", StringComparison.OrdinalIgnoreCase))
            row.Fail("currency", "notTenge");
        var experience = new PaymentExperience
        {
            Source = Id,
            Bin = row.Entity("debtorBin"),
            SupplierBin = row.Entity("supplierBin"),
            Invoice = row.RequiredText("invoice", 200),
            Amount = row.Money("amount", MoneySign.Positive),
            DueOn = row.Date("dueOn"),
            PaidOn = row.OptionalDate("paidOn"),
        };
        if (row.Ok && experience.Bin == experience.SupplierBin)
            row.Fail("supplierBin", "sameAsDebtor");
        return row.Result(experience);
    }
}
