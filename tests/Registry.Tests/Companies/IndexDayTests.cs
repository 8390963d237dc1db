using System.Text.Json;
using Registry.Companies;
using Registry.Data;
using Registry.Indices;
using Registry.Setup;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Companies;

public sealed class IndexDayTests
{
    private const string Bin = "150140000018";
    private static readonly DateOnly Then = new(2026, 3, 1);

    [Theory, EachDatabase]
    public async Task A_past_day_shows_only_what_was_known_then_and_to_the_same_bytes(DatabaseProvider provider)
    {
        await using var register = await TestRegister.CreateAsync(provider);
        await register.ImportAsync("stat-register", "s.csv", PublicFactsTests.StatRow("Дала"), new DateOnly(2026, 1, 1));
        await register.ImportAsync("kgd-arrears", "a1.csv", $"bin,asOf,total\n{Bin},2026-02-15,0\n", new DateOnly(2026, 2, 16));
        var reader = PublicFactsTests.ReaderOf(register);
        var before = Json(await reader.IndexDayAsync(Bin, Then, null, CancellationToken.None));

        await register.ImportAsync("kgd-arrears", "a2.csv", $"bin,asOf,total\n{Bin},2026-11-01,9000000\n", TestRegister.Today);
        await register.ImportAsync("financials", "f.csv", $"bin,year,filedOn,currentAssets,currentLiabilities,totalAssets,totalLiabilities,retainedEarnings,operatingProfit,equity\n{Bin},2025,2026-03-20,500,300,1000,600,150,120,400\n", TestRegister.Today);

        var now = await reader.IndexDayAsync(Bin, null, null, CancellationToken.None);
        Assert.Equal(before, Json(await reader.IndexDayAsync(Bin, Then, null, CancellationToken.None)));
        Assert.Equal(FactorState.Risk, Factor(now, "T1").State);
        Assert.Equal(6.5574, Assert.Single(now!.Models).Score, 4);
        Assert.Empty((await reader.IndexDayAsync(Bin, Then, null, CancellationToken.None))!.Models);
    }

    [Theory, EachDatabase]
    public async Task The_procurement_test_is_run_only_for_a_lot(DatabaseProvider provider)
    {
        await using var register = await TestRegister.CreateAsync(provider);
        await register.ImportAsync("stat-register", "s.csv", PublicFactsTests.StatRow("Дала"));
        await register.ImportAsync("kgd-tax-burden", "b.csv", $"bin,year,income,taxesComputed,burden\n{Bin},2023,40000000,1,1\n");
        var reader = PublicFactsTests.ReaderOf(register);

        var without = await reader.IndexDayAsync(Bin, null, null, CancellationToken.None);
        var with = await reader.IndexDayAsync(Bin, null, new ProcurementLot(50_000_000, ProcurementSubject.Goods), CancellationToken.None);

        Assert.Null(without!.Test);
        Assert.Equal(ConditionState.Pass, with!.Test!.Conditions.Single(c => c.Id == "income").State);
        Assert.Equal(ConditionState.NotChecked, with.Test.Conditions.Single(c => c.Id == "fixedAssets").State);
        Assert.Null(await reader.IndexDayAsync("990340000301", null, null, CancellationToken.None));
    }

    private static Factor Factor(IndexDay? day, string id) => day!.Indices.SelectMany(i => i.Factors).Single(f => f.Id == id);

    private static string Json(IndexDay? day) => JsonSerializer.Serialize(day, RegistryJson.Options);
}
