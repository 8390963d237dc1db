using System.IO.Compression;
using System.Text;
using Registry.Facts;
using Xunit;

namespace Registry.Tests.Sources;

public sealed class HostileFileTests
{
    private const string Header = "bin,year,amount\n";

    [Fact]
    public void Zip_bomb_is_refused_before_it_unpacks()
    {
        var path = Temporary.Path("xlsx");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using var part = zip.CreateEntry("xl/workbook.xml", CompressionLevel.Optimal).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 16; i++)
                part.Write(zeros);
        }

        Assert.Equal("tooLarge", Outcome.Refused("kgd-pseudo", path).Reason);
    }

    [Fact]
    public void Zip_that_lies_about_its_size_is_refused()
    {
        var path = new Workbook().Sheet().Row(new string(' ', 9_000_000)).Save();
        var bytes = File.ReadAllBytes(path);
        for (var i = 0; i + 30 < bytes.Length; i++)
        {
            if (bytes.AsSpan(i, 4).SequenceEqual("PK\u0001\u0002"u8))
                BitConverter.TryWriteBytes(bytes.AsSpan(i + 24, 4), 1000);
        }

        var refused = Outcome.Refused("kgd-pseudo", Temporary.File("xlsx", bytes));

        Assert.Contains(refused.Reason, new[] { "tooLarge", "unreadable" });
    }

    [Fact]
    public void Cut_workbook_is_unreadable()
    {
        var bytes = File.ReadAllBytes(new Workbook().Sheet().Row("№", "ИИН/БИН").Save());

        Assert.Equal("unreadable", Outcome.Refused("kgd-pseudo", Temporary.File("xlsx", bytes.AsSpan(0, bytes.Length / 2))).Reason);
    }

    [Fact]
    public void Workbook_with_an_external_entity_is_unreadable()
    {
        var path = Temporary.Path("xlsx");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
            Workbook.Part(zip, "xl/workbook.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><workbook>&e;</workbook>");

        Assert.Equal("unreadable", Outcome.Refused("kgd-pseudo", path).Reason);
    }

    [Fact]
    public void Cell_in_a_column_far_away_is_refused()
    {
        var path = new Workbook().Sheet().Row("a").Save();
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            Workbook.Part(zip, "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>");
        }

        Assert.Equal("tooLarge", Outcome.Refused("stat-register", path).Reason);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(1_000_000)]
    public void Million_columns_are_refused(int columns)
    {
        var path = Temporary.Text(string.Join(',', Enumerable.Repeat("a", columns)) + "\n1\n");

        Assert.Equal("tooLarge", Outcome.Refused("kgd-taxes-paid", path).Reason);
    }

    [Fact]
    public void Endless_quote_is_refused() =>
        Assert.Equal("tooLarge", Outcome.Refused("kgd-taxes-paid", Temporary.Text(Header + "\"" + new string('x', 3_000_000))).Reason);

    [Fact]
    public void Other_encoding_is_refused_with_the_position_of_its_first_byte()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Header), 0xD2, 0xCE, 0xCE];

        var refused = Outcome.Refused("kgd-taxes-paid", Temporary.File("csv", bytes));

        Assert.Equal(("notUtf8", $"byte {Header.Length}"), (refused.Reason, refused.Detail));
    }

    [Fact]
    public void Wrong_byte_far_behind_is_found_before_the_first_row_is_read()
    {
        var text = Header + string.Concat(Enumerable.Repeat("230140000017,2024,1\nқ", 200_000));
        byte[] bytes = [.. Encoding.UTF8.GetBytes(text), 0xFF];

        Assert.Equal($"byte {bytes.Length - 1}", Outcome.Refused("kgd-taxes-paid", Temporary.File("csv", bytes)).Detail);
    }

    [Fact]
    public void Utf16_is_refused() =>
        Assert.Equal("notUtf8", Outcome.Refused("kgd-taxes-paid", Temporary.File("csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Header)])).Reason);

    [Theory]
    [InlineData("{\"items\":[{\"id\":1,\"supplier_biin\":\"230140000017\"},{\"id\":2")]
    [InlineData("[{\"id\":1,\"supplier_biin\":\"230140000017\"},]")]
    [InlineData("{\"items\":[{\"id\":1,\"supplier_biin\":\"230140000017\"}]")]
    public void Cut_json_is_unreadable_as_a_whole(string json) =>
        Assert.Equal("unreadable", Outcome.Refused("goszakup-rnu", Temporary.Text(json, "json")).Reason);

    [Fact]
    public void Deeply_nested_json_is_unreadable() =>
        Assert.Equal("unreadable", Outcome.Refused("goszakup-rnu", Temporary.Text(new string('[', 100_000), "json")).Reason);

    [Fact]
    public void Json_of_another_kind_is_refused() =>
        Assert.Equal("missingColumn", Outcome.Refused("goszakup-rnu", Temporary.Text("[{\"name\":\"x\"}]", "json")).Reason);

    [Fact]
    public void List_in_json_may_be_empty_and_stand_behind_other_properties()
    {
        Assert.Empty(Outcome.Of("goszakup-rnu", Temporary.Text("{\"total\":0,\"filter\":{\"items\":[1]},\"items\":[]}", "json")).Facts);
        var filler = new string('x', 200_000);
        var json = $"{{\"note\":\"{filler}\",\"filter\":[[1],{{}}],\"items\":[{{\"id\":1,\"supplier_biin\":\"230140000017\",\"x\":\"{filler}\"}},{{\"id\":2,\"supplier_biin\":\"230140000017\"}}],\"next\":[{{\"id\":3}}]}}";
        Assert.Equal(["1", "2"], Outcome.Of("goszakup-rnu", Temporary.Text(json, "json")).Facts.Cast<ListEntry>().Select(e => e.Entry));
    }

    [Theory]
    [InlineData("", "missingColumn", "bin")]
    [InlineData("bin,year\n230140000017,2024\n", "missingColumn", "amount")]
    [InlineData("bin,year,amount\n", "noRows", "the file has no data row")]
    public void File_without_columns_or_rows_is_refused(string text, string reason, string detail)
    {
        var refused = Outcome.Refused("kgd-taxes-paid", Temporary.Text(text));

        Assert.Equal((reason, detail), (refused.Reason, refused.Detail));
    }

    [Fact]
    public void Unfinished_quotes_are_unreadable() =>
        Assert.Equal("unreadable", Outcome.Refused("kgd-taxes-paid", Temporary.Text(Header + "\"230140000017\"x,2024,1\n")).Reason);

    [Fact]
    public void Row_with_too_many_cells_is_a_problem_and_blank_lines_count()
    {
        var outcome = Outcome.Of("kgd-taxes-paid", Temporary.Text(Header + "\n230140000017,2024,1,5\n230140000017,2024,1,\n"));

        Assert.Equal(["3  [5] tooManyColumns"], outcome.Problems);
        Assert.Single(outcome.Facts);
    }

    [Fact]
    public void Hidden_characters_leave_a_name_and_a_long_one_is_refused()
    {
        var name = new string('я', 1001);
        var outcome = Outcome.Of("company-names", Temporary.Text($"bin,language,from,name,to\n230140000017,en,2020-01-01,\"A\u202E\u200Bb\u0007 \tc\",\n230140000017,en,2020-01-01,{name},\n"));

        Assert.Equal("Ab c", outcome.Only<CompanyName>().Name);
        Assert.Equal([$"3 name [{name[..79]}…] tooLong"], outcome.Problems);
    }

    [Fact]
    public void Missing_file_is_unreadable() => Assert.Equal("unreadable", Outcome.Refused("kgd-taxes-paid", Temporary.Path("csv")).Reason);
}
