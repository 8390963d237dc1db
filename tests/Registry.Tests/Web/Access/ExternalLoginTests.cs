using System.Net;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access;
using Registry.Data;
using Registry.Tests.Web.Api;
using Registry.Web.Setup;
using Xunit;

namespace Registry.Tests.Web.Access;

/// <summary>Signing in at an outside identity provider, against a real one.</summary>
public sealed class ExternalLoginTests : IAsyncLifetime
{
    private readonly RegisterHost plain = new();
    private IdentityProvider provider = null!;
    private WebApplicationFactory<Startup> host = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        provider = await IdentityProvider.StartAsync();
        host = plain.WithWebHostBuilder(builder => builder
            .UseSetting("Registry:OpenIdConnect:Authority", IdentityProvider.Address)
            .UseSetting("Registry:OpenIdConnect:ClientId", IdentityProvider.ClientId)
            .UseSetting("Registry:OpenIdConnect:ClientSecret", IdentityProvider.ClientSecret)
            .UseSetting("Registry:OpenIdConnect:Name", "eGov")
            .ConfigureTestServices(services => services.Configure<OpenIdConnectOptions>(
                AccessSetup.OpenIdConnect, o => o.BackchannelHttpHandler = provider.CreateHandler())));
        using var client = host.CreateClient();
        while ((await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode != HttpStatusCode.OK)
            await Task.Yield();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await plain.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task A_verified_address_signs_in_to_its_account_and_to_the_same_one_later()
    {
        var account = await AddAsync("asel@example.kz");
        provider.Email = "asel@example.kz";

        Assert.Equal("/account", await SignInAsync(account.Visitor));
        using (var page = await account.Visitor.GetAsync("/account"))
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        // From now on the provider's own number of the person counts, not the address.
        provider.Email = "other@example.kz";
        Assert.Equal("/account", await SignInAsync(NewVisitor()));

        await using var db = await host.Services.GetRequiredService<IDbContextFactory<RegistryDbContext>>().CreateDbContextAsync();
        var subject = Actor.UserId(account.Id);
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.What == "login.done" && e.Subject == subject));
    }

    [Theory]
    [InlineData("asel@example.kz", false)]
    [InlineData("nobody@example.kz", true)]
    public async Task An_address_that_is_not_verified_or_has_no_account_is_refused(string email, bool isVerified)
    {
        await AddAsync("asel@example.kz");
        (provider.Email, provider.IsEmailVerified) = (email, isVerified);

        Assert.Equal("/login?failed=true", await SignInAsync(NewVisitor()));
        Assert.Single(await host.Services.GetRequiredService<Accounts>().ListAsync(Actor.System, CancellationToken.None) ?? []);
    }

    [Fact]
    public async Task An_answer_that_was_not_asked_for_is_refused()
    {
        using var answer = await NewVisitor().GetAsync("/signin-oidc?code=abc&state=def");

        Assert.Equal("/login?failed=true", Visitor.Led(answer));
    }

    [Fact]
    public async Task The_page_offers_the_provider_by_its_name()
    {
        using var page = await NewVisitor().GetAsync("/login");

        Assert.Contains("eGov", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Goes to the provider and back; answers where it ends.</summary>
    private async Task<string?> SignInAsync(Visitor visitor)
    {
        using var start = await visitor.GetAsync("/login/external?returnUrl=%2Faccount");
        Assert.Equal(HttpStatusCode.Redirect, start.StatusCode);
        using var there = provider.CreateClient();
        using var consent = await there.GetAsync(start.Headers.Location);
        using var back = await visitor.GetAsync(consent.Headers.Location!.PathAndQuery);
        using var end = await visitor.GetAsync(Visitor.Led(back)!);
        return Visitor.Led(end);
    }

    private Visitor NewVisitor() => new(host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    private async Task<(Guid Id, Visitor Visitor)> AddAsync(string email)
    {
        var added = Assert.IsType<AccountChange.Done>(await host.Services.GetRequiredService<Accounts>()
            .AddAsync(Actor.System, new NewAccount(email, "Асель Тестова", [Role.Auditor]), CancellationToken.None));
        Assert.IsType<AccountChange.Done>(await host.Services.GetRequiredService<OwnAccount>().ChangePasswordAsync(
            new Actor(Actor.UserId(added.Id), "", [], SignInKind.Password), added.Secret ?? "", "seven-green-kettles", CancellationToken.None));
        return (added.Id, NewVisitor());
    }
}
