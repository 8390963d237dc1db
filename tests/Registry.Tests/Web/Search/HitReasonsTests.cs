using Bunit;
using Registry.Certification;
using Registry.Indices;
using Registry.Search;
using Xunit;

namespace Registry.Tests.Web.Search;

public sealed class HitReasonsTests : PageTestContext
{
    [Fact]
    public void Stops_come_first_then_the_three_indices_and_the_certificates()
    {
        var hit = new CompanyHit
        {
            Bin = "150340012340",
            Indices = new Dictionary<string, HitIndex>
            {
                ["taxpayerIntegrity"] = new(10, "E", IndexState.Rated), ["financialStability"] = new(null, null, IndexState.InsufficientData),
            },
            Stops = [new Stop("bankrupt", new DateOnly(2026, 5, 18), "kgd-bankrupt")],
            Certificates = [new HitCertificate("ISO 37001:2025", CertificateState.Suspended)],
        };

        var lines = Render<Registry.Web.Search.HitReasons>(p => p.Add(x => x.Hit, hit).Add(x => x.Name, "ТОО «Дала»")).FindAll("li").Select(l => l.TextContent.Trim()).ToList();

        Assert.StartsWith("Банкрот с 18.05.2026", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("Добросовестность налогоплательщика: 10,0 из 100", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("Финансовая устойчивость: недостаточно данных", lines[2], StringComparison.Ordinal);
        Assert.EndsWith("Платёжная дисциплина: без оценки", lines[3], StringComparison.Ordinal);
        Assert.Equal("ISO 37001:2025: приостановлен", lines[4]);
    }
}
