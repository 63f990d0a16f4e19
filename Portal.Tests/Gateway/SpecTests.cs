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
    public void A_usage_plan_is_whole_in_its_text()
    {
        var plan = Given.UsagePlan("gold", "shop/dev") with { Stages = new([new("shop/prod", Given.PlanStage(("GET /pets", 0.1, 1))), new("shop/dev", Given.PlanStage())]) };

        Assert.Equal(plan.Text, Spec.Parse(plan.Text).Text);
        Assert.Equal(
            """{"kind":"UsagePlan","id":"gold","name":"gold","description":null,"throttle":{"rateLimit":100,"burstLimit":200},"quota":{"limit":10000,"period":"DAY","offset":0},"stages":{"shop/dev":{"methods":{}},"shop/prod":{"methods":{"GET /pets":{"rateLimit":0.1,"burstLimit":1}}}}}""",
            plan.Text);
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
