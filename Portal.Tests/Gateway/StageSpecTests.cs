using System.Text.Json.Nodes;
using Portal.Server.Gateway;

namespace Portal.Tests.Gateway;

/// <summary>The text of a stage: what was kept before there were settings and tags still reads, and still is the same.</summary>
public sealed class StageSpecTests
{
    private const string Old = """{"kind":"Stage","id":"dev","api":"shop","name":"dev","deployment":"0123456789abcdef","description":null,"variables":{"a":"1"},"accessLog":null}""";

    [Fact]
    public void A_text_of_before_says_the_same_today() => Assert.Equal(Old, Spec.Parse(Old).Text);

    [Fact]
    public void Settings_and_tags_come_back_from_their_text()
    {
        var stage = (StageSpec)Spec.Parse(Old) with
        {
            Settings = StageSettingsSpec.None with { Tracing = true, Methods = new([new("GET /pets", MethodSettingsSpec.Default)]) },
            Tags = new([new("team", "ours"), new("gone", null)]),
        };

        Assert.Equal(stage.Text, Spec.Parse(stage.Text).Text);
        Assert.Contains("\"tags\":{\"gone\":null,\"team\":\"ours\"}", stage.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_said_is_left_out()
    {
        var live = (StageSpec)Spec.Parse(Old) with { Settings = StageSettingsSpec.None with { Tracing = true }, Tags = new([new("theirs", "1"), new("team", "ours")]) };

        Assert.Equal(Old, live.AsFarAs(Spec.Parse(Old)).Text);
        Assert.Equal("""{"other":null,"team":"ours"}""", TagsOf(live.AsFarAs((StageSpec)Spec.Parse(Old) with { Tags = new([new("team", "x"), new("other", "y")]) })));
    }

    [Fact]
    public void Where_nothing_is_set_settings_that_are_kept_are_none()
    {
        var kept = (StageSpec)Spec.Parse(Old) with { Settings = StageSettingsSpec.None };

        Assert.Equal(kept.Text, Spec.Parse(Old).AsFarAs(kept).Text);
    }

    [Fact]
    public void What_was_set_and_is_not_wanted_any_more_is_taken_off()
    {
        var before = (StageSpec)Spec.Parse(Old) with { Tags = new([new("team", "ours"), new("gone", null), new("stays", "1")]) };
        var after = (StageSpec)Spec.Parse(Old) with { Tags = new([new("stays", "2")]) };

        Assert.Equal("""{"stays":"2","team":null}""", TagsOf(after.LettingGo(before)));
        Assert.Equal(Old, Spec.Parse(Old).LettingGo(Spec.Parse(Old)).Text);
    }

    [Fact]
    public void The_tags_of_an_API_are_no_part_of_what_is_deployed()
    {
        var api = Given.RestApi("shop", ("GET /pets", Given.MockMethod()));

        Assert.Equal(DeploymentSpec.IdOf(api), DeploymentSpec.IdOf(api with { Tags = new([new("team", "ours")]) }));
    }

    private static string TagsOf(Spec spec) => JsonNode.Parse(spec.Text)!["tags"]!.ToJsonString();
}
