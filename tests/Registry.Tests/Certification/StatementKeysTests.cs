using Microsoft.Extensions.Time.Testing;
using Registry.Certification;
using Registry.Data;
using Registry.Setup;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Certification;

public sealed class StatementKeysTests
{
    [Fact]
    public void Key_is_published_before_it_signs_and_after_it_signed()
    {
        using var folder = new TemporaryFolder();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        var keys = Keys(folder, time);
        var first = keys.Current().Kid;

        time.Advance(TimeSpan.FromDays(88.5));
        Assert.Equal(first, keys.Current().Kid);
        Assert.Equal(2, keys.Published().Count);
        time.Advance(TimeSpan.FromDays(2));
        var second = keys.Current().Kid;
        Assert.NotEqual(first, second);
        Assert.Contains(keys.Published(), k => k.Kid == first);
        time.Advance(TimeSpan.FromDays(30));
        Assert.Equal([second], keys.Published().Select(k => k.Kid));
    }

    [Fact]
    public void Nodes_that_share_a_folder_share_the_key_and_nobody_else_can_read_it()
    {
        using var folder = new TemporaryFolder();
        var time = new FakeTimeProvider();

        Assert.Equal(Keys(folder, time).Current().Kid, Keys(folder, time).Current().Kid);

        var file = Assert.Single(Directory.EnumerateFiles(Path.Combine(folder.Path, "keys", "statements")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    private static StatementKeys Keys(TemporaryFolder folder, TimeProvider time) => new(
        new RegistrySettings { DataDirectory = folder.Path, Provider = DatabaseProvider.Sqlite, ConnectionString = "", Demo = false, RequestsPerMinute = 0 }, time);
}
