using Portal.Server.Gateway;

namespace Portal.Tests.Gateway;

public sealed class SpecTests
{
    [Fact]
    public void A_spec_is_whole_in_its_text()
    {
        var api = Given.RestApi("shop", ("GET /pets/{petId}", Given.MockMethod()), ("POST /pets", Given.MockMethod()));

        var again = Spec.Parse(api.Text);

        Assert.Equal(api.Text, again.Text);
        Assert.IsType<RestApiSpec>(again);
        Assert.Equal(api.Address, again.Address);
    }

    [Fact]
    public void The_order_in_which_a_map_is_filled_does_not_show()
    {
        var one = Given.RestApi("shop", ("GET /a", Given.MockMethod()), ("GET /b", Given.MockMethod()));
        var other = Given.RestApi("shop", ("GET /b", Given.MockMethod()), ("GET /a", Given.MockMethod()));

        Assert.Equal(one.Text, other.Text);
    }

    [Fact]
    public void What_was_changed_by_with_shows_in_the_text()
    {
        var api = Given.RestApi("shop");
        _ = api.Text;

        Assert.NotEqual(api.Text, (api with { Description = "other" }).Text);
    }

    [Fact]
    public void How_a_thing_is_called_in_sentences_is_no_part_of_its_text()
    {
        var text = Given.RestApi("shop").Text;

        Assert.StartsWith("""{"kind":"RestApi","id":"shop",""", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"label\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"address\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_stand_as_they_are()
    {
        Assert.Contains("Bücher & <Zeit>", (Given.RestApi("shop") with { Description = "Bücher & <Zeit>" }).Text, StringComparison.Ordinal);
    }
}
