using System.Buffers.Text;
using System.Globalization;
using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using Registry.E2E.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Registry.E2E;

/// <summary>A label from the certificate to its revocation: three people, a host of its own, and a clock that moves.</summary>
public sealed class LabelJourneys : IAsyncLifetime
{
    private const string Company = "120940007330";
    private const string Certificate = "KZ.75.ACMS.E2E-1";
    private const string Reason = "Документы проверены, замечаний нет";
    private readonly RunningRegister register = new();
    private DateOnly today;
    private string number = "";

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => register.InitializeAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => register.DisposeAsync();

    [Fact]
    public async Task Label_lives_from_application_to_revocation_under_four_eyes()
    {
        await AsAsync("staff", EnterAsync);
        await AsAsync("approver", page => DecideAsync(page, "Сертификат внесён"));
        await AsAsync("staff", ApplyAsync);
        await AsAsync("approver", page => DecideAsync(page, "Знак выдан"));
        number = (await register.GetAsync($"api/v1/labels?bin={Company}"))["items"]![0]!["number"]!.GetValue<string>();
        await ProvesAsync("Valid", "Знак действует", "Действует");

        // The audit that is due in five weeks is not held; nobody does anything.
        await register.RestartAtAsync(new DateTimeOffset(today.AddDays(40), new TimeOnly(6, 0), TimeSpan.Zero));
        await ProvesAsync("Suspended", "Знак приостановлен", "Приостановлен");

        await AsAsync("staff", page => ProposeAsync(page, "Открыть проверку…", today.AddDays(60)));
        await AsAsync("approver", page => DecideAsync(page, "Открыта проверка"));
        await ProvesAsync("UnderReview", "Знак на проверке", "На проверке");
        await AsAsync("staff", page => ProposeAsync(page, "Отозвать знак…", null));
        await AsAsync("approver", page => DecideAsync(page, "Знак отозван"));
        await ProvesAsync("Revoked", "Знак отозван", "Отозван");

        var log = (await register.GetAsync($"api/v1/decisions?subject={number}"))["items"]!.AsArray();
        Assert.Equal(["RevokeLabel", "FreezeLabel", "GrantLabel"], log.Select(line => line!["kind"]!.GetValue<string>()));
        Assert.Equal(0, (await register.CommandAsync("audit", "verify")).ExitCode);
        await TamperingIsFoundAsync();
    }

    [Fact]
    public async Task Entrepreneur_applies_for_his_company_and_reads_what_the_chamber_answers()
    {
        // Without JavaScript, on a telephone.
        var entrepreneur = new VisitorKind { Width = 390, JavaScript = false };
        await AsAsync("entrepreneur", ClaimAsync, entrepreneur);
        await AsAsync("admin", ApproveClaimAsync);
        await AsAsync("entrepreneur", page => OwnApplicationAsync(page, "Трансформаторы"), entrepreneur);
        await AsAsync("staff", page => AnswerApplicationAsync(page, "Вернуть заявителю…"));
        await AsAsync("entrepreneur", async page =>
        {
            await OpenOwnAsync(page);
            await Expect(page.GetByText($"Ответ палаты: {Reason}")).ToBeVisibleAsync();
            await OwnApplicationAsync(page, "Трансформаторы силовые");
        }, entrepreneur);
        await AsAsync("staff", page => AnswerApplicationAsync(page, "Предложить выдать знак"));
        await AsAsync("approver", page => DecideAsync(page, "Знак выдан"));
        await AsAsync("entrepreneur", async page =>
        {
            await OpenOwnAsync(page);
            await Expect(page.GetByText("Действует", new() { Exact = true })).ToBeVisibleAsync();
            Assert.Empty((await page.RunAxe()).Violations);
        });
        Assert.Equal(0, (await register.CommandAsync("audit", "verify")).ExitCode);
    }

    private static async Task ClaimAsync(IPage page)
    {
        await page.GotoAsync("account");
        await page.GetByText("Добавить компанию").ClickAsync();
        await page.GetByLabel("БИН или номер в реестре").FillAsync(Company);
        await page.GetByLabel("Основание").FillAsync("Доверенность № 7 от 01.10.2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Отправить на проверку" }).ClickAsync();
        await Expect(page.GetByText("Ждёт проверки")).ToBeVisibleAsync();
    }

    private static async Task ApproveClaimAsync(IPage page)
    {
        await page.GotoAsync("staff/users");
        var claim = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Доверенность № 7" });
        await claim.GetByLabel("Причина").FillAsync("Доверенность показана");
        await claim.GetByRole(AriaRole.Button, new() { Name = "Подтвердить" }).ClickAsync();
        await Expect(claim.GetByText("Подтверждено")).ToBeVisibleAsync();
        Assert.Empty((await page.RunAxe()).Violations);
    }

    /// <summary>The company of the demo set, which has a certificate and no label.</summary>
    private static async Task OpenOwnAsync(IPage page)
    {
        await page.GotoAsync("account");
        await page.Locator($".own-companies a:not([href$='{Company}'])").ClickAsync();
    }

    private static async Task OwnApplicationAsync(IPage page, string products)
    {
        await OpenOwnAsync(page);
        await page.GetByLabel("Продукция, услуги").FillAsync(products);
        await page.GetByLabel("подписываю эти обязательства").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Подать заявку" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Отозвать заявку" })).ToBeVisibleAsync();
    }

    private static async Task AnswerApplicationAsync(IPage page, string answer)
    {
        await page.GotoAsync("staff/labels");
        await page.GetByRole(AriaRole.Button, new() { Name = answer }).ClickAsync();
        if (answer.StartsWith("Вернуть", StringComparison.Ordinal))
        {
            await page.GetByLabel("Почему возвращается").FillAsync(Reason);
            await page.GetByRole(AriaRole.Button, new() { Name = answer }).ClickAsync();
            await Expect(page.GetByText("Записано.")).ToBeVisibleAsync();
            return;
        }
        await GiveReasonAsync(page, null);
        await MayNotDecideAsync(page);
    }

    /// <summary>One row is changed by somebody who has the file and takes the triggers off; the first broken link is named.</summary>
    private async Task TamperingIsFoundAsync()
    {
        const string Granted = "SELECT l.Position FROM AuditLinks l JOIN AuditEntries e ON e.Id = l.EntryId WHERE e.What = 'decision.grantLabel'";
        var position = (long)(await register.OnDatabaseAsync(Granted))!;
        await Assert.ThrowsAsync<SqliteException>(() => register.OnDatabaseAsync("UPDATE AuditEntries SET ActorId = 'user:somebody' WHERE What = 'decision.grantLabel'"));
        await register.OnDatabaseAsync(
            "DROP TRIGGER \"AuditEntries_no_UPDATE\"; UPDATE AuditEntries SET ActorId = 'user:somebody' WHERE What = 'decision.grantLabel'");

        var (exitCode, verdict) = await register.CommandAsync("audit", "verify");

        Assert.Equal((1, false), (exitCode, verdict["intact"]!.GetValue<bool>()));
        Assert.Equal((position, "entryChanged"), (verdict["broken"]!["position"]!.GetValue<long>(), verdict["broken"]!["reason"]!.GetValue<string>()));
    }

    private async Task EnterAsync(IPage page)
    {
        var card = await register.GetAsync($"api/v1/companies/{Company}");
        today = DateOnly.ParseExact(card["asOf"]!.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        await page.GotoAsync("staff/certificates");
        await page.GetByRole(AriaRole.Button, new() { Name = "Внести сертификат" }).ClickAsync();
        await page.GetByLabel("Номер сертификата").FillAsync(Certificate);
        await page.GetByLabel("БИН компании").FillAsync(Company);
        await page.GetByLabel("БИН органа по сертификации").FillAsync("070540001424");
        await page.GetByLabel("Номер аккредитации").FillAsync("KZ.Q.02.1200");
        await page.GetByLabel("Выдан").FillAsync(Iso(today.AddDays(-330)));
        await page.GetByLabel("Действует до").FillAsync(Iso(today.AddYears(2)));
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Передать на решение" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Предложить внести…" }).ClickAsync();
        await GiveReasonAsync(page, null);
        await MayNotDecideAsync(page);
    }

    private static async Task ApplyAsync(IPage page)
    {
        await page.GotoAsync("staff/labels");
        await page.GetByRole(AriaRole.Button, new() { Name = "Подать заявку" }).ClickAsync();
        await page.GetByLabel("БИН компании").FillAsync(Company);
        await page.GetByLabel("Сертификат", new() { Exact = true }).FillAsync(Certificate);
        await page.GetByLabel("Продукция, услуги").FillAsync("Кабель силовой\nМонтаж сетей");
        await page.GetByLabel("Обязательства держателя").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Предложить выдать знак" }).ClickAsync();
        await GiveReasonAsync(page, null);
        await MayNotDecideAsync(page);
    }

    private async Task ProposeAsync(IPage page, string what, DateOnly? deadline)
    {
        await page.GotoAsync($"staff/labels?number={number}");
        await page.GetByRole(AriaRole.Button, new() { Name = what }).ClickAsync();
        await GiveReasonAsync(page, deadline);
    }

    private static async Task GiveReasonAsync(IPage page, DateOnly? deadline)
    {
        await page.GetByLabel("Причина").FillAsync(Reason);
        if (deadline is { } day)
        {
            await page.GetByLabel("Решение до").FillAsync(Iso(day));
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "Предложить", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Записано.")).ToBeVisibleAsync();
    }

    /// <summary>Who proposed sees the proposal and no way to approve it.</summary>
    private static async Task MayNotDecideAsync(IPage page)
    {
        await page.GotoAsync("staff/decisions");
        await Expect(page.GetByText("Ваше предложение решит другой человек.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Утвердить" })).ToHaveCountAsync(0);
    }

    private static async Task DecideAsync(IPage page, string what)
    {
        await page.GotoAsync("staff/decisions");
        var proposal = page.GetByRole(AriaRole.Article).Filter(new() { HasText = what });
        await proposal.GetByRole(AriaRole.Button, new() { Name = "Утвердить" }).ClickAsync();
        await Expect(page.GetByText("Записано.")).ToBeVisibleAsync();
    }

    /// <summary>Page on a telephone, badge and signed statement say the same.</summary>
    private async Task ProvesAsync(string state, string sentence, string word)
    {
        await register.VisitAsync(new VisitorKind { Width = 390, JavaScript = false }, async page =>
        {
            await page.GotoAsync($"verify/{number}");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(sentence);
        });
        Assert.Contains($">{word}<", await register.Api.GetStringAsync(new Uri($"badge/{number}.svg?lang=ru", UriKind.Relative)), StringComparison.Ordinal);
        var statement = await register.Api.GetStringAsync(new Uri($"api/v1/labels/{number}/statement", UriKind.Relative));
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(statement.Split('.')[1]))!;
        Assert.Equal(state, claims["state"]!.GetValue<string>());
    }

    private Task AsAsync(string account, Func<IPage, Task> work, VisitorKind? kind = null) => register.VisitAsync(kind ?? new VisitorKind(), async page =>
    {
        await page.GotoAsync("login");
        await page.GetByLabel("Электронная почта").FillAsync($"{account}@demo.kz");
        await page.GetByLabel("Пароль").FillAsync(register.DemoPassword);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Войти", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/login", StringComparison.Ordinal));
        await work(page);
    });

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
