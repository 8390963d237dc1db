using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Data;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Access;

public sealed class ApiKeysTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task A_key_is_its_role_until_it_is_revoked(DatabaseProvider provider)
    {
        await using var access = await TestAccess.CreateAsync(provider);
        var done = Assert.IsType<AccountChange.Done>(await access.Keys.AddAsync(Actor.System, "Закупочная система", Role.ProcurementOfficer, Never));

        var actor = await access.Keys.FindAsync(done.Secret, Never);

        Assert.Equal((Actor.KeyId(done.Id), SignInKind.ApiKey), (actor?.Id, actor?.SignIn));
        Assert.Equal([Role.ProcurementOfficer], actor!.Roles);
        await access.Keys.RevokeAsync(Actor.System, done.Id, Never);
        await access.Keys.RevokeAsync(Actor.System, done.Id, Never);
        Assert.Null(await access.Keys.FindAsync(done.Secret, Never));
        Assert.Equal(["apikey.added", "apikey.revoked"], (await access.TraceAsync()).Select(t => t.What));
    }

    [Theory, EachDatabase]
    public async Task The_database_does_not_hold_what_a_key_signs_in_with(DatabaseProvider provider)
    {
        await using var access = await TestAccess.CreateAsync(provider);
        var done = (AccountChange.Done)await access.Keys.AddAsync(Actor.System, "x", Role.Auditor, Never);

        await using var db = access.CreateContext();
        var key = await db.ApiKeys.SingleAsync();
        Assert.DoesNotContain(Convert.ToBase64String(key.Hash).TrimEnd('='), done.Secret, StringComparison.Ordinal);
        Assert.Equal(32, key.Hash.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("rk_")]
    [InlineData("rk_.")]
    [InlineData("rk_AAAA.secret")]
    [InlineData("rk_AAAAAAAAAAAAAAAAAAAAAA.secret")]
    [InlineData("rk_!!!!AAAAAAAAAAAAAAAAAA.secret")]
    [InlineData("nothing at all")]
    public async Task A_malformed_or_unknown_key_is_nobody(string text)
    {
        await using var access = await TestAccess.CreateAsync(DatabaseProvider.Sqlite);

        Assert.Null(await access.Keys.FindAsync(text, Never));
    }

    [Fact]
    public async Task A_key_with_one_wrong_character_is_nobody()
    {
        await using var access = await TestAccess.CreateAsync(DatabaseProvider.Sqlite);
        var done = (AccountChange.Done)await access.Keys.AddAsync(Actor.System, "x", Role.Auditor, Never);
        var key = done.Secret!;

        Assert.Null(await access.Keys.FindAsync(key[..^2] + (key[^2] == 'A' ? 'B' : 'A') + key[^1], Never));
        Assert.NotNull(await access.Keys.FindAsync(key, Never));
    }

    [Fact]
    public async Task Only_administrators_make_and_revoke_keys()
    {
        await using var access = await TestAccess.CreateAsync(DatabaseProvider.Sqlite);
        var auditor = SomeActor.With(Role.Auditor);

        Assert.IsType<AccountChange.Refused>(await access.Keys.AddAsync(auditor, "x", Role.Auditor, Never));
        Assert.IsType<AccountChange.Refused>(await access.Keys.RevokeAsync(auditor, Guid.NewGuid(), Never));
        Assert.IsType<AccountChange.Wrong>(await access.Keys.AddAsync(Actor.System, " ", Role.Auditor, Never));
        Assert.IsType<AccountChange.Wrong>(await access.Keys.AddAsync(Actor.System, "x", Role.Guest, Never));
        Assert.IsType<AccountChange.Unknown>(await access.Keys.RevokeAsync(Actor.System, Guid.NewGuid(), Never));
    }
}
