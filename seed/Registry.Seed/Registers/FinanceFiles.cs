using Registry.Seed.Entities;

namespace Registry.Seed.Registers;

/// <summary><c>financials</c>: each year's accounts, delivered after they were filed.</summary>
internal sealed class FinancialsFile(World world, Wave wave, string path) : CsvRegister(world, wave, path,
    "bin", "year", "filedOn", "currentAssets", "cash", "receivables", "inventory", "fixedAssets", "totalAssets", "currentLiabilities",
    "longTermLiabilities", "totalLiabilities", "retainedEarnings", "equity", "revenue", "costOfSales", "grossProfit", "sellingAdmin",
    "operatingProfit", "depreciation", "interest", "profitBeforeTax", "netProfit", "operatingCashFlow")
{
    public override void Add(Entity entity)
    {
        if (entity.Kind is not (EntityKind.Partnership or EntityKind.JointStock) || !Knows(entity))
            return;
        var years = entity.Size.IsMediumOrLarge || entity.Story is not null ? 5 : 3 + (int)(entity.Index % 2);
        for (var year = Math.Max(World.Today.Year - years, entity.RegisteredOn.Year); year < World.Today.Year; year++)
        {
            if (Accounts.Of(World, entity, year) is { } accounts && Wave.Brings(accounts.FiledOn))
                Write(entity.Number, accounts);
        }
    }

    private void Write(string number, Accounts a) => Csv
        .Cell(number).Cell(a.Year).Cell(a.FiledOn).Cell(a.CurrentAssets).Cell(a.Cash).Cell(a.Receivables).Cell(a.Inventory).Cell(a.FixedAssets)
        .Cell(a.TotalAssets).Cell(a.CurrentLiabilities).Cell(a.LongTermLiabilities).Cell(a.TotalLiabilities).Cell(a.RetainedEarnings).Cell(a.Equity)
        .Cell(a.Revenue).Cell(a.CostOfSales).Cell(a.GrossProfit).Cell(a.SellingAdmin).Cell(a.OperatingProfit).Cell(a.Depreciation).Cell(a.Interest)
        .Cell(a.ProfitBeforeTax).Cell(a.NetProfit).Cell(a.OperatingCashFlow).End();
}
