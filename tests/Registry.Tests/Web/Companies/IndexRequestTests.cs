using Registry.Indices;
using Registry.Web.Companies;
using Xunit;

namespace Registry.Tests.Web.Companies;

public sealed class IndexRequestTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("2025-06-01", false)]
    [InlineData("2026-11-23", false)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("2026-11-24", true)]
    [InlineData("01.06.2025", true)]
    [InlineData("2025-02-30", true)]
    [InlineData("1990-12-31", true)]
    [InlineData("<b>", true)]
    public void A_day_is_one_that_has_come(string? asOf, bool wrong) => Assert.Equal(wrong, IndexRequest.Parse(asOf, null, null, Today).AsOfIsWrong);

    [Fact]
    public void Today_is_no_past_day()
    {
        Assert.Null(IndexRequest.Parse("2026-11-23", null, null, Today).AsOf);
        Assert.Equal(new DateOnly(2025, 6, 1), IndexRequest.Parse("2025-06-01", null, null, Today).AsOf);
    }

    [Theory]
    [InlineData("50000000", 50_000_000)]
    [InlineData("50 000 000", 50_000_000)]
    [InlineData("50\u00a0000\u202f000 ₸", 50_000_000)]
    [InlineData("1500000,50", 1_500_000.5)]
    public void An_amount_is_read_as_people_write_it(string lot, double expected) =>
        Assert.Equal((decimal)expected, IndexRequest.Parse(null, lot, "Works", Today).Lot!.Amount);

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("abc")]
    [InlineData("1e9")]
    [InlineData("9999999999999999")]
    [InlineData("<script>")]
    public void What_is_no_amount_is_wrong(string lot)
    {
        var request = IndexRequest.Parse(null, lot, "Works", Today);

        Assert.True(request.LotIsWrong);
        Assert.Null(request.Lot);
        Assert.False(request.IsAsked);
    }

    [Theory]
    [InlineData("works", ProcurementSubject.Works)]
    [InlineData("Services", ProcurementSubject.Services)]
    [InlineData("7", ProcurementSubject.Goods)]
    [InlineData(null, ProcurementSubject.Goods)]
    public void A_subject_that_is_none_is_goods(string? subject, ProcurementSubject expected) =>
        Assert.Equal(expected, IndexRequest.Parse(null, "1", subject, Today).Subject);
}
