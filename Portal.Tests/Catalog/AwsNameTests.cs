using Portal.Server.Catalog;

namespace Portal.Tests.Catalog;

public sealed class AwsNameTests
{
    [Theory]
    [InlineData("Pétstore  API v2", "petstore-api-v2")]
    [InlineData("--Pets--", "pets")]
    [InlineData("宠物", "api")]
    [InlineData("a/b_c.d", "a-b-c-d")]
    public void A_name_becomes_ASCII(string name, string slug) => Assert.Equal(slug, AwsName.Of(name));

    [Fact]
    public void A_long_name_is_cut() => Assert.Equal(new string('a', 80), AwsName.Of(new string('a', 200)));
}
