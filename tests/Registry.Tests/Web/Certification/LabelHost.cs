using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access;
using Registry.Import;
using Registry.Search;
using Registry.Tests.Support;
using Registry.Web.Setup;
using Xunit;

namespace Registry.Tests.Web.Certification;

/// <summary>The host as it is served, with a label in every state; its business day stands still.</summary>
public sealed class LabelHost : WebApplicationFactory<Startup>, IAsyncLifetime
{
    public const string Valid = "KZ-CW-00417-L";
    public const string Overdue = "KZ-CW-00418-T";
    public const string Reviewed = "KZ-CW-00419-Y";
    public const string Revoked = "KZ-CW-00420-L";
    public const string Expired = "KZ-CW-00421-T";
    private const string Company = "230140000017";
    private readonly TemporaryFolder folder = new();

    /// <summary>On a real port: the test server never runs what a page asks for as its answer starts, so its status codes differ.</summary>
    public LabelHost() => UseKestrel(0);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        using var client = CreateClient();
        while (!(await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode)
            await Task.Yield();
        await ImportAsync("egov-companies", """{"elements":[{"bin":"230140000017","nameru":"ТОО \"<b>Кокжиек</b>\"","namekz":"\"Көкжиек\" ЖШС","datereg":"2023-01-10","statusru":"Зарегистрирован"}]}""", "json");
        await ImportAsync("certification-bodies", "bin,accreditation,name,state\n960240000048,KZ.O.1,СертКаз,Active\n");
        await ImportAsync("certificates", $"number,standard,bin,bodyBin,accreditation,issuedOn,expiresOn,state\nC1,ISO 37001:2025,{Company},960240000048,KZ.O.1,2026-01-10,2029-01-09,Active\nC2,ISO 37001:2025,{Company},960240000048,KZ.O.1,2025-03-10,2028-03-09,Active\n");
        await ImportAsync("labels", string.Join('\n', "number,bin,certificate,grantedOn,until,products", Line(Valid, "C1", "2026-07-01"), Line(Overdue, "C2", "2026-07-01"), Line(Reviewed, "C1", "2026-07-01"), Line(Revoked, "C1", "2026-07-01"), Line(Expired, "C1", "2025-07-01")));
        await ImportAsync("label-decisions", $"number,bin,decision,kind,decidedOn,deadline,reason\n{Reviewed},{Company},Р-1,Freeze,2026-11-01,2026-12-01,Обращение о подкупе\n{Revoked},{Company},Р-2,Revoke,2026-11-02,,Подтверждено\n");
        await Services.GetRequiredService<IndexWorker>().DrainAsync(CancellationToken.None);
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Registry:DataDirectory", folder["data"])
        .UseSetting("Registry:Demo", "false")
        .UseSetting("Registry:Clock", "2026-11-23T09:00:00Z");

    private static string Line(string number, string certificate, string granted) => $"{number},{Company},{certificate},{granted},,\"Кабель <i>АЖК</i>;Щиты\"";

    private async Task ImportAsync(string source, string content, string extension = "csv")
    {
        var file = folder[$"{source}.{extension}"];
        await File.WriteAllTextAsync(file, content);
        var outcome = await Services.GetRequiredService<ImportRunner>().RunAsync(Actor.System, new ImportRequest(source, [file]), null, CancellationToken.None);
        Assert.True(outcome is { Failure: null, Rejected: 0 }, $"{source}: {outcome.Failure} {string.Join("; ", outcome.Problems)}");
    }
}
