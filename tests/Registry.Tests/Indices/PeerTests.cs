using Registry.Facts;
using Registry.Indices;
using Xunit;
using static Registry.Tests.Indices.SomeEntity;

namespace Registry.Tests.Indices;

public sealed class PeerTests
{
    [Fact]
    public void The_narrowest_group_with_enough_peers_is_used()
    {
        var collector = new PeerCollector(Methodology.Current);
        Add(collector, 20, "41201", "160", "750000000");
        Add(collector, 5, "41202", "160", "710000000");
        Add(collector, 19, "42110", "110", "710000000");
        var book = new PeerBook(collector.Build(Day));

        Assert.Equal(("41/75/160", 20), Group(book, "41201", "160", "750000000"));
        Assert.Equal(("41/160", 25), Group(book, "41201", "160", "710000000"));
        Assert.Equal(("41", 25), Group(book, "41201", "305", "710000000"));
        Assert.Equal(("F", 44), Group(book, "42110", "110", "710000000"));
        Assert.Equal(("*", 44), Group(book, null, null, null));
        Assert.Null(Group(book, "01110", null, null));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(50.5, 0.5)]
    [InlineData(1e9, 1)]
    public void A_percentile_is_the_share_of_peers_below(double value, double share) =>
        Assert.Equal(share, PeerPercentile.Of(value, Peers(Quantities.Turnover).Percentiles), 9);

    [Fact]
    public void Equal_peers_share_the_middle_of_their_places() =>
        Assert.Equal(0.5, PeerPercentile.Of(7, [.. Enumerable.Repeat(7.0, 99)]), 9);

    private static void Add(PeerCollector collector, int count, string oked, string krp, string kato)
    {
        for (var i = 0; i < count; i++)
        {
            var burden = new TaxBurden { Bin = Bin, Source = "kgd-tax-burden", Year = 2025, Burden = i };
            collector.Add(Old(oked, krp, kato) with { Burdens = [burden] }, Day);
        }
    }

    private static (string Group, int Size)? Group(PeerBook book, string? oked, string? krp, string? kato) =>
        book.Find(Quantities.TaxBurden, EntityProfile.Of(Old(oked, krp, kato)), 20) is { } table ? (table.Group, table.Size) : null;
}
