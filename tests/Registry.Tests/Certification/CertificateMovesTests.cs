using CsCheck;
using Registry.Certification;
using Xunit;
using static Registry.Certification.CertificateState;

namespace Registry.Tests.Certification;

public sealed class CertificateMovesTests
{
    /// <summary>The arrows of methodology §10, and nothing else.</summary>
    private static readonly HashSet<(CertificateState, CertificateState)> Arrows =
    [
        (Draft, Submitted), (Submitted, Draft), (Submitted, Active), (Active, Suspended), (Suspended, Active), (Suspended, Withdrawn),
        (Draft, Cancelled), (Submitted, Cancelled), (Active, Cancelled), (Suspended, Cancelled),
    ];

    [Fact]
    public void Moves_are_the_arrows_of_the_methodology()
    {
        var moves = from state in Enum.GetValues<CertificateState>()
                    from move in Enum.GetValues<CertificateMove>()
                    let next = CertificateMoves.Next(state, move)
                    where next is not null
                    select (state, next.Value);

        Assert.Equal(Arrows.Order(), moves.Distinct().Order());
    }

    [Theory]
    [InlineData(Withdrawn)]
    [InlineData(Expired)]
    [InlineData(Cancelled)]
    public void An_ended_certificate_has_no_move(CertificateState state) => Assert.Empty(CertificateMoves.Open(state));

    [Fact]
    public void Random_moves_never_reach_active_without_submission() =>
        Gen.Int[0, Enum.GetValues<CertificateMove>().Length - 1].Select(i => (CertificateMove)i).Array[0, 40].Sample(
            moves =>
            {
                var (state, submitted) = (Draft, false);
                foreach (var move in moves)
                {
                    if (CertificateMoves.Next(state, move) is not { } next)
                        continue;
                    Assert.Contains((state, next), Arrows);
                    (state, submitted) = (next, next is Submitted || (submitted && next is not Draft));
                    Assert.True(state is not (Active or Suspended or Withdrawn) || submitted);
                }
            },
            iter: 10_000);

    [Fact]
    public void What_strangers_see_takes_two()
    {
        var ofOne = Enum.GetValues<CertificateMove>().Where(CertificateMoves.TakesOne);

        Assert.Equal([CertificateMove.Submit, CertificateMove.Return], ofOne);
    }
}
