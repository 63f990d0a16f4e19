using System.Text.Json.Nodes;
using Portal.Server.Catalog.Documents.Merging;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog.Documents.Merging;

/// <summary>What one side changed is taken, what both changed is asked about, and nothing else happens.</summary>
public sealed class ThreeWayTests
{
    private const int Rounds = 400;

    [Fact]
    public void Who_changed_nothing_gets_what_the_other_made() => Each((before, ours, theirs) =>
    {
        Assert.True(JsonNode.DeepEquals(ours, Of(before, ours, before).Root));
        Assert.True(JsonNode.DeepEquals(theirs, Of(before, before, theirs).Root));
        Assert.True(JsonNode.DeepEquals(ours, Of(before, ours, ours).Root));
        Assert.Empty(Of(before, ours, before).Conflicts);
        Assert.Empty(Of(before, ours, ours).Conflicts);
    });

    [Fact]
    public void The_sides_may_change_places() => Each((before, ours, theirs) =>
    {
        var (one, other) = (Of(before, ours, theirs, MergeSide.Ours), Of(before, theirs, ours, MergeSide.Theirs));

        Assert.True(JsonNode.DeepEquals(one.Root, other.Root));
        Assert.Equal(one.Conflicts.Select(conflict => conflict.Pointer).Order(), other.Conflicts.Select(conflict => conflict.Pointer).Order());
    });

    [Fact]
    public void A_conflict_is_what_its_chosen_side_says() => Each((before, ours, theirs) =>
    {
        foreach (var conflict in Of(before, ours, theirs).Conflicts)
        {
            Assert.Equal(conflict.Ours, At(Of(before, ours, theirs, MergeSide.Ours).Root, conflict.Pointer), (one, other) => one.Says(other));
            Assert.Equal(conflict.Theirs, At(Of(before, ours, theirs, MergeSide.Theirs).Root, conflict.Pointer), (one, other) => one.Says(other));
        }
    });

    [Fact]
    public void What_is_merged_and_merged_again_is_the_same() => Each((before, ours, theirs) =>
    {
        var merged = Of(before, ours, theirs, MergeSide.Ours).Root;

        Assert.True(JsonNode.DeepEquals(merged, Of(theirs, merged, theirs, MergeSide.Theirs).Root));
    });

    [Fact]
    public void Half_of_one_policy_and_half_of_another_is_none()
    {
        var merged = Of(
            Parse("""{"x-amazon-apigateway-policy":{"Version":"1","Statement":[]}}"""),
            Parse("""{"x-amazon-apigateway-policy":{"Version":"2","Statement":[]}}"""),
            Parse("""{"x-amazon-apigateway-policy":{"Version":"1","Statement":[1]}}"""));

        Assert.Equal("/x-amazon-apigateway-policy", Assert.Single(merged.Conflicts).Pointer);
    }

    [Fact]
    public void What_is_noted_beside_a_route_goes_with_the_route()
    {
        var before = Parse("""{"paths":{"/pets":{"get":{"summary":"a"}},"/owners":{}}}""");
        var merged = Of(before, Parse("""{"paths":{"/pets":{"get":{"summary":"a","x-portal-leave-out":true}},"/owners":{}}}"""), Parse("""{"paths":{"/owners":{}}}"""));

        Assert.Empty(merged.Conflicts);
        Assert.Equal("""{"paths":{"/owners":{}}}""", merged.Root.ToJsonString());
    }

    private static Merged Of(JsonObject before, JsonObject ours, JsonObject theirs, MergeSide? side = null) => ThreeWay.Of(before, ours, theirs, _ => side);

    private static JsonObject Parse(string text) => (JsonObject)JsonNode.Parse(text)!;

    private static Slot At(JsonObject root, string pointer)
    {
        var slot = new Slot(true, root);

        foreach (var name in pointer.Split('/')[1..])
        {
            slot = Slot.Of(slot.Value as JsonObject, name);
        }

        return slot;
    }

    private static void Each(Action<JsonObject, JsonObject, JsonObject> law)
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            var before = Some(random, 3);
            law(before, Changed(random, before), Changed(random, before));
        }
    }

    private static JsonObject Some(Random random, int depth)
    {
        var json = new JsonObject();

        foreach (var name in "abcd".Where(_ => random.Next(3) > 0))
        {
            json[name.ToString()] = depth > 0 && random.Next(2) is 0 ? Some(random, depth - 1) : random.Next(3) is 0 ? new JsonArray(random.Next(3)) : random.Next(3);
        }

        return json;
    }

    private static JsonObject Changed(Random random, JsonObject before)
    {
        var json = (JsonObject)before.DeepClone();

        foreach (var name in "abcd".Select(letter => letter.ToString()))
        {
            switch (random.Next(5))
            {
                case 0:
                    json.Remove(name);
                    break;
                case 1:
                    json[name] = random.Next(2) is 0 ? Some(random, 1) : random.Next(3);
                    break;
                case 2 when json[name] is JsonObject inner:
                    json[name] = Changed(random, inner);
                    break;
            }
        }

        return json;
    }
}
