using CsCheck;
using Registry.Identifiers;
using Xunit;

namespace Registry.Tests.Identifiers;

public sealed class NearBinsTests
{
    private static readonly Gen<Bin> ValidBin =
        Gen.Select(Gen.Char['0', '9'].Array[4], Gen.Char['4', '6'], Gen.Char['0', '9'].Array[6])
            .Select((head, holder, tail) => new string(head) + holder + new string(tail))
            .Where(eleven => CheckDigit.Of(eleven) is not null)
            .Select(eleven => Bin.Parse(eleven + CheckDigit.Of(eleven)));

    [Theory]
    [InlineData("081140000431", "081140000436")]
    [InlineData("140040019813", "141040019813")]
    [InlineData("011240007418", "031240007418")]
    [InlineData("963240000510", "960240000510")]
    public void Right_number_is_among_the_candidates(string mistyped, string right) =>
        Assert.Contains(right, NearBins.Of(Bin.Parse(mistyped)));

    [Fact]
    public void One_wrong_digit_is_undone() =>
        Gen.Select(ValidBin, Gen.Int[0, 11], Gen.Int[1, 9]).Sample((bin, position, shift) =>
        {
            var text = bin.Digits.ToCharArray();
            text[position] = (char)('0' + ((text[position] - '0' + shift) % 10));
            if (Bin.TryParse(new string(text), out var mistyped))
                Assert.Contains(bin.Digits, NearBins.Of(mistyped));
        });

    [Fact]
    public void Two_swapped_neighbours_are_undone() =>
        Gen.Select(ValidBin, Gen.Int[0, 10]).Sample((bin, position) =>
        {
            var text = bin.Digits.ToCharArray();
            (text[position], text[position + 1]) = (text[position + 1], text[position]);
            if (text[position] != text[position + 1] && Bin.TryParse(new string(text), out var mistyped))
                Assert.Contains(bin.Digits, NearBins.Of(mistyped));
        });

    [Fact]
    public void Candidates_are_valid_few_and_never_the_number_itself() =>
        ValidBin.Sample(bin =>
        {
            var near = NearBins.Of(bin);
            Assert.DoesNotContain(bin.Digits, near);
            Assert.True(near.Count <= 119);
            Assert.All(near, n => Assert.True(Bin.Parse(n).HasValidCheckDigit));
        });
}
