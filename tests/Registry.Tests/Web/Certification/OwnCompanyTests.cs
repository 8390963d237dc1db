using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access;
using Registry.Certification;
using Registry.Data;
using Registry.Import;
using Registry.Tests.Support;
using Registry.Tests.Web.Access;
using Registry.Tests.Web.Api;
using Xunit;

namespace Registry.Tests.Web.Certification;

/// <summary>An entrepreneur at work for his company, with a browser without JavaScript.</summary>
public sealed class OwnCompanyTests(RegisterHost host) : IClassFixture<RegisterHost>, IAsyncLifetime
{
    private const string Company = RegisterHost.Known;
    private const string Own = $"/account/companies/{Company}";
    private const string Ground = "Директор, приказ № 1";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        using var folder = new TemporaryFolder();
        var file = folder["certificates.csv"];
        await File.WriteAllTextAsync(file, $"number,standard,bin,scope,bodyBin,accreditation,issuedOn,expiresOn,state\nKZ.1,ISO 37001:2016,{Company},,,,2024-01-10,2099-01-09,Active\n");
        Assert.Null((await host.Services.GetRequiredService<ImportRunner>().RunAsync(Actor.System, new ImportRequest("certificates", [file]), null, CancellationToken.None)).Failure);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Entrepreneur_claims_a_company_and_applies_for_its_label_by_forms()
    {
        var (visitor, actor) = await EntrepreneurAsync();
        using (var wrong = await visitor.SubmitAsync("/account", "claim", ("Bin", "120940007330"), ("ClaimGround", Ground)))
            Assert.Contains("Такой компании в реестре нет", await WordsAsync(wrong), StringComparison.Ordinal);
        using (var asked = await visitor.SubmitAsync("/account", "claim", ("Bin", Company), ("ClaimGround", Ground)))
            Assert.Equal("/account", Visitor.Led(asked));
        Assert.Contains("Ждёт проверки", await ReadAsync(visitor, "/account"), StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"apply\"", await ReadAsync(visitor, Own), StringComparison.Ordinal);

        var claims = host.Services.GetRequiredService<CompanyClaims>();
        var claim = Assert.Single(await claims.OwnAsync(actor, CancellationToken.None));
        Assert.IsType<AccountChange.Done>(await claims.DecideAsync(Actor.System, claim.Id, claim.Version, approve: true, "Приказ показан", CancellationToken.None));
        Assert.Contains(Own, await ReadAsync(visitor, "/account"), StringComparison.Ordinal);
        using (var empty = await visitor.SubmitAsync(Own, "apply", ("Certificate", "KZ.1"), ("Products", " ")))
            Assert.Contains("заполните", await WordsAsync(empty), StringComparison.OrdinalIgnoreCase);
        using (var filed = await visitor.SubmitAsync(Own, "apply", ("Certificate", "KZ.1"), ("Products", "Кабель <script>\nЩиты"), ("Signed", "true")))
            Assert.Equal(Own, Visitor.Led(filed));

        var page = await visitor.Client.GetStringAsync(new Uri(Own, UriKind.Relative));
        Assert.DoesNotContain("Кабель <script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"apply\"", page, StringComparison.Ordinal);
        await using (var db = await host.Services.GetRequiredService<IDbContextFactory<RegistryDbContext>>().CreateDbContextAsync())
        {
            var application = await db.LabelApplications.SingleAsync(a => a.AppliedBy == actor.Id);
            Assert.Equal((ApplicationState.Filed, Company, "KZ.1"), (application.State, application.Bin, application.Certificate));
            Assert.NotNull(application.ObligationsSignedOn);
        }
        using (var withdrawn = await visitor.SubmitAsync(Own, "withdraw"))
            Assert.Equal(Own, Visitor.Led(withdrawn));
        Assert.Contains("value=\"apply\"", await ReadAsync(visitor, Own), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Company_of_somebody_else_is_not_shown()
    {
        var (visitor, _) = await EntrepreneurAsync();

        var page = await ReadAsync(visitor, Own);

        Assert.Contains("не подтверждено", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Алатау Сервис", page, StringComparison.Ordinal);
    }

    private async Task<(Visitor Visitor, Actor Actor)> EntrepreneurAsync()
    {
        var (email, password, actor) = await Visitor.AccountAsync(host, Role.Entrepreneur);
        var visitor = Visitor.Of(host);
        using var answer = await visitor.SignInAsync(email, password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (visitor, actor);
    }

    private static async Task<string> ReadAsync(Visitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        return await WordsAsync(answer);
    }

    private static async Task<string> WordsAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
}
