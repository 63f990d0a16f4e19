using Portal.Server.Gateway;
using Portal.Server.Sync;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Sync;

public sealed class DifferenceTests
{
    private static readonly RestApiSpec Before = Given.RestApi("shop", ("GET /pets", Given.MockMethod()));
    private static readonly RestApiSpec After = Before with { Description = "Pets", Version = "2" };

    [Fact]
    public void A_slash_in_a_route_is_escaped_as_in_every_json_pointer()
    {
        var after = Given.RestApi("shop", ("GET /pets", Given.MockMethod() with { ApiKeyRequired = true }));

        var line = Assert.Single(Difference.Between(Before, after));

        Assert.Equal("/methods/GET ~1pets/apiKeyRequired: false -> true", line.ToString());
        Assert.Equal(["methods", "GET /pets", "apiKeyRequired"], line.Path);
    }

    [Fact]
    public void A_long_value_is_shortened_and_can_be_had_in_full()
    {
        var line = Assert.Single(Difference.Between(Before, Before with { Description = new string('x', 5000) }));

        Assert.True(line.ToString().Length < 200);
        Assert.EndsWith("xxx\"", line.ToFullText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_json_that_is_only_written_otherwise_is_told_as_a_text()
    {
        var line = Assert.Single(Difference.Between(Before with { Policy = "{}" }, Before with { Policy = "{ }" }));

        Assert.Equal("""/policy: "{}" -> "{ }" """.TrimEnd(), line.ToString());
    }

    [Fact]
    public void Half_of_a_change_stands_between() =>
        Assert.True(Difference.IsBetween(Before.Text, (Before with { Version = "2" }).Text, After.Text));

    [Fact]
    public void Half_of_a_change_with_something_of_somebody_else_does_not() =>
        Assert.False(Difference.IsBetween(Before.Text, (Before with { Version = "2", Policy = "{}" }).Text, After.Text));

    [Fact]
    public void A_member_that_somebody_else_set_to_a_third_value_does_not_stand_between() =>
        Assert.False(Difference.IsBetween(Before.Text, (Before with { Version = "3" }).Text, After.Text));
}
