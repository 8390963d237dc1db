using Registry.Web.Setup;
using Xunit;

namespace Registry.Tests.Web.Components;

public sealed class ReturnUrlTests
{
    [Theory]
    [InlineData("/companies/150340012347?x=1", "/companies/150340012347?x=1")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("/a\nb", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void After_a_choice_one_stays_on_this_host(string? asked, string address) => Assert.Equal(address, ReturnUrl.Local(asked));
}
