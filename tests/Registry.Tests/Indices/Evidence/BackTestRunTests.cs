using System.Globalization;
using System.Text;
using Registry.Data;
using Registry.Indices;
using Registry.Indices.Evidence;
using Registry.Sources;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Indices.Evidence;

public sealed class BackTestRunTests
{
    private const int Entities = 60;
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task Statements_of_numbers_that_no_register_knows_are_enough(DatabaseProvider provider)
    {
        await using var register = await TestRegister.CreateAsync(provider);
        using var folder = new TemporaryFolder();
        await register.ImportAsync("financials", "f.csv", Statements(2025));

        var result = await Run(register).RunAsync(new BackTestRequest(Labels(folder)), null, Cancel);

        Assert.Equal((Entities, Entities, 20), (result.Labelled, result.Entities, result.Failed));
        Assert.Equal(TestRegister.Today, result.AsOf);
        Assert.True(result.Auc > 0.9, $"{result.Auc}");
        Assert.Equal(["altmanZ", "springate", "zmijewski", "taffler", "percentileComposite"], result.Models.Select(m => m.Model));
        Assert.All(result.Models, m => Assert.Equal(Entities, m.Entities));
        Assert.Equal(Entities, result.Bands.Sum(b => b.Entities));
        var kept = await new BackTestStore(register.Database.Contexts).LatestAsync(IndexId.FinancialStability, Cancel);
        Assert.Equal((result.Auc, result.ComputedAt), (kept?.Auc, kept?.ComputedAt));
        Assert.Equal(result.Bands, kept?.Bands);
        Assert.Null(await new BackTestStore(register.Database.Contexts).LatestAsync(IndexId.PaymentDiscipline, Cancel));
    }

    [Theory, EachDatabase]
    public async Task Old_statements_are_tested_on_the_last_day_on_which_they_counted(DatabaseProvider provider)
    {
        await using var register = await TestRegister.CreateAsync(provider);
        using var folder = new TemporaryFolder();
        await register.ImportAsync("financials", "f.csv", Statements(2021));

        var result = await Run(register).RunAsync(new BackTestRequest(Labels(folder)), null, Cancel);

        Assert.Equal(new DateOnly(2023, 12, 31), result.AsOf);
        Assert.Equal(Entities, result.Entities);
    }

    [Theory, EachDatabase]
    public async Task A_past_day_knows_statements_filed_by_then_and_nothing_else_learned_later(DatabaseProvider provider)
    {
        await using var register = await TestRegister.CreateAsync(provider);
        using var folder = new TemporaryFolder();
        await register.ImportAsync("financials", "f.csv", Statements(2023));
        await register.ImportAsync("company-status", "s.csv", $"bin,since,status,reason\n{Number(59)},2024-05-01,Bankrupt,x\n");
        var labels = Labels(folder);

        var then = await Run(register).RunAsync(new BackTestRequest(labels, AsOf: new DateOnly(2024, 6, 1)), null, Cancel);
        var before = await Run(register).RunAsync(new BackTestRequest(labels, AsOf: new DateOnly(2024, 3, 1)), null, Cancel);

        Assert.Equal(Entities, then.Entities);
        Assert.DoesNotContain(then.Calibration, r => r.From <= 5);
        Assert.Equal(0, before.Entities);
        Assert.Null(before.Auc);
    }

    [Theory]
    [InlineData("bin\n1\n", "missingColumn")]
    [InlineData("bin,failed\n", "noRows")]
    [InlineData("", "noRows")]
    public void A_file_that_cannot_be_used_is_refused_with_its_reason(string content, string reason)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["l.csv"], content);

        Assert.Equal(reason, Assert.Throws<SourceFileException>(() => LabelFile.Read(folder["l.csv"])).Reason);
    }

    [Fact]
    public void Rows_that_say_nothing_are_rejected_with_field_and_reason()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["l.csv"], $"FAILED;Bin\n1;{Number(1)}\n2;{Number(2)}\n0;abc\n0;{Number(1)}\n");

        var labels = LabelFile.Read(folder["l.csv"]);

        Assert.True(Assert.Single(labels.Failed).Value);
        Assert.Equal(
            [(3L, "failed", "notZeroOrOne"), (4L, "bin", "noBin"), (5L, "bin", "repeated")],
            labels.Problems.Select(p => (p.Row, p.Column, p.Reason)));
    }

    private static BackTestRun Run(TestRegister register) => new(
        register.Database.Facts, new IndexStore(register.Database.Contexts, register.Database.Bulk),
        new BackTestStore(register.Database.Contexts), register.Clock, register.Time);

    private static string Number(int i) => string.Create(CultureInfo.InvariantCulture, $"2001400000{i:00}");

    /// <summary>The first third is poor and fails.</summary>
    private static string Labels(TemporaryFolder folder)
    {
        var text = new StringBuilder("bin,failed\n");
        for (var i = 0; i < Entities; i++)
            text.Append(CultureInfo.InvariantCulture, $"{Number(i)},{(i < 20 ? 1 : 0)}\n");
        File.WriteAllText(folder["labels.csv"], text.ToString());
        return folder["labels.csv"];
    }

    private static string Statements(int year)
    {
        var text = new StringBuilder("bin,year,filedOn,currentAssets,totalAssets,currentLiabilities,totalLiabilities,retainedEarnings,equity,revenue,operatingProfit,profitBeforeTax,netProfit\n");
        for (var i = 0; i < Entities; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Number(i)},{year},{year + 1}-04-30,{400 + (5 * i)},1000,{700 - (10 * i)},{800 - (10 * i)},");
            text.Append(CultureInfo.InvariantCulture, $"{(4 * i) - 50},{200 + (10 * i)},{900 + i},{(3 * i) - 40},{(3 * i) - 41},{(3 * i) - 42}\n");
        }
        return text.ToString();
    }
}
